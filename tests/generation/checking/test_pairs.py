"""Wordings that a mend lets stand, each with an invention of the same form that must not."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check, check_sources
from pipeline.generation.checking.reading.source import Source

TASKS = "1 | 修缮围墙 | 基建部 | 各子公司 | 12月5日"
POST = "聘任方维清为总工程师，聘期三年。"
BUS = "由县交通局牵头，县公安局、县财政局配合，于7月10日前重新制定客运方案。"
MARKET = "改造所需860万元，先用足省级专项，差额部分再由区级兜底。"
BRIDGES = "县交通局要逐桥制定绕行方案，新桥未建成前不得拆除旧桥。"
DEBT = "对欠缴土地款的3家企业，由资源局发函催缴，10月20日前仍不缴纳的，依法收回土地。"
FEES = "物业公司应每季度公示一次收益，逾期未公示的，由街道通报。"
HEARING = "收费方案须经听证后实施。"
ROAD = "货车早7时至晚9时禁止通行。"
BALLOT = "议案一：同意9票，反对0票，弃权0票，审议通过。"
SPLIT = "议案一：同意8票，反对0票，弃权1票，审议通过。"
CHECKED = "安环部复查仓库，复查不合格的停产整改。"
GROUP = "综合部会同工会在五一前完成表彰。"
OF_TOWNS = "| 2 | 疏浚河道 | 区水务局 | 枣林镇人民政府 | 9月底前 |"
HALF_YEARLY = "5-2｜更新渡口名录｜区交通局｜各镇（街道）政府｜每半年一次"
OF_A_TASK = "| 4-1 | 整改情况报送省交通厅 | 机务科 | 枣林镇政府 | 验收合格后 |"
TRACK = "● 检修道岔，费用不高于12万元。〔承办：机务部；协办：法务部；时限：5月20日前〕"
ASSESSED = "园区管委会提出将码头北移2海里，因涉及航道安全，暂不研究，待栖山海事局完成评估后再议。"
TAKEN_OVER = "原由区民政局承担的热线转接工作，改由区数据局承担，5月1日起交接。"
LAMPS = "路灯用电按不高于每千瓦时0.72元掌握。"
CEILING = "修订稿将单项奖励上限由30万元降至18万元。"
WINTER = "发放期为11月至次年3月，每人每月300元。"
FEWER = "全年会议数量在去年基础上压减12%，区政府办负责。"
WARNED = "水位退出警戒线前，枣林镇要昼夜巡查。"
FEES_BARRED = "供热公司不得以任何名义变相加收费用。"
PAID_IN = "保证金未到账前，区资源局不得出具用地意见。"
STAFF = "机务部驾驶员参加轮训，覆盖全部驾驶员；区经费从预备费列支。"
SCHOOL = "由县教育局会同县人社局做好招聘，本次招聘教师85名。"
STEEL = "会议不同意撤销白马开发区，给予一年整改期。"
NAMED_IN_BRACKETS = (
    "打井12眼。（牵头单位：东岭县政府；配合单位：市水务局；完成时限：7月底前）\n市财政局6月18日前拨付资金。"
)


@pytest.mark.parametrize(
    ("quote", "true", "false"),
    [
        pytest.param(
            TASKS, "基建部12月5日前修缮围墙，各子公司配合。", "基建部12月8日前修缮围墙。", id="a-row-by-its-day"
        ),
        pytest.param(TASKS, "围墙由基建部修缮，时限为12月5日。", "围墙由基建部修缮，时限为12月25日。", id="a-term"),
        pytest.param(POST, "方维清获聘为总工程师。", "方维远获聘为总工程师。", id="a-name-before-its-verb"),
        pytest.param(
            BUS,
            "客运方案7月10日前重新制定，由县交通局牵头，配合的是县公安局、县财政局。",
            "客运方案7月10日前重新制定，由县公安局牵头，配合的是县交通局、县财政局。",
            id="who-supports-is-named-behind",
        ),
        pytest.param(MARKET, "差额由区级兜底，省级专项先用足。", "所需的860万元由区级兜底。", id="the-part-named"),
        pytest.param(BRIDGES, "新桥建成后才能拆旧桥。", "旧桥拆除后才能建新桥。", id="barred-until"),
        pytest.param(
            BRIDGES, "县交通局为每座桥制定绕行方案。", "县公安局为每座桥制定绕行方案。", id="bridge-by-bridge"
        ),
        pytest.param(FEES, "不按时公示的由街道通报。", "物业公司由街道通报。", id="not-in-time"),
        pytest.param(FEES, "收益一季度公示一次。", "收益一个月公示一次。", id="once-a-quarter"),
        pytest.param(HEARING, "收费方案要先开听证会才能实施。", "收费方案直接实施。", id="heard-first"),
        pytest.param(ROAD, "货车早上七点到晚上九点不让走。", "货车早上七点到晚上十点不让走。", id="by-the-clock"),
        pytest.param(BALLOT, "议案一全票通过。", "议案一未通过。", id="no-vote-against"),
        pytest.param(CHECKED, "没通过复查的一律停产整改。", "没通过复查的一律关闭拆除。", id="a-rule-for-a-class"),
        pytest.param(SCHOOL, "县教育局、县人社局要做好招聘。", "县教育局、县财政局要做好招聘。", id="together"),
        pytest.param(SCHOOL, "招聘名额85个。", "招聘名额58个。", id="so-many-posts"),
        pytest.param(STEEL, "不撤白马开发区。", "会议同意撤销白马开发区。", id="what-is-not-agreed-to"),
        pytest.param(
            NAMED_IN_BRACKETS,
            "打井12眼由东岭县政府牵头、市水务局配合。",
            "打井12眼由市水务局牵头、东岭县政府配合。",
            id="duties-in-brackets",
        ),
        pytest.param("会议原则通过《办法》。", "《办法》原则上予以通过。", "《办法》予以通过。", id="in-principle"),
        pytest.param("该申请会议不批准。", "这一申请没有得到会议批准。", "这一申请得到会议批准。", id="not-granted"),
        pytest.param("高三作息不作调整。", "高三作息不变。", "高三作息要调整。", id="unchanged"),
        pytest.param(
            "成员单位为甲县区里两家。总面积3.2公顷。", "没有，总面积3.2公顷。", "没有，总面积2.3公顷。", id="answers"
        ),
        pytest.param("居民水价由3.2元调整为3.8元。", "水价从3块2涨到3块8。", "水价从3块2涨到3块6。", id="coins"),
        pytest.param("桥宽不少于5米。", "桥最窄也得5米。", "桥最窄也得6米。", id="at-the-narrowest"),
        pytest.param("全省第十四个五年规划已印发。", "十四五规划已印发。", "十三五规划已印发。", id="five-years"),
        pytest.param("完成年度目标的53.2%。", "已完成年度目标的53.2%。", "已完成年度目标的35.2%。", id="done-by-share"),
        pytest.param(
            "费用由甲局、乙局按4:6分担。", "费用甲局、乙局四六分。", "费用甲局、乙局三七分。", id="four-to-six"
        ),
        pytest.param("全县生产总值38.7亿元，增速居全市第3位。", "增速全市排第三名。", "增速全市排第二名。", id="third"),
        pytest.param("专项资金未下达。", "专项资金尚未下达。", "专项资金已经下达。", id="a-word-is-no-name"),
        pytest.param("确保2026年一季度开工。", "2026年3月底前开工。", "2026年2月底前开工。", id="begun-in-a-quarter"),
        pytest.param(
            "校医院每学期报告一次。", "校医院每学期报告一次。", "校医院每学年报告一次。", id="a-term-is-no-year"
        ),
        pytest.param(
            OF_TOWNS,
            "疏浚河道由区水务局牵头，枣林镇政府配合。",
            "疏浚河道由枣林镇政府牵头，区水务局配合。",
            id="a-row-of-a-town",
        ),
        pytest.param(
            HALF_YEARLY,
            "渡口名录由区交通局牵头更新。",
            "渡口名录由区交通局配合更新。",
            id="a-row-with-brackets",
        ),
        pytest.param(
            OF_A_TASK,
            "整改情况由机务科牵头、枣林镇政府配合报省交通厅。",
            "整改情况由省交通厅牵头、机务科配合。",
            id="a-task-that-ends-in-a-unit",
        ),
        pytest.param(
            "| 3 | 修缮码头 | 区交通局 | 区水务局、区水务集团 | 8月底前 |",
            "修缮码头由区交通局牵头，区水务局和区水务集团配合。",
            "修缮码头由区水务局和区水务集团牵头，区交通局配合。",
            id="two-units-joined",
        ),
        pytest.param(
            OF_TOWNS,
            "区水务局在枣林镇政府配合下疏浚河道。",
            "枣林镇政府在区水务局配合下疏浚河道。",
            id="with-whose-support",
        ),
        pytest.param(
            TRACK,
            "检修道岔的费用不高于12万元，机务部承办、法务部协办。",
            "检修道岔的费用不高于12万元，法务部承办、机务部协办。",
            id="who-undertakes-it",
        ),
        pytest.param(
            ASSESSED,
            "待栖山海事局完成评估后，会议再议码头北移2海里的提议，因涉及航道安全，目前暂不研究。",
            "待栖山交通局完成评估后，会议再议码头北移2海里的提议，因涉及航道安全，目前暂不研究。",
            id="who-is-waited-for",
        ),
        pytest.param(
            TAKEN_OVER,
            "热线转接工作改由区数据局承担。",
            "热线转接工作改由区民政局承担。",
            id="who-takes-it-over",
        ),
        pytest.param(
            LAMPS, "路灯用电每千瓦时不高于0.72元。", "路灯用电每千瓦时不低于0.72元。", id="a-thousand-of-no-number"
        ),
        pytest.param(
            "企业缴纳履约保证金300万元。",
            "企业缴纳三百万元的履约保证金。",
            "企业缴纳三百万元以上的履约保证金。",
            id="a-bond-is-not-about",
        ),
        pytest.param(CEILING, "单项奖励上限定在18万元。", "单项奖励下限定在18万元。", id="a-ceiling-moves"),
        pytest.param(
            "区级出资三亿四千万元。", "区级出资三万四千万元。", "区级出资三万四千二百万元。", id="ten-thousands-twice"
        ),
        pytest.param(
            WINTER,
            "从2025年11月发到2026年3月，每人每月300元。",
            "从2024年11月发到2025年3月，每人每月300元。",
            id="into-the-next-year",
        ),
        pytest.param(
            FEWER,
            "2025年会议数量要比2024年压减12%，区政府办负责。",
            "2025年会议数量要比2023年压减12%，区政府办负责。",
            id="held-against-last-year",
        ),
        pytest.param(
            WARNED, "水位没退出警戒线，枣林镇就要昼夜巡查。", "水位退出警戒线，枣林镇没有巡查。", id="not-yet"
        ),
        pytest.param(
            FEES_BARRED,
            "以任何名义变相加收费用的做法，供热公司一概不得采取。",
            "以任何名义变相加收费用的做法，供热公司可以采取。",
            id="barred-behind-what-is-barred",
        ),
        pytest.param(
            PAID_IN,
            "保证金到账前，区资源局不得出具用地意见。",
            "区资源局不得出具用地意见。",
            id="barred-for-good",
        ),
        pytest.param(STAFF, "全部驾驶员都要参加轮训。", "全部驾驶员方维清都要参加轮训。", id="words-that-name-nobody"),
        pytest.param(
            "栖山区水务局收取，收购对象为枣林航运公司。",
            "收购对象系枣林航运公司。",
            "收购对象系云湖航运公司。",
            id="who-it-is",
        ),
        pytest.param(
            "首班不晚于6时20分。", "首班最晚6时20分发车。", "首班最晚6时50分发车。", id="by-the-clock-at-the-latest"
        ),
        pytest.param(GROUP, "表彰由综合部会同工会在五一前完成。", "表彰由人事部会同工会在五一前完成。", id="guests"),
    ],
)
def test_a_wording_and_an_invention_of_its_form(quote: str, true: str, false: str) -> None:
    stamp = "2025-03-20\n栖山区政府第5次常务会议纪要"
    assert [problem.message for problem in check(true, [quote], context=stamp)] == []
    assert check(false, [quote], context=stamp)


def test_one_vote_withheld_is_not_all() -> None:
    assert check("议案一全票通过。", [SPLIT])


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("法务部要同政府磋商协议条款，还要修改担保制度。", True),
        ("法务部要同政府磋商协议条款，还要修改采购制度。", False),
        ("梁某一案按协议赔付9万元，申某一案不赔。", True),
        ("梁某一案不赔，申某一案按协议赔付9万元。", False),
        ("围墙修缮由基建部牵头、总务部负责技术把关。", False),
    ],
)
def test_two_places_told_one_after_the_other(said: str, *, holds: bool) -> None:
    sources = [
        Source("法务部与政府就协议条款进行磋商。", "", "建设项目"),
        Source("由法务部修改后提交董事会。", "", "担保制度的修订"),
        Source("梁某一案，同意按协议赔付9万元。", "", ""),
        Source("申某一案，不予赔付。", "", ""),
        Source("围墙修缮由基建部牵头，总务部配合。", "", "围墙修缮"),
        Source("管网改造由城建部实施，总务部负责技术把关。", "", "管网改造"),
    ]
    assert (check_sources(said, sources) == []) is holds


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("各相关部门要牵头抓总。", "市监局作为牵头部门要抓总；各相关部门要积极配合。"),
        ("修缮暑假前完成，实施的是监督小组，验收由物业来做。", "由物业负责实施，监督小组验收，暑假前完成修缮。"),
        ("操场翻新过了会。", "会议听取了操场翻新情况汇报，估算费用136万元。"),
        ("三年内仍可受理该公司的申请。", "三年内不再受理该公司的申请。"),
    ],
)
def test_what_no_name_misread_gave_away_before(said: str, quote: str) -> None:
    assert check(said, [quote])
