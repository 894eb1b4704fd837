from __future__ import annotations

from pipeline.documents.sentences import comma_outside, sentences


def test_sentences_and_commas() -> None:
    assert ["甲。乙;"[start:end] for start, end in sentences("甲。乙;")] == ["甲。", "乙;"]
    assert comma_outside("《甲,乙》,丙", 0, 7) == 5
    assert comma_outside("甲乙", 0, 2) is None
