"""Where a paper tells who was there, and who came for a part only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.told_there import (
    CAME_LATE,
    LEFT_EARLY,
    for_a_part,
    named_there,
    partly_there,
)

TEXT = (
    "某镇办公会议纪要\n2022年3月1日，段明主持召开会议。参加人员：杨帆、苏晓。副主任苏晓因事，第2项起离席。"
    "副主任杨帆第2项议题后到会。\n一、修渠\n苏晓汇报。同意修渠。"
)


@pytest.fixture
def source(sources: list[Source]) -> Source:
    return replace(sources[0], document=parse_text(TEXT))


def test_who_is_named_where_it_tells_who_was_there(source: Source) -> None:
    assert [one.text for one in named_there("苏晓", source)] == [
        "参加人员：杨帆、苏晓。",
        "副主任苏晓因事，第2项起离席。",
    ]
    assert named_there("白洁", source) == []


def test_who_came_for_a_part_only(source: Source) -> None:
    assert [one.text for one in for_a_part("苏晓", source)] == ["副主任苏晓因事，第2项起离席。"]
    assert [one.text for one in partly_there(source, CAME_LATE)] == ["副主任杨帆第2项议题后到会。"]
    assert [one.text for one in partly_there(source, LEFT_EARLY)] == ["副主任苏晓因事，第2项起离席。"]
    assert for_a_part("段明", source) == []
