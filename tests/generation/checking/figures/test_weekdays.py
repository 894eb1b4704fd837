"""On which day of the week a thing is done."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check

QUOTE = "每周二、周四开展夜间巡查，周六上午集中清扫。"


@pytest.mark.parametrize("statement", ["每个礼拜二和礼拜四开展夜间巡查。", "星期六上午集中清扫。"])
def test_the_same_day(statement: str) -> None:
    assert check(statement, [QUOTE]) == []


@pytest.mark.parametrize("statement", ["每个礼拜三开展夜间巡查。", "星期天上午集中清扫。"])
def test_another_day(statement: str) -> None:
    assert "date" in {problem.kind for problem in check(statement, [QUOTE])}


def test_once_a_week_names_no_day() -> None:
    assert "date" not in {problem.kind for problem in check("每周一次夜间巡查。", [QUOTE])}
