"""The cells of an order: who leads, who helps, by when."""

from __future__ import annotations

from pipeline.generation.decisions.order_cells import (
    doing,
    limits_within,
    named_beside,
    named_within,
    with_beside,
    with_limits,
)
from pipeline.minutes import Deadline, Point, Span

TEXT = "由甲局修路，6月底前完成。种树。责任单位：乙局"
"""The last words stand in a line behind the point."""


def point() -> Point:
    """Return a point of two sentences with a line behind it."""
    due = Deadline(text="6月底前", date="2023-06-30")
    spans = {"lead_units.0": Span(1, 3), "lead_units.1": Span(21, 23), "deadline": Span(6, 10)}
    return Point(label=None, start=0, end=16, text=TEXT[:16], lead_units=("甲局", "乙局"), deadline=due, spans=spans)


def test_what_is_said_beside_who_and_when() -> None:
    assert (doing(point(), 0, 13), doing(point(), 6, 13)) == ("修路", "")


def test_who_and_when_stand_within_a_place() -> None:
    spans: dict[str, Span] = {}
    assert named_within(point(), "lead_units", Span(0, 13), spans) == ("甲局",)
    assert spans == {"lead_units.0": Span(1, 3)}
    assert [limit.text for limit, _ in limits_within(point(), Span(0, 13))] == ["6月底前"]
    assert limits_within(point(), Span(13, 16)) == []


def test_what_stands_in_a_line_behind_is_told_of_a_part_that_names_nobody() -> None:
    assert named_beside(point()) == {"lead_units.1"}
    bare = Point(label=None, start=13, end=16, text=TEXT[13:16])
    told = with_beside(point(), named_beside(point()), bare)
    assert (told.lead_units, told.spans["lead_units.0"]) == (("乙局",), Span(21, 23))


def test_more_limits_come_behind_its_own() -> None:
    more = with_limits(point(), [(Deadline(text="年底前", date=None), Span(40, 43))])
    assert [one.text for one in (more.deadline, *more.further_deadlines) if one] == ["6月底前", "年底前"]
    assert more.spans["further_deadlines.0"] == Span(40, 43)
