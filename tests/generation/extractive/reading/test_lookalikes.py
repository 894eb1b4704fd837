"""What looks like the kind of thing asked for and is none."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.lookalikes import (
    figure_is_its_own,
    has_only_lookalikes,
    holds_count_asked,
    holds_day_asked,
    holds_span_asked,
    holds_unit_asked,
    lacks_place,
)
from pipeline.generation.extractive.reading.traits import read_question


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        pytest.param("建账由哪个部门负责", "全市42座煤矿已有29座建成", False, id="the whole city"),
        pytest.param("建账由哪个部门负责", "市能源局要逐矿建账", True, id="a unit"),
        pytest.param("改造由哪个部门组织", "同意追加北校区食堂改造预算98万元", False, id="part of another word"),
        pytest.param("改造由哪家单位负责", "由后勤部负责", True, id="a section of a house"),
        pytest.param("方案由哪个部门修改", "报县人民政府批准", False, id="who decides next"),
        pytest.param("方案报哪个部门批准", "报县人民政府批准", True, id="who decides is asked for"),
        pytest.param("加速器由哪些板块重点建", "各镇要着重建设加速器", True, id="all towns"),
        pytest.param("送菜由哪家管", "| 帮住户送菜 | 社区居委会 | 每天 |", True, id="a committee of residents"),
        pytest.param("食堂归哪家公司管", "现承包方“海味”公司", True, id="a firm in quotes"),
        pytest.param("要补多少钱", "全市42座", True, id="no unit is asked for"),
    ],
)
def test_units(asked: str, said: str, holds: bool) -> None:
    assert holds_unit_asked(read_question(asked), said) is holds


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        pytest.param("一共打了多少针", "追加经费156万元", False, id="money counts nothing"),
        pytest.param("一共打了多少针", "共接种2.3万剂次", True, id="a count"),
        pytest.param("事故起数是多少", "6月15日前完成复核", False, id="a date"),
        pytest.param("用地面积是多少", "听取第三人民医院的汇报", False, id="an ordinal"),
        pytest.param("用地面积是多少", "用地126亩", True, id="a measure"),
        pytest.param("日处理能力多少", "同意14票，不同意2票", False, id="votes"),
        pytest.param("津贴从多少调到多少", "同意调整为每人每月90元", True, id="a change counts no things"),
        pytest.param("同意票有多少", "同意14票，不同意2票", True, id="votes are asked for"),
    ],
)
def test_counts(asked: str, said: str, holds: bool) -> None:
    assert holds_count_asked(read_question(asked), said) is holds


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        pytest.param("补贴什么时候发", "每人每月1200元", False, id="how often"),
        pytest.param("补贴多久发一次，什么时候发", "每月发放", True, id="how often is asked for"),
        pytest.param("厂房什么时候建好", "达产后年产值13亿元", False, id="no year"),
        pytest.param("票价什么时候涨", "客流由2019年的9.8万人次降至5.3万", False, id="a year of something else"),
        pytest.param("扶持资金哪一年最多", "2025年2000万元，2026年4000万元", True, id="a year is asked for"),
        pytest.param("调价什么时候完成", "自2024年7月1日起执行", False, id="a beginning, where an end is asked for"),
        pytest.param("调价什么时候执行", "自2024年7月1日起执行", True, id="a beginning"),
        pytest.param("名单每年几号前报", "从2025年起，每年安排90万元", False, id="every year is no day"),
        pytest.param("名单每年几号前报", "每年3月9日前报送", True, id="a day of every year"),
        pytest.param("汛期巡堤要求哪天前", "汛期每日8时前报水位", False, id="an hour is no day"),
        pytest.param("夜市开到几点", "9月底前完成", False, id="a day, where an hour is asked for"),
        pytest.param("夜市开到几点", "夜市延至22:30收摊", True, id="an hour"),
    ],
)
def test_days(asked: str, said: str, holds: bool) -> None:
    assert holds_day_asked(read_question(asked), said) is holds


@pytest.mark.parametrize(
    ("asked", "said", "own"),
    [
        pytest.param("每个人能领多少补偿", "首批补偿资金3.2亿元", False, id="for one: the sum for all"),
        pytest.param("每个人能领多少补偿", "人均补偿2万元", True, id="for one: an average"),
        pytest.param("最高奖励一家企业多少钱", "年度总盘子5000万元以内", False, id="for one firm: all of it"),
        pytest.param("一共补偿多少钱", "补偿资金3.2亿元", True, id="for all"),
        pytest.param("医院2023年亏损多少", "3000万元借款没有来源，不能为亏损兜底", False, id="clause: another"),
        pytest.param("医院2023年亏损多少", "全年亏损，金额1200万元", True, id="clause: the next"),
        pytest.param("由谁负责", "首批补偿资金3.2亿元", True, id="no figure is asked for"),
        pytest.param("危桥要给多少钱", "安排86万元，用于危桥应急", True, id="clause: what it is for stands behind"),
    ],
)
def test_figures(asked: str, said: str, own: bool) -> None:
    assert figure_is_its_own(read_question(asked), said) is own


def test_any_kind() -> None:
    assert has_only_lookalikes(read_question("补贴什么时候发"), "每人每月1200元")
    assert not has_only_lookalikes(read_question("谁来负责"), "全市42座煤矿"), "who is looked for elsewhere"


def test_places() -> None:
    assert lacks_place("三个地块分别在哪里", "均存在群众意见")
    assert not lacks_place("三个地块分别在哪里", "位于河口镇以东")
    assert not lacks_place("三个地块多少亩", "均存在群众意见")


@pytest.mark.parametrize("asked", ["涨价卡在哪里", "清淤难在哪儿", "闲置费作何处理", "违建作何处置"])
def test_what_hinders_and_what_is_done_are_no_places(asked: str) -> None:
    assert not lacks_place(asked, "均存在群众意见")
    assert lacks_place("灯塔建在何处", "均存在群众意见")


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        pytest.param("码头租了多长时间", "6月底前完成签约", False, id="a date"),
        pytest.param("码头租了多长时间", "租期五年", True, id="a span"),
        pytest.param("码头租了多长时间", "租期自6月1日至次年5月31日", True, id="its first and last day"),
        pytest.param("码头多久完工", "6月底前完工", True, id="by when will do"),
    ],
)
def test_spans(asked: str, said: str, holds: bool) -> None:
    assert holds_span_asked(read_question(asked), said) is holds


def test_what_somebody_gives_is_no_figure_of_his() -> None:
    asked = read_question("空调维修县长最后给了多少钱")
    assert figure_is_its_own(asked, "县长要求:同意维修,控制在30万元以内")


@pytest.mark.parametrize(
    ("said", "lacks"),
    [("市发改委于4月召开听证会", True), ("听证会在市民中心二楼召开", False)],
)
def test_where_a_gathering_was_is_told_by_its_place_alone(said: str, lacks: bool) -> None:
    assert lacks_place("停车收费听证会是在哪儿开的", said) is lacks
