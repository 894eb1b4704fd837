"""What a reader narrows the ledger to: read from a form or a link, carried into links, turned into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from pipeline.minutes import OutcomeClass

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.generation.decisions.ledger import LedgerRow

DUE = ("", "stated", "soon", "overdue", "undated", "none")
"""All; a deadline is stated; within 30 days; past; stated without a date; none stated."""
SOON_DAYS = 30
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """The conditions on rows; an empty one does not narrow. `outcome` is on the matter; `none`: no verdict stated."""

    document: str = ""
    unit: str = ""
    outcome: str = ""
    due: str = ""
    signed: str = ""
    from_date: str = ""
    to_date: str = ""
    words: str = ""

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> Narrowed:
        """Read what a browser sent, which is not trusted: an unknown value does not narrow.

        >>> Narrowed.read({"unit": " 市财政局 ", "due": "someday", "page": 3})
        Narrowed(document='', unit='市财政局', outcome='', due='', signed='', from_date='', to_date='', words='')
        """
        given = {one.name: str(value.get(one.name) or "").strip()[:_LONGEST] for one in fields(cls)}
        legal = {"outcome": ("none", *get_args(OutcomeClass)), "due": DUE, "signed": ("yes", "no")}
        for name, values in legal.items():
            given[name] = given[name] if given[name] in values else ""
        return cls(**given)

    @property
    def query(self) -> str:
        """The conditions as the query of a link."""
        return urlencode(self.given)

    @property
    def given(self) -> dict[str, str]:
        """The conditions that narrow."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}

    def rows(self, assistant: Assistant) -> list[LedgerRow]:
        """Return the decisions that meet the conditions.

        Raises:
            LibraryEmpty, UnknownDocument, BadFilter: as `Assistant.ledger` does.
        """
        from pipeline.generation.decisions.selecting import select
        from pipeline.retrieval.catalogue import Filters

        filters = Filters(
            document=self.document or None,
            unit=self.unit or None,
            from_date=self.from_date or None,
            to_date=self.to_date or None,
        )
        outcome: Any = self.outcome if self.outcome != "none" else None
        found = select(assistant.ledger(filters), outcome=outcome or None)
        wanted = self.words.lower().split()
        today = assistant.settings.today
        return [
            row
            for row in found
            if (self.outcome != "none" or not (row.item_outcomes or row.item_outcome_text))
            and is_due(row, self.due, today=today)
            and (not self.signed or bool(row.confirmed) == (self.signed == "yes"))
            and all(word in f"{row.item_title} {row.text} {row.next_step or ''}".lower() for word in wanted)
        ]


def is_due(row: LedgerRow, due: str, *, today: date) -> bool:
    """Tell whether the deadline of a row is of a kind of `DUE`; a month or a year ends with its last day."""
    stated, last = row.deadline_text is not None, row.deadline_date
    if due == "stated":
        return stated
    if due == "none":
        return not stated
    if due == "undated":
        return stated and last is None
    if due == "soon":
        return last is not None and today.isoformat() <= f"{last}~"[:11] and last <= _in_days(today, SOON_DAYS)
    if due == "overdue":
        return last is not None and f"{last}~" < today.isoformat()
    return True


def _in_days(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()
