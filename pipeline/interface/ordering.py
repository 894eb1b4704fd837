"""In which order the ledger's rows stand: by the column that a reader chose, before the list is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pipeline.interface.wording import OUTCOMES, heading

Key = tuple[Any, ...]


def ordered(rows: Sequence[Any], order: str) -> list[Any]:
    """Return rows in an order; what states nothing to go by stands at the end, whichever way the rest goes.

    By deadline, one without a day of the calendar (尽快) stands behind all days, and before none at all.

    Args:
        rows: `ledger.LedgerRow` objects.
        order: a key of `ORDERS`, with “-” before it the other way round; any other leaves the latest meeting first.
    """
    column = order.removeprefix("-")
    key = ORDERS.get(column)
    latest = sorted(rows, key=lambda row: row.date or "", reverse=True)
    if key is None:
        return latest
    stated = sorted((row for row in latest if key(row)), key=key, reverse=order.startswith("-"))
    rest = [row for row in latest if not key(row)]
    return [*stated, *sorted(rest, key=lambda row: column == "deadline" and not row.deadline_text)]


def by_sound(text: str) -> Key:
    """Return a key under which Chinese stands in the order of its sound, and 2 before 10.

    The common characters of GB 18030 are coded in the order of their pinyin.

    >>> sorted(["市水利局", "市财政局", "第10期", "第2期"], key=by_sound)
    ['第2期', '第10期', '市财政局', '市水利局']
    """
    parts = re.split(r"(\d+)", text)
    return tuple(
        (0, int(part), b"") if part.isdecimal() else (1, 0, part.encode("gb18030", "replace")) for part in parts if part
    )


ORDERS: dict[str, Callable[[Any], Key]] = {
    "item": lambda row: by_sound(heading(row.item, row.item_title)),
    "text": lambda row: by_sound(row.text),
    "outcome": lambda row: (list(OUTCOMES).index(row.outcome),) if row.outcome else (),
    "ruled": lambda row: (list(OUTCOMES).index(row.item_outcome),) if row.item_outcome else (),
    "units": lambda row: by_sound("、".join((*row.lead_units, *row.lead_generic))),
    "deadline": lambda row: (row.deadline_date,) if row.deadline_date else (),
    "meeting": lambda row: (row.date,) if row.date else (),
    "sign": lambda row: (max(str(one["at"]) for one in row.confirmed.values()),) if row.confirmed else (),
}
"""The columns of the table, by the class of their cells, and what each is ordered by; an empty key: not stated."""
