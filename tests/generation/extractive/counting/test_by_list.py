"""Lists and counts over the documents in scope."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.by_list import listing, only_units
from tests.libraries import composing_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2022, 6, 1))


def listed(assistant: Assistant, text: str) -> Draft | None:
    one = composing(assistant, text)
    return listing(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("第12次会议有几项议题", ["3项"], 1),
        ("两次会议各有几项议题", ["3项", "2项"], 2),
        ("第15次会议有哪些议题", ["停车", "公交"], 2),
        ("停车管理办法有几条措施", ["2条"], 1),
        ("不同意哪些议题", ["公交票价"], 1),
        ("还学习了什么", ["应急救援基金", "数据安全法"], 2),
        ("市公安局配合哪些事项", ["泊位普查"], 1),
        ("第15次会议讲了什么", ["停车", "公交"], 2),
        ("第15次会议主要内容", ["停车", "公交"], 2),
        ("给我看看第12次会议的结论", ["原则通过", "老旧小区改造进展情况的汇报：未载明审议结论", "同意"], 3),
        ("2021年6月底前要办完哪些事", ["泊位普查"], 1),
        ("哪些事情要在2021年7月以前完成", ["泊位普查"], 1),
    ],
)
def test_lists_are_whole_and_in_order(invented: Assistant, text: str, words: list[str], sentences: int) -> None:
    draft = listed(invented, text)
    assert draft is not None
    assert len(draft.sentences) == sentences
    shown = "".join(sentence.text for sentence in draft.sentences)
    for word in words:
        assert word in shown


def test_an_empty_list_is_said_with_the_verdicts_that_there_are(invented: Assistant) -> None:
    draft = listed(invented, "第12次会议暂缓了哪些议题")
    assert draft is not None
    assert "没有再议或暂缓的议题" in draft.preface
    assert len(draft.sentences) == 2


def test_a_topic_of_units_only(invented: Assistant) -> None:
    assert only_units(composing(invented, "市财政局有哪些事项"))
    assert not only_units(composing(invented, "市财政局的智慧停车平台有哪些要求"))


def test_another_question_is_no_list(invented: Assistant) -> None:
    assert listed(invented, "专项资金多少") is None


def test_a_unit_without_matters_is_said_so(invented: Assistant) -> None:
    draft = listed(invented, "市教育局牵头哪些事项")
    assert draft is not None
    assert (draft.refused, draft.reason) == (True, "not_stated")
    assert "市教育局牵头" in draft.preface


def test_what_is_listed_of_a_matter_goes_on_nowhere(invented: Assistant) -> None:
    assert listed(invented, "市委常委会有哪些") is None
