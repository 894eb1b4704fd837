from __future__ import annotations

from pipeline.documents.text.sentences import comma_outside, sentences


def test_sentences_and_commas() -> None:
    assert ["甲。乙;"[start:end] for start, end in sentences("甲。乙;")] == ["甲。", "乙;"]
    assert comma_outside("《甲,乙》,丙", 0, 7) == 5
    assert comma_outside("甲乙", 0, 2) is None


def test_who_does_it_in_brackets_stands_in_the_sentence_that_says_what() -> None:
    flat = "水位降至12.5米。(牵头单位:县水务局;配合单位:各乡镇(街道))组织会诊。(见附件)"
    assert [flat[start:end] for start, end in sentences(flat)] == [
        "水位降至12.5米。(牵头单位:县水务局;配合单位:各乡镇(街道))",
        "组织会诊。",
        "(见附件)",
    ]


def test_the_bracket_may_be_of_another_kind() -> None:
    flat = "清理航道。〔责任单位:县海事处;办结时间:8月15日〕设置标志。"
    assert [flat[start:end] for start, end in sentences(flat)] == [
        "清理航道。〔责任单位:县海事处;办结时间:8月15日〕",
        "设置标志。",
    ]


def test_a_time_of_the_day_ends_no_clause() -> None:
    assert comma_outside("现同意改为9:00开馆,周末照旧", 0, 15) == 11
    assert comma_outside("议定:9月开馆", 0, 7) == 2
