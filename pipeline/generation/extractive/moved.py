"""The sentences of an item that put a time off, or bring it forward: they state by when, though no cell holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.giving_way import CHANGE, plainly
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item, Span

A_DAY = compiled(
    r"(?:(?:20[0-9]{2}|[今明次当本同])年)?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?!租)|年[底内末])"
)
"""How a time opens: 7月15日前, 2026年3月底, 年底, 明年1月."""


def moves_to_a_day(wording: str) -> bool:
    """Tell whether a sentence puts another day in the place of one.

    >>> moves_to_a_day("同意将完成时限由5月底前延至7月15日前"), moves_to_a_day("标准由5元调整为6元，7月起执行")
    (True, False)
    """
    return any(A_DAY.match(change["after"]) for change in CHANGE.finditer(plainly(wording)))


def moved(document: Document, item: Item) -> list[Span]:
    """Return the sentences of an item that move a time."""
    return [place for place in sentences(document, item.span) if moves_to_a_day(document.quote(place))]
