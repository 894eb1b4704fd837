"""Deadlines as a calendar (ICS): one whole-day event for each deadline of a decision that is a day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.exports.cells import CHANGED, changes_words, links_words
from pipeline.generation.exports.tasks import confirmed_words, source_words, stamp_words, units_words
from pipeline.generation.wording import doers
from pipeline.minutes import Deadline

if TYPE_CHECKING:
    from icalendar import Event

    from pipeline.generation.decisions.ledger import LedgerRow

DAYS_BEFORE = (7, 1)
"""Days before the deadline on which the calendar reminds."""
LONGEST_TITLE = 40


def ledger_ics(rows: Sequence[LedgerRow], *, today: datetime.date) -> bytes:
    """Return the deadlines among some rows as a calendar; its description says how many have no day.

    Args:
        rows: the decisions.
        today: the day on which the calendar is made.

    >>> b"BEGIN:VCALENDAR" in ledger_ics([], today=datetime.date(2021, 3, 8))
    True
    """
    from icalendar import Calendar

    calendar = Calendar()
    limits = [(row, number, limit) for row in rows for number, limit in enumerate(_limits(row), start=1)]
    dated = [(row, number, limit, day) for row, number, limit in limits if (day := deadline_day(limit.date))]
    undated = len(limits) - len(dated)
    about = f"共 {len(dated)} 个有日期的时限。" + (f"另有 {undated} 个时限没有具体日期，未列入。" if undated else "")
    for name, value in (
        ("prodid", "-//Jiyao//纪要//ZH"),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("x-wr-calname", "议定事项时限"),
        ("x-wr-caldesc", about),
    ):
        calendar.add(name, value)
    made = datetime.datetime.combine(today, datetime.time(), tzinfo=datetime.UTC)
    for row, number, limit, day in dated:
        calendar.add_component(_event(row, number, limit.text, day, made=made))
    return bytes(calendar.to_ical())


def deadline_day(date: str | None) -> datetime.date | None:
    """Return the day of a deadline, or `None` where the text gives no day (2022-04, --03-08).

    >>> deadline_day("2021-03-08"), deadline_day("2022-04"), deadline_day(None)
    (datetime.date(2021, 3, 8), None, None)
    """
    try:
        return datetime.date.fromisoformat(date or "")
    except ValueError:
        return None


def _limits(row: LedgerRow) -> list[Deadline]:
    """Return every time limit of a row, the first first."""
    first = [Deadline(text=row.deadline_text, date=row.deadline_date)] if row.deadline_text is not None else []
    return [*first, *row.further_deadlines]


def _event(row: LedgerRow, number: int, limit: str, day: datetime.date, *, made: datetime.datetime) -> Event:
    """Return the event of one limit, with reminders; it keeps its id, so that a second import replaces it."""
    from icalendar import Alarm, Event

    event = Event()
    text = one_line(row.text)
    shown = text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
    lines = (
        text,
        f"牵头单位：{units_words(doers(row.lead_units, row.lead_generic))}",
        f"配合单位：{units_words(doers(row.support_units, row.support_generic))}",
        f"时限原文：{one_line(limit)}",
        f"议题：{one_line(row.item_title)}",
        f"依据：{stamp_words(row)}，{source_words(row)}，原文第{row.start + 1}—{row.end}字",
        *([confirmed_words(row)] if row.confirmed else []),
        *([f"同一事项：{links_words(row)}"] if row.links else []),
        *([f"{CHANGED}：{changes_words(row)}"] if row.changes else []),
    )
    for name, value in (
        ("uid", f"{row.row}{f':{number}' if number > 1 else ''}@jiyao"),
        ("dtstamp", made),
        ("dtstart", day),
        ("dtend", day + datetime.timedelta(days=1)),
        ("summary", f"【时限】{units_words(row.lead_units, otherwise='')}{'：' if row.lead_units else ''}{shown}"),
        ("description", "\n".join(lines)),
        ("transp", "TRANSPARENT"),
        ("categories", ["议定事项"]),
    ):
        event.add(name, value)
    for days in DAYS_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", shown)
        alarm.add("trigger", datetime.timedelta(days=-days))
        event.add_component(alarm)
    return event
