"""Short forms that every office uses, spelled out."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.shortforms import spelled_out

PAIRS = [
    ("人行江滩分行与市财政局对接", "人民银行江滩分行与市财政局对接"),
    ("工行松林支行提供贷款", "中国工商银行松林支行提供贷款"),
    ("农商行牵头银团", "农村商业银行牵头银团"),
    ("方案提交职代会审议", "方案提交职工代表大会审议"),
    ("章程由教代会讨论", "章程由教职工代表大会讨论"),
    ("报市委编委审批", "报市委机构编制委员会审批"),
    ("独董回避表决", "独立董事回避表决"),
    ("可研报告由投资部编制", "可行性研究报告由投资部编制"),
    ("完成初设批复", "完成初步设计批复"),
    ("环评尚未通过", "环境影响评价尚未通过"),
    ("做好稳评工作", "做好社会稳定风险评估工作"),
    ("控规修编由规划局负责", "控制性详细规划修编由规划局负责"),
    ("专项债用于管网", "专项债券用于管网"),
    ("排查地灾隐患点12处", "排查地质灾害隐患点12处"),
    ("核查低保对象", "核查最低生活保障对象"),
    ("国企改革由国资委牵头", "国有企业改革由国资委牵头"),
    ("报市政府批准", "报市人民政府批准"),
    ("年租金12万元", "每年租金12万元"),
    ("月服务费2800元", "每月服务费2800元"),
    ("市一院改造门诊", "市第一人民医院改造门诊"),
    ("县二中食堂招标", "县第二中学食堂招标"),
    ("区三小扩建", "区第三小学扩建"),
    ("县四幼移交房屋", "县第四幼儿园移交房屋"),
    ("街道纪工委查处", "街道纪律检查工作委员会查处"),
    ("报市纪委审核", "报市纪律检查委员会审核"),
    ("开发区党工委研究", "开发区党的工作委员会研究"),
    ("青龙街道牵头", "青龙街道办事处牵头"),
    ("青龙街道办牵头", "青龙街道办事处牵头"),
    ("云江交投集团还款", "云江交投集团有限公司还款"),
]


@pytest.mark.parametrize(("short", "long"), PAIRS)
def test_both_forms_are_one(short: str, long: str) -> None:
    assert check(f"{short}。", [f"{long}。"]) == []
    assert check(f"{long}。", [f"{short}。"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "人行道拓宽3米",
        "施工行为规范",
        "最初设立的基金",
        "环评价格",
        "总规模5亿元",
        "控规模",
        "外国企业投资",
        "降低保证金",
        "居民企业所得税",
        "中央企业",
        "年底前完成8个",
        "月底前交付3台",
        "专项债券",
        "全市一小时交通圈",
        "本市一中心两片区",
        "街道办公用房",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert spelled_out(text) == text


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("人行江滩分行负责。", "工商银行江滩分行负责。"),
        ("方案提交职代会审议。", "方案提交监事会审议。"),
        ("报县委编委审批。", "报县委深改委审批。"),
        ("可研报告由投资部编制。", "初步设计由投资部编制。"),
        ("年租金12万元。", "月租金12万元。"),
        ("每月服务费2800元。", "年服务费2800元。"),
    ],
)
def test_another_body_or_rate_is_flagged(statement: str, source: str) -> None:
    assert check(statement, [source])


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("市二院改造门诊。", "市第一人民医院改造门诊。"),
        ("县二中食堂招标。", "县第三中学食堂招标。"),
        ("白云街道牵头。", "青龙街道办事处牵头。"),
        ("街道党工委查处违建。", "街道纪律检查工作委员会查处违建。"),
    ],
)
def test_the_like_name_is_flagged(statement: str, quote: str) -> None:
    assert check(statement, [quote])
