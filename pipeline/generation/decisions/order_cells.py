"""The cells of an order: who leads, who helps and by when, each with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.minutes import Deadline, Point, Span
from pipeline.patterns import compiled

LEADING = ("lead_units", "lead_generic", "support_units", "support_generic")
"""The fields of a point that name somebody."""
_BARE = compiled(
    r"[由请，,。；;、：:\s和与]|(?:具体|组织|认真)?(?:牵头|负责|配合|承办|主办|落实|办理|实施|完成|抓好|执行)"
)
"""What is left of a sentence that only says who and when: 由县水利局牵头，6月底前完成."""


def doing(point: Point, start: int, end: int) -> str:
    """Return what a stretch of a point's text says beside who and when."""
    limits = (limit.text for limit in (point.deadline, *point.further_deadlines) if limit)
    wording = point.text[start:end]
    for told in (*point.lead_units, *point.lead_generic, *point.support_units, *point.support_generic, *limits):
        wording = wording.replace(told, "")
    return _BARE.sub("", wording)


def named_beside(point: Point) -> frozenset[str]:
    """Return the cells of a point that stand outside its wording: in a line behind it, in one that opens its set."""
    cells = (name for name in point.spans if name.startswith(("lead", "support", "deadline", "further")))
    return frozenset(
        name for name in cells if not (point.start <= point.spans[name].start and point.spans[name].end <= point.end)
    )


def named_within(point: Point, field: str, place: Span, spans: dict[str, Span]) -> tuple[str, ...]:
    """Return who of one list of a point is named within a place, in the text's order; their places go into `spans`."""
    names: Sequence[str] = getattr(point, field)
    there = [
        (point.spans[f"{field}.{index}"], name) for index, name in enumerate(names) if f"{field}.{index}" in point.spans
    ]
    own = sorted(((span, name) for span, name in there if span.start in place), key=lambda one: one[0].start)
    for index, (span, _) in enumerate(own):
        spans[f"{field}.{index}"] = span
    return tuple(name for _, name in own)


def limits_within(point: Point, place: Span) -> list[tuple[Deadline, Span]]:
    """Return the time limits of a point that stand within a place, its first before the others."""
    return [
        (limit, point.spans[name])
        for name, limit in point.limits
        if name in point.spans and point.spans[name].start in place
    ]


def with_limits(part: Point, limits: Sequence[tuple[Deadline, Span]]) -> Point:
    """Return an order with more time limits behind its own."""
    every = [*((limit, part.spans[name]) for name, limit in part.limits), *limits]
    spans = {name: span for name, span in part.spans.items() if not name.startswith(("deadline", "further"))}
    for position, (_, span) in enumerate(every):
        spans["deadline" if position == 0 else f"further_deadlines.{position - 1}"] = span
    return replace(
        part,
        deadline=every[0][0] if every else None,
        further_deadlines=tuple(limit for limit, _ in every[1:]),
        spans=spans,
    )


def with_beside(point: Point, beside: frozenset[str], part: Point) -> Point:
    """Return an order that names nobody with those whom a line outside the point's wording names."""
    spans = dict(part.spans)
    told: dict[str, Any] = {}
    for field in LEADING:
        own: tuple[str, ...] = getattr(part, field)
        names: Sequence[str] = getattr(point, field)
        others = [index for index in range(len(names)) if f"{field}.{index}" in beside]
        spans |= {f"{field}.{len(own) + at}": point.spans[f"{field}.{index}"] for at, index in enumerate(others)}
        told[field] = (*own, *(names[index] for index in others))
    limits = [(limit, point.spans[name]) for name, limit in point.limits if name in beside]
    return with_limits(replace(part, **told, spans=spans), limits)
