"""A date that names a meeting, with the words for the meeting behind it."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.understanding import days, naming
from pipeline.generation.understanding.question import understand
from pipeline.generation.understanding.scope import resolve
from tests.generation.understanding.test_scope import FIRST, LIBRARY, SECOND, TODAY, Held

OTHER = Held("d3", None, "村务监督会议", None, "2022-04-20", issuing_body="柳川县榆树村", name="榆树村村务监督会议纪要")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("9月6号到底定没定", True, id="a day"),
        pytest.param("9月6日前修好", False, id="by a day"),
        pytest.param("9月6日起施行", False, id="from a day"),
        pytest.param("9月6日到9月9日", False, id="a stretch"),
    ],
)
def test_a_day_by_which_something_is_due_is_no_day_of_a_meeting(text: str, day: bool) -> None:
    match = naming.DATE.search(text)
    assert match is not None
    assert days.is_the_day(match) is day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("榆树村修井，4月20号到底定没定", {"date": "--04-20", "body": "榆树村"}, id="its body met then"),
        pytest.param("榆树村4·20会商定没定", {"date": "--04-20", "body": "榆树村"}, id="with a dot between"),
        pytest.param("榆树村4.20万元修井定没定", {"body": "榆树村"}, id="a figure"),
        pytest.param("榆树村4月20日前修什么", {"body": "榆树村"}, id="due then"),
        pytest.param("榆树村4月21号定没定", {"body": "榆树村"}, id="it did not meet then"),
    ],
)
def test_a_day_on_which_the_body_that_is_named_met_names_its_meeting(text: str, expected: dict[str, str]) -> None:
    scope = resolve(text, (FIRST, SECOND, OTHER), today=TODAY, about_meetings=False)  # type: ignore[arg-type]
    assert scope.filters == expected


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        pytest.param("办公会（4月20日）定没定", True, id="the day alone"),
        pytest.param("现场办公会（4月20日，南岸港）定没定", True, id="with the place"),
        pytest.param("停车办法（4月20日起施行）定没定", False, id="no meeting before it"),
    ],
)
def test_a_day_in_a_bracket_behind_the_word_for_a_meeting_is_its_day(text: str, beside: bool) -> None:
    match = naming.DATE.search(text)
    assert match is not None
    assert days.beside_a_meeting(match) is beside


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("4月20日市政府常务会给停车办法布置的任务", "停车办法布置", id="called so"),
        pytest.param("4月20日临川市办公会给停车办法布置的任务", "停车办法布置", id="body and kind each by itself"),
        pytest.param("4月20日那次招商推介会给停车办法布置的任务", "招商推介会", id="called otherwise"),
    ],
)
def test_what_a_meeting_is_called_behind_its_date_is_no_topic(text: str, topic: str) -> None:
    question = understand(text, entries=LIBRARY, today=datetime.date(2022, 6, 1))  # type: ignore[arg-type]
    assert topic in question.topic_text
    assert "常务" not in question.topic_text


@pytest.mark.parametrize(
    ("text", "months"),
    [
        pytest.param("停车办法3月没定，4月怎么定的？", {"--03": "d1", "--04": "d2"}, id="what each decided"),
        pytest.param("停车办法3月的会布置了，4月查出多少？", {"--03": "d1", "--04": "d2"}, id="a meeting and a month"),
        pytest.param("停车办法3月定的，4月底前完成多少？", {}, id="when something is due"),
        pytest.param("停车办法3月没定，8月怎么定的？", {}, id="a month without a meeting"),
        pytest.param("3月区里会议定的，4月调度会怎么说？", {}, id="another body"),
    ],
)
def test_months_in_which_one_body_met(text: str, months: dict[str, str]) -> None:
    told = days.months_of_meetings(text, [FIRST, SECOND])  # type: ignore[list-item]
    assert {month: entry.document_id for month, (_, (entry,)) in told.items()} == months
