"""By when a thing is due: every way to say it is one."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.deadlines import by_when


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("不晚于4月9日交图", "4月9日前交图"),
        ("不得迟于下月底交图", "下月底前交图"),
        ("最迟不得超过今年8月底交图", "今年8月底前交图"),
        ("最晚要在2031年5月1日之前交图", "2031年5月1日前交图"),
        ("赶在国庆节前交图", "国庆节前交图"),
        ("最迟4月9日下午5点交图", "4月9日下午5点前交图"),
        ("不晚于2031年 4月9日交图", "2031年4月9日前交图"),
        ("次年即2031年动工", "2031年动工"),
        ("三季度末(即9月30日)前交图", "9月30日前交图"),
        ("不超过30日", "不超过30日"),
        ("不超过十一个月", "不超过十一个月"),
        ("最迟三日内答复", "最迟三日内答复"),
        ("不早于4月9日", "不早于4月9日"),
        ("2031年即将到来", "2031年即将到来"),
    ],
)
def test_by_when(said: str, written: str) -> None:
    assert by_when(said) == written


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("船务科修缮护栏不晚于2031年6月30日。", True),
        ("船务科修缮护栏最晚6月底。", True),
        ("船务科修缮护栏不晚于7月底。", False),
        ("船务科修缮护栏不早于6月底。", False),
    ],
)
def test_a_deadline_is_held_against_its_source(said: str, holds: bool) -> None:
    assert (check(said, ["由船务科6月底前修缮护栏。"], context="2031-03-02") == []) is holds


def test_a_long_line_takes_no_long() -> None:
    assert by_when("最迟" * 40_000)
    assert by_when("12月" * 40_000)
