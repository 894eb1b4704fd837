"""A point that gives several units their task each, parted by semicolons, told task by task."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.summary.condense import Level
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Point, Span
from pipeline.patterns import compiled

# 「；暂不具备条件的，由居委会代管」「；其余由丁局安排」: says nothing without the part before it
_LEANS = compiled(
    r"(?:其[中余他]|逾期|并|且|但|同时|另|也|还|该|此|上述|以上|如|若|凡|确|[^，]{2,16}(?:的|时|后)，(?![^，]*[局委办厅部处科室]))"
)


def by_unit(source: Source, item: Item, of: Point, level: Level) -> list[Told] | None:
    """Return a point without a label part by part, where semicolons part what several units are to do; else `None`.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "会议要求，由丙局4月底前完成招标；丁局每周巡查两次；戊局负责公告。"
    >>> source = Source("d0", parse_text(f"甲县政府第2次常务会议纪要\\n一、关于乙堤\\n{body}"))
    >>> [item] = source.document.items
    >>> [one.text for one in by_unit(source, item, item.points[0], 2)]
    ['会议要求：由丙局4月底前完成招标。', '丁局每周巡查两次。', '戊局负责公告。']
    """
    if source.document.kind != "minutes":
        return None
    leads = [span for name, span in of.spans.items() if name.startswith("lead_")]
    parts = [source.stretches(place) for place in _parted(source.document.text, of.span)]
    led = all(any(lead.start in place for place in places for lead in leads) for places in parts)
    if len(parts) < 2 or not led or any(_LEANS.match(source.document.quote(places[0])) for places in parts[1:]):
        return None
    told = [one for places in parts for place in places for one in source.prose(place, level=level)]
    if not all(map(source.holds, told)) or untold(of, "".join(one.text for one in told)):
        return None
    return [replace(one, covers=frozenset([item.start, of.start]), role="point") for one in told]


def _parted(text: str, place: Span) -> list[Span]:
    """Return the stretches of a place between semicolons, each with its mark."""
    found, start = list[Span](), place.start
    for at in range(place.start, place.end):
        if text[at] in "；;":
            found.append(Span(start, at + 1))
            start = at + 1
    return [*found, Span(start, place.end)] if start < place.end else found
