"""Whether the numbers of the items run through: where one is missing, or stands twice, a person should look."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.minutes import Notice

if TYPE_CHECKING:
    from pipeline.minutes import Item

MISSING, TWICE = "number_missing", "number_twice"
"""The codes of the notices."""


def numbering(items: Sequence[Item]) -> Iterator[Notice]:
    """Yield a notice where the number of an item does not follow that of the one before it.

    Papers that number per part and start again at one are well; items with numbers of two kinds (三 and 3.) are not
    compared.

    >>> from pipeline.minutes import Item
    >>> five, seven = (Item(label=one, number=of, title="", start=of, end=of) for one, of in (("五", 5), ("七", 7)))
    >>> [notice.message for notice in numbering((five, seven))]
    ['序号由“五”跳到“七”：原文缺号，或有事项没有读出']
    """
    seen: dict[tuple[str | None, bool], set[int]] = {}
    for before, item in itertools.pairwise(items):
        part = _part(item)
        if item.number is None or before.number is None or part != _part(before):
            continue
        known = seen.setdefault(part, set()) | {before.number}
        seen[part] = set() if item.number == 1 else known
        if item.number > before.number + 1 and item.number not in known:
            said = f"序号由“{before.label}”跳到“{item.label}”：原文缺号，或有事项没有读出"
            yield Notice(code=MISSING, message=said, start=item.start, end=item.start)
        elif item.number != 1 and item.number in known:
            said = f"序号“{item.label}”出现两次：原文重号，或事项划分有误"
            yield Notice(code=TWICE, message=said, start=item.start, end=item.start)


def _part(item: Item) -> tuple[str | None, bool]:
    """Return what numbers a run of items: its section, and whether by figures."""
    return item.section, (item.label or "").strip("（）().、 ")[:1].isascii()
