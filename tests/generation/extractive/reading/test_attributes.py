"""What a sentence must hold to tell of just what is asked."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.attributes import (
    holds_what_somebody_is,
    of_one_alone,
    of_the_period,
    tells_of_it,
)


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        ("老厂那块地卖了多少钱", "补偿总额核定为1.2亿元", False),
        ("老厂那块地卖了多少钱", "起始价每亩96万元", True),
        ("三台旧车卖多少钱", "按评估值不低于21万元公开转让", True),
        ("公司注册资本是多少", "授信额度3000万元", False),
        ("项目总投资是多少", "从预备费中安排300万元", False),
        ("项目总投资是多少", "概算核定为1.9亿元", True),
        ("荣誉市民是哪国人", "同意授予5人荣誉市民称号", False),
        ("老厂房建于哪一年", "要在三个月内划定保护范围", False),
        ("电价多少", "电价每度0.6元", True),
        ("粮食产量比上年多多少", "9月底前检修38个粮库", False),
        ("粮食产量比上年多多少", "产量41万吨,较上年增加3万吨", True),
        ("引进的人才是什么专业的", "会议同意引进徐某等7人", False),
        ("引进的人才是什么专业的", "引进岩土工程人才7人", True),
        ("保护区有多大面积", "区内尚有房屋31栋", False),
        ("保护区有多大面积", "共126亩", True),
        ("污水厂日处理能力多少", "总投资1.2亿元", False),
        ("污水厂日处理能力多少", "日处理3000吨", True),
        ("回购厂房的钱从哪里出", "总价1亿元，分三期支付", False),
        ("回购厂房的钱从哪里出", "从预备费列支", True),
        ("获奖者里有几名女性", "授予10名同志称号", False),
        ("站长换成谁了", "免去其站长职务,站长由周民代理", True),
        ("岸桥那项谁提了意见", "合同金额2380万元,交货期14个月", False),
        ("岸桥那项谁提了意见", "独立董事周民提出应增加违约条款", True),
        ("洒水车是哪个厂家中标", "公开招标并签订合同，机关服务中心负责", False),
        ("中标单位是谁", "委托某某招标公司代理", False),
        ("哪家公司中了标", "由某某环境公司中标", True),
        ("管护换成哪个站负责", "由南站先行清淤", False),
        ("管护换成哪个站负责", "改由北站负责", True),
        ("开工改成什么时候", "推迟到9月1日", True),
        ("换届大会订在哪天", "人选名单11月底前上报", False),
        ("换届大会订在哪天", "换届大会定于11月9日召开", True),
        ("开镰仪式定在几号", "仪式日定在9月3日", True),
        ("班子里谁不太赞成全额补贴", "会议不同意全额补贴,超出部分另议", False),
        ("班子里谁不太赞成全额补贴", "骆师傅对全额补贴持保留意见", True),
        ("反对外包的人是谁", "食堂由后勤科管理", False),
        ("谁对选址有顾虑", "纪委员提出选址离学校过近", True),
        ("列一下批下来的名额,哪个科室多少人", "不同意保卫科申报的3名名额", False),
        ("列一下批下来的名额,哪个科室多少人", "8月5日前发布公告", False),
        ("列一下批下来的名额,哪个科室多少人", "批准护理科招聘12名、药剂科招聘3名", True),
        ("批准的追加预算从哪里列支", "不同意追加,从年度预算列支", True),
        ("市民政局派谁来的", "由市民政局负责修订细则", False),
        ("市民政局派谁来的", "市民政局副局长乐山参加会议", True),
        ("票价涨了多少", "票价由2元调整为3元", True),
    ],
)
def test_just_what_is_asked(asked: str, told: str, tells: bool) -> None:
    assert tells_of_it(asked, told) is tells


@pytest.mark.parametrize(
    ("asked", "told", "fits"),
    [
        ("二季度利润多少", "一季度利润0.5亿元", False),
        ("一季度利润多少", "利润0.5亿元", True),
        ("全年收入多少", "1—8月收入21亿元", False),
        ("全年收入多少", "全年收入32亿元", True),
        ("去年接待了多少游客", "预计接待游客18万人次", False),
        ("去年接待了多少游客", "全年接待游客18万人次", True),
        ("低保原来每月多少", "将低保标准提高至871元", False),
        ("低保原来每月多少", "低保标准由800元调整为871元", True),
    ],
)
def test_the_time_that_is_asked_about(asked: str, told: str, fits: bool) -> None:
    assert of_the_period(asked, told, f"一季度经营情况 {told}") is fits


@pytest.mark.parametrize(
    ("asked", "told", "counted", "alone"),
    [
        ("奖励里江州电子拿了多少", "对江州电子有限公司等21家企业给予奖励，共计1362万元", False, False),
        ("江州电子奖多少", "对江州电子有限公司等21家企业各奖励5万元", False, True),
        ("周民救了几个人", "授予周民等5人称号，每人奖励3万元", True, False),
        ("奖励21家企业多少钱", "对江州电子等21家企业给予奖励，共计1362万元", False, True),
    ],
)
def test_a_figure_of_a_group(asked: str, told: str, counted: bool, alone: bool) -> None:
    assert of_one_alone(asked, told, counted=counted) is alone


@pytest.mark.parametrize(
    ("asked", "told", "holds"),
    [
        ("医疗队的领队是谁", "派出医疗队23人", False),
        ("医疗队的领队是谁", "领队为周民", True),
        ("负责的是谁", "由市财政局办理", True),
        ("专班组长先后是谁", "由周民任组长", True),
        ("专班组长现在是谁", "由周民任组长", True),
        ("医疗队的领队依次是谁", "派出医疗队23人", True),
        ("今后例会是谁来召集", "召开调度会，由安全科负责", True),
        ("班子里头是谁不赞成", "虞师傅持保留意见", True),
    ],
)
def test_what_somebody_is(asked: str, told: str, holds: bool) -> None:
    assert holds_what_somebody_is(asked, told) is holds
