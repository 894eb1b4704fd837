"""What is barred until something is done."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.degrees.until import done_first, leave_kept


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("要等鉴定合格才能营业", True),
        ("得先鉴定合格", True),
        ("可以营业", False),
        ("要等报告交了才能营业", False),
    ],
)
def test_done_first(statement: str, first: bool) -> None:
    assert done_first("不", statement, "未经鉴定合格不得营业") is first


def test_leave() -> None:
    assert leave_kept("未经镇长批准不得动用", "要经镇长批准才能动用")
    assert not leave_kept("未经镇长批准不得动用", "可以动用")


def test_in_a_whole_sentence() -> None:
    quote = "专家论证通过前不得复工。"
    assert check("要等专家论证通过才能复工。", [quote]) == []
    assert check("可以先复工，再请专家论证。", [quote])
