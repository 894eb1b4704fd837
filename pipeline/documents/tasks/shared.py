"""What is said once for several tasks (以上工作6月底前完成): each of them without a time limit gets this one."""

from __future__ import annotations

from dataclasses import replace

from pipeline.documents.patterns import OF_ALL
from pipeline.documents.text.clean import Paper
from pipeline.minutes import Document, Item, Point
from pipeline.patterns import compiled

# 「以上工作均须在8月31日前完成」, but not 「以上事项每周五前报送进展」: by when they are to be done
_DONE = compiled(r"(?:完成|办结|落实|完毕|到位|办理|整改)")


def with_shared_deadlines(document: Document, paper: Paper) -> Document:
    """Return the document with the time limits that are stated once written to the tasks that they are for.

    Within an item they are for the tasks before them, in the tail for those of all items. A task is one with somebody
    who does it; where it has a time limit of its own it keeps that. The place of the limit is where it is stated.
    """
    items = tuple(_within(item, paper) for item in document.items)
    for item in document.beside:
        if (shared := _for_all(item, paper)) is not None:
            items = tuple(
                replace(one, points=tuple(_due(point, shared) for point in one.points))
                if one.end <= item.start
                else one
                for one in items
            )
    return document if items == document.items else replace(document, items=items)


def _within(item: Item, paper: Paper) -> Item:
    """Return an item whose tasks before 「以上工作…」 have its time limit."""
    shared = _for_all(item, paper)
    if shared is None:
        return item
    return replace(item, points=tuple(_due(one, shared) if one.end <= shared.start else one for one in item.points))


def _for_all(item: Item, paper: Paper) -> Point | None:
    """Return the last point of an item that says by when all before it is to be done."""
    return next((point for point in reversed(item.points) if _is_for_all(point, paper)), None)


def _is_for_all(point: Point, paper: Paper) -> bool:
    """Tell whether a point says by when all before it is to be done."""
    flat = paper.passage(point.start, point.end).flat
    if point.deadline is None or point.deadline.date is None or not OF_ALL.match(flat):
        return False
    behind = paper.passage(point.spans["deadline"].end, point.end).flat
    return _DONE.search(behind[:12]) is not None


def _due(point: Point, shared: Point) -> Point:
    """Return a task with the time limit that is stated for all, where it has none."""
    if point.deadline is not None or not (point.lead_units or point.lead_generic) or point is shared:
        return point
    return replace(point, deadline=shared.deadline, spans={**point.spans, "deadline": shared.spans["deadline"]})
