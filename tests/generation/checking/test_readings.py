"""What a wording is read as, from both sides: each reading that lets a wording stand, and an invention beside it."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check, check_sources
from pipeline.generation.checking.reading.source import Source

STAMP = "2024-09-26\n白石镇党政联席会议纪要"
DUTIES = "● 补足种子缺口。〔牵头：种植业科；配合：财务科；时限：3月5日前〕"
BRANCH = "生态环境云湖分局待企业搬离后60日内完成调查。"
REFORM = "由区发展和改革局协调铁路运力，10月底前完成。"
DESIGN = "由运行管理科牵头、市水利勘测设计院配合，8月20日前报审。"
PAID = "9月底前交4000元，剩下4000元12月20日前交清"
BRIDGE = "责任单位：东湖村负责实施；11月上旬动工，明年1月20日前通车。"
PASSED = "会议听取了市司法局关于《船舶管理条例》的汇报\n会议审议通过《船舶管理条例》，提请市人大常委会审议。"


@pytest.mark.parametrize(
    ("quote", "true", "false"),
    [
        # units: the same body under another form of its name, and no other
        pytest.param(
            DUTIES, "种植业科牵头、财务科配合补足种子缺口。", "财务科牵头、种植业科配合补足种子缺口。", id="brackets"
        ),
        pytest.param(BRANCH, "云湖生态环境分局完成调查。", "青湖生态环境分局完成调查。", id="a-branch"),
        pytest.param(REFORM, "区发改局协调铁路运力。", "区交通局协调铁路运力。", id="joined-within-a-name"),
        pytest.param(DESIGN, "市水利设计院配合。", "市水利设计院牵头。", id="shortened-in-its-part"),
        pytest.param("由规建办检查一次。", "由镇规建办检查一次。", "由镇财政所检查一次。", id="of-the-own-town"),
        pytest.param(
            "学院路车位由交警大队施划。", "学院路的车位由交警大队施划。", "学院路的车位由城建学院施划。", id="a-street"
        ),
        pytest.param(
            "方维清牵头，财务科参与，清点设备。",
            "清点设备由方维清牵头，财务科参加。",
            "清点设备由方维清牵头，法务科参加。",
            id="takes-part",
        ),
        # people: a word of the language is nobody's name
        pytest.param(
            "高标准农田建设任务168万亩。", "高标准农田任务是168万亩。", "高标准农田任务由方维清承担。", id="a-field"
        ),
        # days: the same last day, the same piece of a list
        pytest.param("11月底前交地。", "2024年12月1日之前交地。", "2024年12月2日之前交地。", id="by-the-first"),
        pytest.param(
            BRIDGE,
            "2025年1月20日前通车、今年11月上旬动工，东湖村负责实施。",
            "2025年11月上旬动工、今年1月20日前通车，东湖村负责实施。",
            id="two-days-of-a-list",
        ),
        pytest.param(
            "加快进度，10月底前出具报告。",
            "进度要加快一点，10月底前出具报告。",
            "10月底下午一点前出具报告。",
            id="o-clock",
        ),
        # figures: the same number behind another word for its kind
        pytest.param(
            "用地增百分之二点一、电量增百分之三点四。",
            "用地增百分之二点一、电量增3.4%。",
            "用地增百分之二点二、电量增3.4%。",
            id="a-decimal-is-no-count",
        ),
        pytest.param("限价为每千瓦时0.35元。", "每度限价0.35元。", "每户限价0.35元。", id="a-unit-of-current"),
        pytest.param(
            "9月20日前完成整改。", "整改期限是九月二十日之前。", "整改期限是九月二十六日之前。", id="a-day-in-words"
        ),
        pytest.param("合同改为一年一签。", "合同每年签一次。", "合同每月签一次。", id="once-a-year"),
        pytest.param("12月20日前完成整治。", "整治要按时完成。", "整治要每月完成。", id="in-time"),
        pytest.param("完成整改（丙支队，6月底）。", "时限为6月底。", "时限为7月底。", id="a-term-in-brackets"),
        pytest.param("自12月20日零时起限行。", "12月20日0时起限行。", "12月20日1时起限行。", id="midnight"),
        pytest.param("截至8月底存煤21万吨。", "8月底存煤21万吨。", "9月底存煤21万吨。", id="no-span"),
        pytest.param("次年3月底前完成。", "第二年一季度末之前完成。", "第三年一季度末之前完成。", id="the-next-year"),
        # figures: what follows from those of the source
        pytest.param(PAID, "分两次交，9月底前交4000元。", "分三次交，9月底前交4000元。", id="instalments"),
        pytest.param(
            "购置设备2台，分别放在操场和食堂。",
            "购置设备两台，操场、食堂各放一台。",
            "购置设备两台，操场、食堂、门厅各放一台。",
            id="one-each",
        ),
        pytest.param("长度不少于600米。", "长度不短于600米。", "长度不长于600米。", id="not-shorter"),
        pytest.param("上限每户每月1.5万元。", "每户每月以1.5万元为上限。", "每户每月以1.5万元为下限。", id="a-ceiling"),
        pytest.param("在5个工作日内改完。", "改完的期限是五个工作日。", "改完的期限是六个工作日。", id="a-term"),
        pytest.param("日处理规模20万吨。", "每天可处理20万吨。", "每月可处理20万吨。", id="by-day"),
        pytest.param(
            "泄流不低于每秒0.42立方米。", "泄流每秒不少于0.42立方米。", "泄流每分钟不少于0.42立方米。", id="rate"
        ),
        pytest.param("仍有13个项目未开工。", "还有十三个没有开工。", "还有十五个没有开工。", id="what-is-left"),
        pytest.param("每月1号、15号抽查。", "每月1日、15日抽查。", "每月1日、16日抽查。", id="days-of-the-month"),
        # negation: of what is denied, in whatever words
        pytest.param(
            "许可证没下来之前不准开火。", "须待许可证下来方准开火。", "许可证下来之前可以开火。", id="only-then"
        ),
        pytest.param("供热期仍为10月25日起。", "供热期维持不变，仍为10月25日起。", "供热期不再执行。", id="as-before"),
        pytest.param(
            "热线不再由甲科承担，改由乙科负责。",
            "热线由乙科接替甲科负责。",
            "热线由丙科接替甲科负责。",
            id="taken-over",
        ),
        pytest.param("3月底前封顶。", "须在3月底前封顶，不得再晚。", "3月底前封顶，不得返工。", id="no-later"),
        pytest.param(
            "老井在新管网验收前不得封填。",
            "新管网没验收之前，老井不许封填。",
            "老井没封填之前，新管网不许验收。",
            id="barred-until",
        ),
        # verdicts: taken, or still to be taken
        pytest.param(PASSED, "《船舶管理条例》经审议通过。", "《船舶管理条例》未获通过。", id="a-report"),
        pytest.param(
            "未经专班同意不得支出。", "专班不同意就不能支出。", "会议不同意支出。", id="leave-still-to-be-given"
        ),
        pytest.param("会议审议通过该预案。", "该预案通过审议。", "该预案没有通过审议。", id="passes"),
        pytest.param("待评价通过后办理。", "待评价通过之后办理。", "评价已经通过。", id="a-test"),
    ],
)
def test_a_reading_and_an_invention_beside_it(quote: str, true: str, false: str) -> None:
    assert [problem.message for problem in check(true, [quote], context=STAMP)] == []
    assert check(false, [quote], context=STAMP)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("会议既不同意四期立项申请，也不同意增设2名经理。", True),
        ("会议既不同意四期立项申请，也不同意增设3名经理。", False),
        ("推荐方案9月底前报市政府审定；进展由市住建局每周五报市政府。", True),
        ("推荐方案9月底前报市政府审定；进展由市水利局每周五报市政府。", False),
    ],
)
def test_a_subject_of_its_own_has_a_place_of_its_own(said: str, *, holds: bool) -> None:
    sources = [
        Source("会议不同意四期立项申请。", ""),
        Source("会议不同意增设2名经理的请示。", ""),
        Source("推荐方案于9月底前报市政府审定。", ""),
        Source("市住建局每周五向市政府报送进展情况", ""),
    ]
    assert (check_sources(said, sources) == []) is holds
