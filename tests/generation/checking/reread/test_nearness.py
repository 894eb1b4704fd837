"""Who or what stands nearer."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.nearness import FAR, NO_RIVAL, nearness
from pipeline.generation.checking.reread.placed import placed

SOURCE = "会议要求，市水利局清理河道淤泥，市教育局检修校车，6月底前清淤12公里，检修校车30辆。"


def near(statement: str, kind: str) -> float:
    return nearness(placed(statement, [Source(SOURCE, "")]))[kind]


@pytest.mark.parametrize(
    ("kind", "true", "invented"),
    [
        ("unit", "市水利局清理河道。", "市教育局清理河道。"),
        ("figure", "检修校车30辆。", "检修校车12辆。"),
    ],
)
def test_what_stands_farther_than_its_rival_is_behind(kind: str, true: str, invented: str) -> None:
    assert near(true, kind) < 0 < near(invented, kind)


def test_what_is_nowhere_is_far() -> None:
    assert near("市财政局清理河道。", "unit") == FAR


def test_without_a_rival_nothing_is_told() -> None:
    assert near("清理河道。", "unit") == NO_RIVAL
    assert near("会议要求市水利局和市教育局清理。", "person") == NO_RIVAL
