"""Answers from the lists of two meetings at once."""

from __future__ import annotations

import datetime

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.both import both
from pipeline.generation.understanding.question import Question, understand


def read(text: str, sources: list[Source]) -> Question:
    return understand(text, entries=[source.entry for source in sources], today=datetime.date(2022, 6, 1))


def test_who_came_to_both_and_under_which_unit(sources: list[Source]) -> None:
    sentence = both(read("谁两次会议都参加了", sources), sources)
    assert sentence is not None
    assert "沈岚" in sentence.text
    assert "孟凡（市财政局、市交通运输局）" in sentence.text
    assert "唐宁" not in sentence.text
    assert both(read("谁两次都出席", sources), sources[:1]) is None
