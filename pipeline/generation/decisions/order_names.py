"""Who is named again in a later order of a point: 由甲局牵头，丙局配合；由乙局牵头，丙局配合 names 丙局 for both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.documents.duties.extract import generic_leads, generic_supports, lead_units, support_units
from pipeline.documents.text.clean import Passage, fold
from pipeline.generation.decisions.closing import sentences_of
from pipeline.generation.decisions.order_cells import LEADING, named_beside
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


def in_its_sentences(point: Point) -> Point:
    """Return a point with those whom a line behind it names again at their places in its sentences.

    Where its sentences charge two at least and the line names nobody else, each has the part of his sentence
    (责任单位：甲局、乙局); a helper of the line who leads in a sentence leads there, and 各相关街道 are 各街道.
    """
    beside = named_beside(point)
    if not beside or any(name.startswith(("deadline", "further")) for name in beside):
        return point
    every = frozenset(name for field in LEADING for name in getattr(point, field))
    passage = _passage(point, 0, len(point.text))
    told = {field: _READS[field](passage, listed=True, there=every) for field in LEADING}
    leads = {_plain(one.name) for field in LEADING[:2] for one in told[field]}
    found = leads | {_plain(one.name) for field in LEADING for one in told[field]}
    if len(leads) < 2 or not {_plain(name) for name in every} <= found:
        return point
    spans = {name: place for name, place in point.spans.items() if name.partition(".")[0] not in LEADING}
    spans |= {f"{field}.{index}": one.span for field in LEADING for index, one in enumerate(told[field])}
    names: dict[str, Any] = {field: tuple(one.name for one in told[field]) for field in LEADING}
    return replace(point, **names, spans=spans)


def _plain(name: str) -> str:
    """Return a name without the word that says of a class that it is concerned: 各街道 for 各相关街道."""
    return name.replace("相关", "").replace("有关", "")


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
