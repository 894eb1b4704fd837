"""Answers that one agenda item holds."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_item import aspects_asked, by_item, key_words_of_an_item
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.question import understand


def composing(assistant: Assistant, text: str) -> Composing:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2022, 6, 1))
    return Composing(question, assistant.catalogue, lambda query, k: assistant.search(query, k=k))


def answered(assistant: Assistant, text: str) -> Draft | None:
    return by_item(composing(assistant, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("数据资源共享管理规定的结论是什么", ["同意该规定"]),
        ("数据资源共享管理规定的结论是什么？下一步怎么办？", ["同意该规定", "印发实施"]),
        ("老旧小区改造是谁汇报的", ["钟立"]),
        ("老旧小区改造 要求", ["年内改造小区26个"]),
        ("数据资源共享在哪次会议上研究的", ["第12次"]),
    ],
)
def test_an_item_answers(invented: Assistant, text: str, words: list[str]) -> None:
    draft = answered(invented, text)
    assert draft is not None
    shown = "".join(sentence.text for sentence in draft.sentences)
    for word in words:
        assert word in shown


def test_an_item_that_states_nothing_is_refused_with_what_it_does_state(invented: Assistant) -> None:
    draft = answered(invented, "老旧小区改造的结论是什么")
    assert draft is not None
    assert draft.refused
    assert draft.reason == "not_stated"
    assert "老旧小区改造" in draft.sentences[0].text


def test_of_two_items_the_silent_one_is_named(invented: Assistant) -> None:
    draft = answered(invented, "第二项的结论是什么")
    assert draft is not None
    assert "老旧小区改造" in draft.preface
    assert "不同意该方案" in draft.sentences[0].text


def test_several_aspects_of_one_question(invented: Assistant) -> None:
    question = composing(invented, "停车办法结论是什么？谁汇报的？").question
    assert aspects_asked(question, "outcome") == ["outcome", "presenter"]


def test_key_words_name_an_item(invented: Assistant) -> None:
    assert key_words_of_an_item(composing(invented, "老旧小区改造"))
    assert not key_words_of_an_item(composing(invented, "老旧小区改造多少个"))
