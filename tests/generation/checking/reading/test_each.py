"""What is said of each: 一人, 户均 and 一季度一次 are 每人, 每户 and 每季度 where the source says so."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.each import with_each


@pytest.mark.parametrize(
    ("said", "told", "written"),
    [
        ("一人奖2万元", "每人奖励2万元", "每人奖2万元"),
        ("户均补助400元", "每户补助400元", "每户补助400元"),
        ("一季度通报一次", "每季度通报一次", "每季度通报一次"),
        ("一年的保费3万元", "年度保费3万元", "年度的保费3万元"),
        ("一年消化2540万元", "挂账2540万元", "一年消化2540万元"),
        ("第一季度通报3次", "每季度通报3次", "第一季度通报3次"),
        ("一年内完成3次", "每年完成3次", "一年内完成3次"),
    ],
)
def test_with_each(said: str, told: str, written: str) -> None:
    assert with_each(said, told) == written


def test_another_span_is_flagged() -> None:
    assert check("纪委一季度抽查一次。", ["纪委每季度抽查一次。"]) == []
    assert check("纪委一个月抽查一次。", ["纪委每季度抽查一次。"])
