"""Who is named again in a later order of a point: 由甲局牵头，丙局配合；由乙局牵头，丙局配合 names 丙局 for both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.documents.duties.extract import generic_leads, generic_supports, lead_units, support_units
from pipeline.documents.text.clean import Passage, fold
from pipeline.generation.closing import sentences_of
from pipeline.generation.order_cells import LEADING
from pipeline.minutes import Point

_READS = {
    "lead_units": lead_units,
    "lead_generic": generic_leads,
    "support_units": support_units,
    "support_generic": generic_supports,
}
"""What reads who is told to act in a wording, by the field of a point that it fills."""


def with_leads_again(point: Point, flat: str) -> Point:
    """Return a point whose spans hold (`lead_again.…`) also where a sentence names again one who leads in another.

    Args:
        point: the point.
        flat: its wording, folded, in which its sentences are told apart.
    """
    leads = frozenset((*point.lead_units, *point.lead_generic))
    first = {span.start for name, span in point.spans.items() if name.startswith("lead_")}
    again = [
        one.span
        for start, end in sentences_of(flat)
        if any(name in point.text[start:end] for name in leads)
        for field in LEADING[:2]
        for one in _READS[field](_passage(point, start, end), listed=True, there=leads)
        if one.name in leads and one.span.start not in first
    ]
    return replace(point, spans={**point.spans, **{f"lead_again.{index}": span for index, span in enumerate(again)}})


def with_named_again(point: Point, part: Point) -> Point:
    """Return an order with those of its point whom it names, too, but whose place in the point is in another order.

    A point knows the first place of each name only. One who leads or helps in the order already has his part there.

    >>> from pipeline.minutes import Span
    >>> text = "由甲局牵头，丙局配合；由乙局牵头，丙局配合。"
    >>> told = Point(label=None, start=0, end=22, text=text, lead_units=("甲局", "乙局"), support_units=("丙局",))
    >>> spans = {"lead_units.0": Span(12, 14)}
    >>> order = Point(label=None, start=11, end=22, text=text[11:], lead_units=("乙局",), spans=spans)
    >>> with_named_again(told, order).support_units
    ('丙局',)
    """
    every = frozenset(name for field in LEADING for name in getattr(point, field))
    taken = {name for field in LEADING for name in getattr(part, field)}
    if not any(name in part.text for name in every - taken):
        return part
    passage = _passage(part, 0, len(part.text))
    spans, told = dict(part.spans), dict[str, Any]()
    for field in LEADING:
        names: tuple[str, ...] = getattr(part, field)
        for one in _READS[field](passage, listed=True, there=every):
            if one.name in every and one.name not in taken:
                spans[f"{field}.{len(names)}"] = one.span
                names = (*names, one.name)
        told[field] = names
        taken |= set(names)
    return replace(part, **told, spans=spans)


def _passage(point: Point, start: int, end: int) -> Passage:
    """Return a stretch of a point's text as the grammar reads it."""
    wording = fold(point.text[start:end])
    kept = [(at, sign) for at, sign in enumerate(wording, start=point.start + start) if sign != "\n"]
    return Passage("".join(sign for _, sign in kept), [at for at, _ in kept])
