"""What is turned round without a changed word: reasons, waits, order, who bears, of whom it is said."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.turns import turn_problems
from pipeline.generation.checking.reading.source import Source


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("因资金紧张,会议不同意立项", "前期工作不实,会议不同意立项", True),
        ("因前期工作不实,会议不同意立项", "前期工作不实,会议不同意立项", False),
        ("待立项批复后列入计划", "待立项批复后再议", True),
        ("待立项批复后另行研究", "待立项批复后再议", False),
        ("对逾期不搬迁的职工强制执行", "对逾期不搬迁的企业强制执行,职工全部安置", True),
        ("依次由水利局、规划局发言", "先由规划局、再由水利局发言", True),
        ("依次由规划局、水利局发言", "先由规划局、再由水利局发言", False),
        ("由市城管局修改后印发", "由市城管局修改完善后报市政府印发", True),
        ("由市财政承担", "由市、区两级财政各承担一半", True),
        ("要完成改造32个小区", "已完成改造32个小区", True),
        ("要完成改造32个小区", "年底前要完成改造32个小区", False),
    ],
)
def test_turns(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(turn_problems(clause, Source(source, "")))) is flagged


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("罗启文因系投标单位顾问而回避", "罗启文系投标单位股东,回避", True),
        ("罗启文因系投标单位股东而回避", "罗启文系投标单位股东,回避", False),
        ("市场原址改建为停车场", "市场搬迁,原址改建为公园", True),
        ("市场原址改建成公园", "市场搬迁,原址改建为公园", False),
    ],
)
def test_what_one_is_and_what_becomes_of_it(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(turn_problems(clause, Source(source, "")))) is flagged
