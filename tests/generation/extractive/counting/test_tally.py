"""Lists and counts over whole meetings: exact, with as many quotes as are counted."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.by_list import listing
from pipeline.generation.extractive.counting.tally import tally, whole
from tests.libraries import composing_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2021, 6, 1))


def tallied(assistant: Assistant, text: str) -> Draft | None:
    one = composing(assistant, text)
    return tally(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "first", "lines"),
    [
        pytest.param("第12次会议结论里要求提交常委会讨论的议题有几个", "共有1项", 2, id="next-step-counted"),
        pytest.param("第12次会议哪些文件要提交市委常委会讨论", "停车管理办法", 1, id="next-step-listed"),
        pytest.param("第12次会议哪几个文件直接印发、不用上常委会", "共有1项", 2, id="next-step-negated"),
        pytest.param("停车管理办法会上明确了几条", "共有2条议定事项", 1, id="points-of-an-item"),
        pytest.param("第12次会议第二项提了几点要求", "共有2点要求", 1, id="points-of-an-ordinal"),
        pytest.param("第12次会议编了号的议定事项一共几条", "共有4条议定事项", 1, id="points-of-a-meeting"),
        pytest.param("第12次会议有几个局派人列席", "有4个局派人列席", 1, id="units-that-came"),
        pytest.param("第12次会议给市财政局派了哪些活", "1200万元", 1, id="tasks-of-a-unit"),
    ],
)
def test_what_is_counted_is_exact(invented: Assistant, text: str, first: str, lines: int) -> None:
    draft = tallied(invented, text)
    assert draft is not None
    assert first in draft.sentences[0].text
    assert len(draft.sentences) == lines
    counted = draft.sentences[0].counted
    assert counted is None or counted == len(draft.sentences[0].quotes)


@pytest.mark.parametrize(
    "text", ["停车管理办法有哪几点要求", "停车管理办法里夜间停到几点", "第12次会议由谁主持", "停车管理办法通过了吗"]
)
def test_another_question_is_no_tally(invented: Assistant, text: str) -> None:
    assert tallied(invented, text) is None


def test_a_meeting_is_asked_about_as_a_whole_where_only_it_is_named(invented: Assistant) -> None:
    assert whole(composing(invented, "临川市第12次常务会议议定了几项"))
    assert not whole(composing(invented, "第12次会议停车管理有几项"))


def test_items_are_counted_without_the_word_for_them(invented: Assistant) -> None:
    one = composing(invented, "临川市第12次常务会议议定了几项")
    draft = listing(one, meetings(one))
    assert draft is not None
    assert draft.sentences[0].counted == 3
