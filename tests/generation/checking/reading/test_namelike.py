"""Names and words that look like names."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.namelike import is_person, of_words


@pytest.mark.parametrize(
    ("text", "named"), [("徐彬", True), ("何暂缓", False), ("占年度", False), ("白天", False), ("周明", True)]
)
def test_is_person(text: str, named: bool) -> None:
    assert is_person(text) is named


@pytest.mark.parametrize(("run", "reading", "words"), [("形成自评", "成自评", True), ("局长徐彬", "徐彬", False)])
def test_of_words(run: str, reading: str, words: bool) -> None:
    assert of_words(run, reading) is words
