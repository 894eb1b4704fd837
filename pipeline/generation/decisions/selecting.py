"""Which rows of the ledger meet what somebody asks for: a unit, a verdict, a day by which something is due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Kind, OutcomeClass


def select(
    among: Iterable[LedgerRow],
    *,
    unit: str | None = None,
    lead_only: bool = False,
    outcome: OutcomeClass | None = None,
    item: str | None = None,
    document_id: str | None = None,
    kind: Kind | None = None,
    from_date: str | None = None,
    to_date: str | None = None,
    due_by: str | None = None,
    deadline: bool | None = None,
    containing: str | None = None,
) -> list[LedgerRow]:
    """Return the rows that meet every condition given.

    Args:
        among: rows of one or many documents.
        unit: a unit that leads or supports, under any of its names (市水利局, 水利局, 水务局).
        lead_only: let `unit` count only where it leads.
        outcome: a verdict on the matter: the rows that state it, and the tasks of an item that was ruled on so.
        item: the label of an item (四).
        document_id: one document.
        kind: one kind of document.
        from_date: first day of the meeting, ISO, as far as it goes (2017 is the whole year).
        to_date: last day of the meeting, ISO, as far as it goes.
        due_by: last day of the deadline; rows without a dated deadline fall out.
        deadline: rows that state a deadline (`True`) or none (`False`).
        containing: words that stand in the text or the title.
    """
    return [
        row
        for row in among
        if (unit is None or _concerns(row, unit, lead_only=lead_only))
        and (outcome is None or outcome in row.item_outcomes)
        and (item is None or row.item == item)
        and (document_id is None or row.document_id == document_id)
        and (kind is None or row.kind == kind)
        and ((from_date is None and to_date is None) or _within(row.date, from_date, to_date))
        and (due_by is None or _is_due(row, due_by))
        and (deadline is None or (row.deadline_text is not None) == deadline)
        and (containing is None or containing in row.text or containing in row.item_title)
    ]


def _concerns(row: LedgerRow, unit: str, *, lead_only: bool) -> bool:
    """Tell whether a unit leads or supports, under any of its names."""
    return any(same_unit(unit, name) for name in (*row.lead_units, *(() if lead_only else row.support_units)))


def _is_due(row: LedgerRow, day: str) -> bool:
    """Tell whether something of a row is due by a day."""
    return any(_within(date, None, day) for date in (row.deadline_date, *(one.date for one in row.further_deadlines)))


def _within(date: str | None, first: str | None, last: str | None) -> bool:
    """Tell whether a date, known as far as its text goes, can lie between two days; one without a year cannot.

    >>> _within("2022-04", "2022-04-15", None), _within("2022-04", None, "2022-03-31"), _within("--03-08", "2020", None)
    (True, False, False)
    """
    if date is None or date.startswith("-"):
        return False
    return (first is None or f"{date}~" >= first) and (last is None or date <= f"{last}~")
