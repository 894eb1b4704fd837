"""What is said twice is told once, and what it covers stays covered."""

from __future__ import annotations

from pipeline.generation.summary.once import once
from pipeline.generation.summary.told import Source
from pipeline.minutes import Document, Span

_TEXT = "会议同意作如下调整：完工时间推迟至9月。"
_SOURCE = Source("d1", Document(file="a.txt", text=_TEXT, kind="minutes", name="a"))


def test_a_point_that_a_verdict_says_whole_is_covered_by_it() -> None:
    verdict = _SOURCE.tell(_TEXT, [Span(0, len(_TEXT))], covers=[0], role="verdict")
    point = _SOURCE.tell("完工时间推迟至9月。", [Span(10, len(_TEXT))], covers=[0, 10], role="point")
    [told] = once([verdict, point])
    assert (told.text, told.covers) == (_TEXT, frozenset([0, 10]))


def test_a_point_of_another_place_stays() -> None:
    verdict = _SOURCE.tell(_TEXT, [Span(0, 9)], covers=[0], role="verdict")
    point = _SOURCE.tell("完工时间推迟至9月。", [Span(10, len(_TEXT))], covers=[0, 10], role="point")
    assert len(once([verdict, point])) == 2
