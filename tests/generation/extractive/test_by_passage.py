"""Answers from passages that a search finds."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_passage import by_passage
from tests.libraries import composing_of


def answered(assistant: Assistant, text: str) -> Draft | None:
    return by_passage(composing_of(assistant, text, today=datetime.date(2022, 6, 1)))


def test_a_passage_answers(invented: Assistant) -> None:
    draft = answered(invented, "智慧停车平台专项资金多少")
    assert draft is not None
    assert draft.route == "passages"
    assert "1200万元" in draft.sentences[0].text


def test_a_claim_is_met_with_the_wording(invented: Assistant) -> None:
    draft = answered(invented, "年内改造小区36个，对吗")
    assert draft is not None
    assert draft.preface == "原文载明："
    assert "26个" in draft.sentences[0].text


@pytest.mark.parametrize("text", ["谁", "垃圾焚烧厂投资多少", "2019年改造小区多少个"])
def test_nothing_that_fits_is_no_answer(invented: Assistant, text: str) -> None:
    assert answered(invented, text) is None
