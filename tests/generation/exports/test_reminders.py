"""Deadlines as a calendar."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from icalendar import Calendar

from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.exports.reminders import DAYS_BEFORE, deadline_day, ledger_ics
from pipeline.minutes import Deadline
from tests.generation.exports.opened import NAMED, SAME, SIGNED, signed_row
from tests.generation.papers import minutes

TODAY = datetime.date(2021, 3, 9)
SURVEY = rows("d1", minutes())[0]


def _calendar(*among: LedgerRow) -> Calendar:
    calendar = Calendar.from_ical(ledger_ics(among, today=TODAY))
    assert isinstance(calendar, Calendar)
    return calendar


def test_a_deadline_is_a_whole_day_with_reminders() -> None:
    [event] = _calendar(*rows("d1", minutes())).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (datetime.date(2021, 6, 30), datetime.date(2021, 7, 1))
    assert event["SUMMARY"].startswith("【时限】市城管局：停车难是群众反映强烈")
    assert event["UID"] == "d1:一:1@jiyao"
    said = event["DESCRIPTION"].split("\n")
    assert "时限原文：6月底前" in said
    assert "配合单位：市公安局" in said
    assert said[-1].endswith(f"原文第{SURVEY.start + 1}—{SURVEY.end}字")
    assert [alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")] == [-days for days in DAYS_BEFORE]


def test_the_same_rows_make_the_same_calendar() -> None:
    assert ledger_ics([SURVEY], today=TODAY) == ledger_ics([SURVEY], today=TODAY)


def test_a_deadline_without_a_day_is_counted_and_not_dated() -> None:
    calendar = _calendar(SURVEY, replace(SURVEY, deadline_text="尽快", deadline_date=None))
    assert len(calendar.walk("VEVENT")) == 1
    assert str(calendar["X-WR-CALDESC"]) == "共 1 个有日期的时限。另有 1 个时限没有具体日期，未列入。"


@pytest.mark.parametrize(
    ("date", "day"),
    [("2021-06-30", datetime.date(2021, 6, 30)), ("2021-06", None), ("--06-30", None), (None, None), ("2021", None)],
)
def test_only_a_whole_date_is_a_day(date: str | None, day: datetime.date | None) -> None:
    assert deadline_day(date) == day


def test_every_limit_of_a_decision_has_its_day() -> None:
    further = (Deadline(text="年底前", date="2021-12-31"), Deadline(text="每季度", date=None))
    calendar = _calendar(replace(SURVEY, further_deadlines=further))
    events = calendar.walk("VEVENT")
    assert [(event["UID"], event["DTSTART"].dt.isoformat()) for event in events] == [
        ("d1:一:1@jiyao", "2021-06-30"),
        ("d1:一:1:2@jiyao", "2021-12-31"),
    ]
    assert "时限原文：年底前" in events[1]["DESCRIPTION"]
    assert str(calendar["X-WR-CALDESC"]).endswith("另有 1 个时限没有具体日期，未列入。")


def test_an_event_says_who_signed_and_where_the_matter_returns() -> None:
    [event] = _calendar(signed_row(SURVEY)).walk("VEVENT")
    assert event["SUMMARY"].startswith("【时限】市住建局：")
    assert f"已签认：{SIGNED}\n同一事项：{SAME}；{NAMED}" in event["DESCRIPTION"]


def test_lines_are_folded_by_bytes_and_text_is_escaped() -> None:
    content = ledger_ics([replace(SURVEY, text="甲，乙;丙\\丁\n" * 30)], today=TODAY)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert event["DESCRIPTION"].startswith("甲，乙;丙\\丁")
