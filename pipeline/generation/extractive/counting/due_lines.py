"""The lines of a list of what is due in a time: of a long decision the sentence whose time limit lies in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import at_home, find_units, same_unit
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.counting.zones import without_zones
from pipeline.generation.extractive.evidence import plain, point_span
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.stretches import sentence_at
from pipeline.minutes import Span

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Point


def deadlines(
    sources: Sequence[Source],
    *,
    start: str | None = None,
    end: str | None = None,
    year: int | None = None,
    units: Sequence[str] = (),
) -> list[tuple[Source, Sentence]]:
    """Return what states a deadline, of a long decision the sentences whose deadlines are meant.

    Args:
        sources: the documents.
        start: month and day from which on it must be, or `None` for any before the end.
        end: month and day (12-31) by which it must be; then a deadline without a date falls out.
        year: the year meant, or `None` for that of each document's meeting.
        units: units whose it must be; none for all.
    """
    return [
        (source, line)
        for source in (without_zones(sources, units) if units else sources)
        for source, item, point in lists.points_of([source])
        if not units or any(_is_of(unit, point, source) for unit in units)
        for line in _lines(source, item, point, start=start, end=end, year=year, units=units)
    ]


def _lines(
    source: Source,
    item: Item,
    point: Point,
    *,
    start: str | None,
    end: str | None,
    year: int | None,
    units: Sequence[str],
) -> Iterator[Sentence]:
    """Yield the lines of one decision, each wording once."""
    limits = [(point.deadline, point.spans.get("deadline"))]
    limits += [(one, point.spans.get(f"further_deadlines.{at}")) for at, one in enumerate(point.further_deadlines)]
    told: set[str] = set()
    for limit, place in limits:
        if limit is None or not lists.is_in_time(limit, source.entry, start=start, end=end, year=year):
            continue
        line = _line(source, item, point, place, units)
        if line is not None and line.text not in told:
            told.add(line.text)
            yield line


def _line(source: Source, item: Item, point: Point, place: Span | None, units: Sequence[str]) -> Sentence | None:
    """Return a decision, or of a long one the sentence of a time limit; `None` where that is another unit's."""
    if len(point.text) <= lists.SHOWN or place is None or not point.start <= place.start < point.end:
        return Sentence(lists.shown(source, point.span), (quote(source, point_span(source.document, item, point)),))
    around = sentence_at(source.document, place, limit=lists.SHOWN)
    span = Span(max(around.start, point.start), min(around.end, point.end))
    wording = source.document.quote(span)
    named = [unit for _, unit in find_units(wording)]
    if units and named and not any(_same(unit, one, source) for unit in units for one in named):
        return None
    return Sentence(plain(wording), (quote(source, span),))


def _is_of(unit: str, point: Point, source: Source) -> bool:
    """Tell whether a unit leads a decision or supports it."""
    told = (*point.lead_units, *point.support_units, *((point.addressed_to,) if point.addressed_to else ()))
    return any(_same(unit, one, source) for one in told)


def _same(unit: str, told: str, source: Source) -> bool:
    return same_unit(unit, at_home(told, lists.body_of(source.entry)))
