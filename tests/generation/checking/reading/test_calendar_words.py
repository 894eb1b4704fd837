"""Dates that a text counts from the day of its meeting, or calls by a name."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.amounts import Date
from pipeline.generation.checking.reading.calendar_words import absolute, bare_days, is_limit, year_of

STAMP = "柳溪区政府第5次常务会议\n2024-04-09"
QUOTE = """去年11月“11·18”东岭路塌陷造成6户受损。
河堤加固年内完工，闸门明年3月前更换。
桥面检测由区交通局负责，下月中旬启动。
本月20日前完成树木移栽，月底前恢复通行。
路灯改造国庆前亮灯，花箱摆放五一前到位。
招生方案于4月3日前报区教育局。"""
TRUE = """
2023年11月18日的东岭路塌陷造成6户受损。
2023年11月东岭路塌陷，造成6户受损。
去年11月18日东岭路塌陷造成6户受损。
河堤加固2024年12月底前完工。
河堤加固2024年12月31日前完工。
河堤加固今年年底前完工。
河堤加固在今年内完工。
闸门2025年3月前更换。
闸门要在明年3月前更换。
桥面检测2024年5月中旬启动。
桥面检测由区交通局负责，5月中旬启动。
区交通局下月中旬启动桥面检测。
2024年4月20日前完成树木移栽。
4月20日前完成树木移栽。
4月底前恢复通行。
2024年4月30日前恢复通行。
本月底前恢复通行。
路灯改造2024年10月1日前亮灯。
路灯改造在国庆前亮灯。
花箱摆放2024年5月1日前到位。
招生方案2024年4月3日前报区教育局。
"""
FALSE = """
2022年11月18日的东岭路塌陷造成6户受损。
2024年11月18日的东岭路塌陷造成6户受损。
2023年12月18日的东岭路塌陷造成6户受损。
2023年11月28日的东岭路塌陷造成6户受损。
河堤加固2025年12月底前完工。
河堤加固2024年10月底前完工。
河堤加固明年年底前完工。
闸门2024年3月前更换。
闸门2026年3月前更换。
闸门2024年12月底前更换。
桥面检测2024年6月中旬启动。
桥面检测4月中旬启动。
桥面检测2024年5月下旬启动。
2024年5月20日前完成树木移栽。
4月25日前完成树木移栽。
5月底前恢复通行。
2024年3月底前恢复通行。
路灯改造2024年9月1日前亮灯。
路灯改造2025年10月1日前亮灯。
路灯改造元旦前亮灯。
花箱摆放2024年6月1日前到位。
招生方案2023年4月3日前报区教育局。
"""


@pytest.mark.parametrize("statement", TRUE.split())
def test_the_same_day(statement: str) -> None:
    assert check(statement, [QUOTE], context=STAMP) == []


@pytest.mark.parametrize("statement", FALSE.split())
def test_another_day(statement: str) -> None:
    assert check(statement, [QUOTE], context=STAMP)


def test_months_run_over_the_year() -> None:
    met = Date(2024, 12, 2, "", "", "", 0)
    assert absolute("下月上旬,元旦前,上月底", met, {2024}) == "2025年1月上旬,2025年1月1日前,11月底"
    assert absolute("五月底前,个月底", met, {2024}) == "五月底前,个月底"


def test_without_a_year_nothing_is_counted() -> None:
    assert year_of(None, {2021, 2022}) is None
    assert absolute("明年3月前", None, set()) == "明年3月前"


def test_a_day_without_a_month_follows_the_meeting() -> None:
    met = Date(2024, 4, 9, "", "", "", 0)
    assert [day.day for day in bare_days("27日12时前,3日", met)] == [27]


PAIRS = [  # what a source says, and a wording of it
    ("进度款由市财政局在国庆节前拨付", "进度款须在2024年国庆节前拨付"),
    ("自2024年7月1日起提高标准", "从今年7月1日起提高标准"),
    ("标准从下月1日起提高", "2024年7月1日起提高标准"),
    ("试点情况于三季度末报市政府", "试点情况9月底前报市政府"),
    ("2023年共处理投诉320件", "去年共处理投诉320件"),
    ("一季度完成投资3亿元", "今年一季度完成投资3亿元"),
    ("四季度启动建设", "今年第四季度启动建设"),
    ("2025年上半年建成", "明年上半年建成"),
    ("明年上半年建成", "2025年上半年建成"),
    ("名单于6月15日前上报", "名单于6月15日（星期六）前上报"),
    ("12月底前完成清欠", "年内完成清欠"),
    ("15日内提出方案", "半个月内提出方案"),
    ("自2024年10月1日起执行", "自2024年10月起执行"),
]
TURNED = [
    ("绿化工程8月底前完工", "绿化工程今年8月底完工"),
    ("进度款由市财政局在国庆节前拨付", "进度款须在2025年国庆节前拨付"),
    ("自2024年7月1日起提高标准", "从明年7月1日起提高标准"),
    ("标准从下月1日起提高", "2024年8月1日起提高标准"),
    ("绿化工程8月底前完工", "绿化工程今年9月底完工"),
    ("绿化工程8月底前开工", "绿化工程7月底开工"),
    ("招标工作本月底前完成", "招标工作应于2024年7月底完成"),
    ("试点情况于三季度末报市政府", "试点情况6月底前报市政府"),
    ("2023年共处理投诉320件", "今年共处理投诉320件"),
    ("2022年共处理投诉320件", "去年共处理投诉320件"),
    ("一季度完成投资3亿元", "去年一季度完成投资3亿元"),
    ("2025年上半年建成", "今年上半年建成"),
    ("明年上半年建成", "2026年上半年建成"),
    ("名单于6月15日前上报", "名单于6月16日（星期日）前上报"),
    ("10月底前完成清欠", "年内完成清欠"),
    ("2025年12月底前完成清欠", "年内完成清欠"),
    ("15日内提出方案", "一个月内提出方案"),
    ("自2024年10月1日起执行", "自2024年11月起执行"),
    ("自2024年10月15日起执行", "自2024年10月起执行"),
]


@pytest.mark.parametrize(("source", "statement"), PAIRS)
def test_another_wording_of_the_day(source: str, statement: str) -> None:
    assert check(f"{statement}。", [f"{source}。"], context="2024-06-12") == []


@pytest.mark.parametrize(("source", "statement"), TURNED)
def test_a_turned_day(source: str, statement: str) -> None:
    assert check(f"{statement}。", [f"{source}。"], context="2024-06-12")


def test_from_this_day_on() -> None:
    assert absolute("即日起开放", Date(2024, 7, 14, "", "", "", 0), {2024}) == "7月14日起开放"


def test_a_limit_without_before() -> None:
    assert is_limit(Date(None, 5, 31, "", "", "5月31日", 0), "整改期限由5月31日延至7月31日")
    assert not is_limit(Date(None, 5, 31, "", "", "5月31日", 0), "5月31日召开会议")
