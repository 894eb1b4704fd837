"""Verbs that are denied, softened or put in another order, and conditions that are lost."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.placed import placed
from pipeline.generation.checking.reread.turned import NAMES, turned

SOURCE = Source("验收前不得启用新校车，县教育局研究调整线路，经家长代表同意的，票价可以上调。", "")


def told(statement: str) -> dict[str, float]:
    return turned(placed(statement, [SOURCE]))


@pytest.mark.parametrize(
    ("trait", "true", "invented"),
    [
        ("word_freed", "新校车验收前不启用。", "新校车验收前启用。"),
        ("word_denied", "县教育局研究调整线路。", "县教育局不再调整线路。"),
        ("word_hardened", "县教育局研究调整线路。", "县教育局调整线路。"),
        ("edge_turned", "新校车在验收之前不启用。", "新校车在验收之后启用。"),
        ("conditions_lost", "家长代表同意的，票价可以上调。", "票价可以上调。"),
    ],
)
def test_what_is_turned_is_counted(trait: str, true: str, invented: str) -> None:
    assert told(true)[trait] < told(invented)[trait]


def test_every_trait_has_one_column() -> None:
    assert set(told("票价可以上调。")) == set(NAMES)


def test_without_a_condition_none_is_lost() -> None:
    one = turned(placed("更换护栏。", [Source("会议同意更换护栏", "")]))
    assert one["condition_held"] > 1
    assert one["clauses_lost"] == 0
