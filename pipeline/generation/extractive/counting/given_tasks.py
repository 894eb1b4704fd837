"""What an item gives units to do: its sentences that name them, and the points that are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.unit_names import at_home, same_unit
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.evidence import is_given
from pipeline.generation.extractive.stretches import clauses_around, sentences, with_what_follows
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Point

LABEL = compiled(r"^(?:[一-鿿]{2}(?:单位|部门|人)[：:])?第[（(]?[0-9一二三四五六七八九十]+[)）]?条[，,、]")
"""Whose a point is, by its number."""
WHOSE = compiled(r"\s*(?:责任|牵头|主办|承办|配合|协办|落实)(?:单位|部门|处室|科室|人)[：:]")
ANNOUNCED = 240
"""Characters of the tasks that a line announces (会议要求某开发区：)."""
SHOWN = 100
OF_A_REPORT = compiled(r"听取了?[^。]*(?:汇报|请示|报告|说明)|作了?汇报|汇报(?:单位|人)[：:]")
"""Who reported, which gives nobody anything to do."""


def _is_of(point: Point, units: Sequence[str], body: str | None) -> bool:
    """Tell whether one of some units leads or supports a point; a bare name is that of the body whose paper it is."""
    told = [at_home(one, body) for one in (*point.lead_units, *point.support_units)]
    return any(same_unit(unit, one) for unit in units for one in told)


def tasks(source: Source, item: Item, units: Sequence[str]) -> list[Sentence]:
    """Return what an item gives units to do: its sentences that name them, and of a duty set down beside, the point.

    「责任单位：第（3）条，某局」 tells whose the third point is, and not what is to be done.
    """
    points = [point for point in item.points if _is_of(point, units, lists.body_of(source.entry))]
    places = _told(source, item, units)
    if points:  # 「责任单位：某局」 stands with its task
        places = [place for place in places if not WHOSE.match(source.document.quote(place))]
    beside = [one for one in points if not any(place.overlaps(one.span) for place in places)]
    kept = [place for place in places if not (points and LABEL.search(source.document.quote(place)))]
    told = [(place.start, passages.said(source, place)) for place in kept]
    told += [(point.start, lists.row_of(source, item, point, units)) for point in beside]
    return [line for _, line in sorted(told, key=lambda each: each[0])]


def _speaks(unit: str, wording: str) -> bool:
    """Tell whether a unit is named in a sentence only as that of somebody who speaks: 某局局长某某建议.

    >>> _speaks("县林业局", "县林业局局长某某建议先行试点"), _speaks("县林业局", "县林业局要提出方案")
    (True, False)
    """
    post = r"(?:党组|副|分管|主要|常务)*(?:局长|主任|书记|负责人|负责同志|经理|处长|科长|校长|院长)"
    said = r"(?:建议|提出|认为|表示|汇报|通报|说明|介绍)"
    spoken = rf"{re.escape(unit)}{post}[^，。；要须应]{{0,6}}?{said}"
    return bool(re.search(spoken, wording)) and len(re.findall(re.escape(unit), wording)) == 1


def _told(source: Source, item: Item, units: Sequence[str]) -> list[Span]:
    """Return the sentences of an item, its heading and its report apart, that name a unit, long ones cut to clauses."""
    title = item.spans.get("title")
    found = []
    for place in sentences(source.document, item.span):
        wording = source.document.quote(place)
        at = next((wording.find(unit) for unit in units if unit in wording), -1)
        opens = title is not None and place.start < title.end and place.end <= title.end + 2
        if at < 0 or opens or OF_A_REPORT.search(wording):
            continue
        if not any(is_given(unit, wording) and not _speaks(unit, wording) for unit in units):
            continue
        if place.end - place.start > SHOWN:
            core = Span(place.start + at, place.start + at + 2)
            place = clauses_around(source.document, place, core, limit=SHOWN)
        place = with_what_follows(source.document, place, within=item.span, limit=ANNOUNCED)
        found.append(passages.without_label(source, place))
    return found
