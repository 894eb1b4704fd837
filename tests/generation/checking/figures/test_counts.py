"""Counts that a sentence gives of what it lists itself."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.counts import with_own_heads, without_own_counts
from pipeline.generation.checking.reading.fold import fold

WORDS = fold("董事甲明、乙亮、丙山回避。成本控制在32%以内，清收1.5亿元，培训职工。")


@pytest.mark.parametrize(
    ("statement", "kept"),
    [
        pytest.param("会议提出三项要求：成本控制在32%以内，清收1.5亿元，培训职工。", False, id="clauses"),
        pytest.param("回避的董事有三位，分别是甲明、乙亮和丙山。", False, id="names"),
        pytest.param("甲明、乙亮、丙山3名董事回避。", False, id="names-before"),
        pytest.param("回避的董事有两位，分别是甲明和乙亮。", True, id="fewer-than-the-source"),
        pytest.param("会议提出四项要求：成本控制在32%以内，清收1.5亿元，培训职工。", True, id="more-than-it-lists"),
        pytest.param("回避的董事有三位。", True, id="no-list"),
    ],
)
def test_a_count_that_its_list_proves(statement: str, kept: bool) -> None:
    folded = fold(statement)
    assert (without_own_counts(folded, WORDS) == folded) == kept


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("巡逻大队与东湾、柳堤两个街道配合", "巡逻大队与东湾街道、柳堤街道配合"),
        ("市财政、税务两个局配合", "市财政局、税务局配合"),
        ("由住房和城乡建设局配合", "由住房和城乡建设局配合"),
        ("东湾、北岭两个街道配合", "东湾、北岭两个街道配合"),
    ],
)
def test_what_stands_once_behind_several(statement: str, told: str) -> None:
    assert with_own_heads(statement, "巡逻大队、东湾街道、柳堤街道,市财政局、市税务局,住建局、城建局") == told
