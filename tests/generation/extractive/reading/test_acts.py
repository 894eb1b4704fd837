"""What is done by somebody, at some time or for money is told only by a sentence that speaks of it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.acts import tells_of_act, tells_of_test


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("体育馆由哪家单位设计", "同意体育馆选址河口片区", False, id="firm: only the place"),
        pytest.param("体育馆由哪家单位设计", "方案由市规划院编制", True, id="firm: in other words"),
        pytest.param("空调的中标单位是哪家", "做好公开招标，8月底前安装", False, id="firm: only the tender"),
        pytest.param("空调的中标单位是哪家", "由海川公司供货", True, id="firm: who supplies"),
        pytest.param("片区规划 编制单位", "由市资源局报市政府批准", False, id="firm: key words"),
        pytest.param("老楼是哪家机构鉴定的", "该楼经鉴定为D级", True, id="firm: the act is named"),
        pytest.param("管线谁负责", "由水务公司牵头", True, id="no act is asked for"),
        pytest.param("厂房什么时候开工", "一期达产后年产值13亿元", False, id="time: no beginning"),
        pytest.param("厂房什么时候开工", "10月底前开工建设", True, id="time: the beginning"),
        pytest.param("道路什么时候竣工", "力争6月动工", False, id="time: the beginning, where the end is asked for"),
        pytest.param("新院区哪天搬过去", "9月底前归还借款", False, id="time: paid, not moved"),
        pytest.param("新增接入几号解禁", "到年底合规率达到85%", False, id="time: a goal, not an end"),
        pytest.param("补助什么时候发放", "7月20日前打卡", True, id="time: paid in other words"),
        pytest.param("新宿舍什么时候能搬进去", "秋季开学前必须交付", True, id="time: moved into once handed over"),
        pytest.param("南岸水管什么时候用上", "务必于9月底前通水", True, id="time: used once water runs"),
        pytest.param("新变电站什么时候用上", "9月底前批复", False, id="time: approved, not used"),
        pytest.param("食堂什么时候开张", "开张时间改为8月20日前", True, id="time: in the same word"),
        pytest.param("买车的事什么时候再拿到会上", "6月15日前清查车辆", False, id="time: not of coming back"),
        pytest.param("买车的事什么时候再拿到会上", "6月15日前重新提交审议", True, id="time: of coming back"),
        pytest.param(
            "柳坡迁坟，截止时间是什么时候", "做好用地报批，7月底前具备条件", False, id="time: of something else"
        ),
        pytest.param("柳坡迁坟，截止时间是什么时候", "31座坟墓冬至前迁移完毕", True, id="time: of moving graves"),
        pytest.param("灯会开幕时间是哪天", "3月14日前编制安保预案", False, id="time: of what goes before"),
        pytest.param("灯会开幕时间是哪天", "3月28日在河口镇举办灯会", True, id="time: opening in other words"),
        pytest.param("摊位费调价时间是哪天", "公示期不少于15天", False, id="time: no price changes"),
        pytest.param("补助哪天得打到卡里", "底数不清，6月底前摸清户数", False, id="time: 不清 is no payment"),
        pytest.param("职工楼维修要花多少钱", "安置费每户每月600元", False, id="money: for something else"),
        pytest.param("职工楼维修要花多少钱", "初步估算维修要28万元", True, id="money: for just that"),
        pytest.param("食堂外包能省多少钱", "概算120万元", False, id="money: nothing is saved"),
        pytest.param("一年能交多少税", "年税收约2600万元", True, id="money: taxes"),
        pytest.param("广场设计是哪家单位做的", "请设计单位优化出口", False, id="firm: by its part alone"),
        pytest.param("新招的62人有多少人报名", "共招聘62人", False, id="how many do something"),
        pytest.param("新招的62人有多少人报名", "应聘者413人", True, id="how many: in other words"),
        pytest.param("规划是哪天批下来的", "抓紧完善后报省厅批准", False, id="time: to be approved"),
        pytest.param("规划是哪天批下来的", "批复后一个月内招标", False, id="time: what follows on approval"),
        pytest.param("规划是哪天批下来的", "省厅已于6月18日批复", True, id="time: of approval"),
        pytest.param("管网是哪家公司施工的", "同步施工,由住建局牵头,水务集团配合", False, id="firm: beside the works"),
        pytest.param("管网是哪家公司施工的", "由路桥公司负责施工", True, id="firm: the builder"),
        pytest.param("票价哪天公开征求意见", "自2025年1月1日起公布施行", False, id="time: asked in public"),
        pytest.param("票价哪天公开征求意见", "听证会8月28日召开", True, id="time: a hearing asks"),
        pytest.param("新学校什么时候开学", "8月底前完成初步设计批复", False, id="time: school begins"),
        pytest.param("新学校什么时候开学", "9月1日投入使用", True, id="time: school may begin"),
        pytest.param("栈桥小区什么时候交房", "一周内提出核查报告", False, id="time: handed over"),
        pytest.param("管网排查花了多少钱", "主干管修复概算3180万元", False, id="money: of the survey"),
        pytest.param("欠的滞纳金有多少", "所欠1.12亿元及滞纳金由某局催缴", False, id="money: the sum beside it"),
        pytest.param("欠的滞纳金有多少", "所欠本金1亿元及滞纳金120万元", True, id="money: its own sum"),
    ],
)
def test_what_is_done(asked: str, told: str, tells: bool) -> None:
    assert tells_of_act(asked, told) is tells


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("渡口改造后来通过验收了吗", "同意渡口改造方案", False, id="the meeting's verdict"),
        pytest.param("系统验收过了没", "同意系统通过终验", True, id="the test"),
        pytest.param("方案通过了吗", "同意渡口改造方案", True, id="no test is asked for"),
    ],
)
def test_what_was_passed(asked: str, told: str, tells: bool) -> None:
    assert tells_of_test(asked, told) is tells
