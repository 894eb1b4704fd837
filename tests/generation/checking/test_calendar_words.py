"""Dates that a text counts from the day of its meeting, or calls by a name."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.amounts import Date
from pipeline.generation.checking.calendar_words import absolute, bare_days, year_of
from pipeline.generation.checking.check import check

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
