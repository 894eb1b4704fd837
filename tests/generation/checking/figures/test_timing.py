"""Dates and times: folded with the year of the document, and held to what they are dates of."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.timing import time_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

TEXT = """12月6日下午两点半，校长主持会议。
1. 6月底前完成普查；第三季度投产；每月通报一次。
2. 力争8月25日前交付使用，本月20日前报送材料，去年10月已经开工。
3. 2022年改造60个小区，2023年改造80个小区。"""
SOURCE = Source(TEXT, "江政纪〔2021〕6号\n2021-12-06")


@pytest.mark.parametrize(
    "statement",
    [
        "会议于2021年12月6日召开",
        "会议于二〇二一年十二月六日14:30召开",
        "2022年6月30日前完成普查",
        "6月末前完成普查",
        "三季度投产",
        "按月通报",
        "2022年8月25日前交付",
        "2021年12月20日前报送材料",
        "2020年10月开工",
        "2023年改造80个小区",
    ],
)
def test_what_the_source_says(statement: str) -> None:
    assert list(time_problems(fold(statement), SOURCE)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "会议于2020年12月6日召开",
        "会议于12月6日上午召开",
        "会议于下午三点召开",
        "6月29日前完成普查",
        "7月底前完成普查",
        "6月前完成普查",
        "四季度投产",
        "每季度通报一次",
        "2021年8月25日前交付",
        "年底前交付使用",
        "尽快完成普查",
    ],
)
def test_what_it_does_not_say(statement: str) -> None:
    assert list(time_problems(fold(statement), SOURCE))


def test_the_year_of_another_figure_is_noticed() -> None:
    source = Source("2022年改造老旧小区六十个。2023年新建公共停车场八处。", "2021-12-06")
    (problem,) = time_problems(fold("2022年新建公共停车场八处"), source)
    assert problem.kind == "date"


@pytest.mark.parametrize(
    ("statement", "source", "flagged"),
    [
        ("2021年3月底前完成注册", "2021年一季度完成注册", False),
        ("2021年3月31日前完成注册", "2021年一季度完成注册", False),
        ("2021年6月底前完成注册", "2021年一季度完成注册", True),
        ("2022年6月底前完成拆迁", "2022年上半年完成拆迁", False),
        ("2021年投入1.5亿元", "2021年至2023年投入1.5亿元", True),
        ("工程于(2021年5月)前完工", "工程于(2021年5月)前完工", False),
        ("普查6月15日开始", "普查从4月1日起至6月15日结束", True),
        ("普查4月1日开始", "普查从4月1日起至6月15日结束", False),
        ("意见征集3月1日截止", "意见征集自3月1日起,为期30天", True),
        ("6月中旬开工", "6月中旬启动招标,8月上旬开工", True),
        ("每月5日前报送当月数据", "每月5日前报送上月数据", True),
    ],
)
def test_quarters_and_both_ends(statement: str, source: str, flagged: bool) -> None:
    assert bool(list(time_problems(fold(statement), Source(source, "")))) is flagged


@pytest.mark.parametrize(("matter", "flagged"), [("上线", False), ("验收", True)])
def test_before_a_month_is_by_the_end_of_the_one_before(matter: str, flagged: bool) -> None:
    source = Source("平台7月底前上线运行,9月底前验收", "")
    assert bool(list(time_problems(fold(f"平台要在八月之前{matter}"), source))) is flagged


@pytest.mark.parametrize(("statement", "flagged"), [("2023到2027年的规划", False), ("2023到2028年的规划", True)])
def test_one_end_of_a_span_of_years(statement: str, flagged: bool) -> None:
    source = Source("制定《产业规划(2023-2027)》", "云江市政府第12次常务会议\n2022-05-20")
    assert bool(list(time_problems(fold(statement), source))) is flagged


def test_three_quarters_of_a_year_are_no_day_before() -> None:
    source = Source("前三季度共扣减21.8万元", "2023-11-20")
    assert list(time_problems(fold("2023年前三季度扣减21.8万元"), source)) == []
