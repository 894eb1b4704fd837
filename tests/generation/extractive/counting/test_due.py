"""What is to be done by a time: all of it, and of the time that the question names."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.by_list import listing
from pipeline.generation.extractive.counting.due import due, due_asked, due_from, due_of_all, year_due
from tests.libraries import composing_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2021, 6, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("年底前要完成什么", "12-31"),
        ("6月底前要完成哪些", "06-31"),
        ("9月15日前要办结什么", "09-15"),
        ("有哪些时限", None),
    ],
)
def test_a_time_limit_is_read(text: str, day: str | None) -> None:
    assert due_asked(text) == day


@pytest.mark.parametrize(
    ("text", "year", "alone"),
    [
        pytest.param("哪些事情要在2023年底以前完成", 2023, True, id="a year"),
        pytest.param("2023年10月底前要办完哪些事", 2023, True, id="a month of it"),
        pytest.param("年底前要完成什么", None, True, id="no year"),
        pytest.param("年底前污水厂要完成什么", None, False, id="a matter beside"),
    ],
)
def test_the_year_and_the_matter_of_a_time_limit(text: str, year: int | None, alone: bool) -> None:
    assert year_due(text) == year
    assert due_of_all(text) is alone


def test_a_year_in_which_nothing_is_due_is_said(invented: Assistant) -> None:
    draft = due(composing(invented, "2019年底前要完成什么"))
    assert draft is not None
    assert draft.refused
    assert "2019年" in draft.preface


def test_what_is_due_counts_from_today_where_no_meeting_is_named(invented: Assistant) -> None:
    one = composing(invented, "年底前要完成什么")
    draft = listing(one, meetings(one))
    assert draft is not None
    assert len(draft.sentences) == 2
    assert all("临政纪〔2021〕6号" in sentence.text for sentence in draft.sentences)
    assert draft.preface.startswith("问题没有写年份，按")  # the year is ours, and said to be
    named = due(composing(invented, "2021年底前要完成什么"))
    assert named is not None
    assert "没有写年份" not in named.preface


def test_a_library_of_former_years_is_read_by_its_last_year(invented: Assistant) -> None:
    one = composing_of(invented, "年底前要完成什么", today=datetime.date(2050, 3, 1))
    draft = due(one)
    assert draft is not None and not draft.refused
    assert draft.preface.startswith("问题没有写年份，按2021年查找")


@pytest.mark.parametrize(
    ("text", "start"), [("4月要完成的有几件", "04-01"), ("9月到期的有哪些", "09-01"), ("4月底前要完成的有几件", None)]
)
def test_a_bare_month_is_that_month_alone(text: str, start: str | None) -> None:
    assert due_from(text) == start


@pytest.mark.parametrize("text", ["9月份到期的任务都是哪些单位的", "7月底前要办完的有哪些，分别由谁负责"])
def test_whose_the_tasks_are_names_no_matter(text: str) -> None:
    assert due_of_all(text)
