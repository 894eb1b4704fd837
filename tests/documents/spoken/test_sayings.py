from __future__ import annotations

import pytest

from pipeline.documents.context import Context
from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.sayings import Saying
from tests.documents.paper import paper


def said(text: str, *, numbered: bool = False, people: frozenset[str] = frozenset()) -> Saying:
    """Read the paragraphs of a text one by one."""
    sheet = paper(text)
    saying = Saying(Context(sheet, "2021-03-19", people=people))
    for passage in sheet.paragraphs:
        saying.prose(passage, numbered=numbered)
    return saying


def test_each_thing_counted_off_is_a_point_of_its_own() -> None:
    saying = said("会议要求，一是市发改委要建立机制；二是各县要对标，4月底前制定方案。会议决定，原则通过该方案。")
    assert [(point.label, point.group, point.text) for point in saying.points] == [
        ("一", "会议要求", "市发改委要建立机制；"),
        ("二", "会议要求", "各县要对标，4月底前制定方案。"),
    ]
    assert [point.deadline.date if point.deadline else None for point in saying.points] == [None, "2021-04-30"]
    assert [outcome.class_ for outcome in saying.outcomes] == ["approved_in_principle"]


def test_a_count_that_a_reservation_interrupts_goes_on() -> None:
    saying = said("会议明确，一是甲局拨款；二是乙局验收；丙局持保留意见，由丁局核定。三是由副市长王某统筹。")
    assert [(point.label, point.text) for point in saying.points][-2:] == [
        (None, "由丁局核定"),
        ("三", "由副市长王某统筹。"),
    ]


@pytest.mark.parametrize(
    ("text", "classes", "step"),
    [
        ("会议未予通过。责成教体局重新核查，下次会议研究。", ["rejected"], "下次会议研究"),
        ("会议原则通过，修改完善后再提交市委常委会审议。", ["approved_in_principle"], "修改完善后再提交市委常委会审议"),
        ("会议决定暂缓，待核定面积后再研究。", ["deferred"], "待核定面积后再研究"),
        ("会议听取了汇报。", [], None),
        ("缓议。待摸清情况后再报。", ["deferred"], "待摸清情况后再报"),
        ("市水利局提请研究清淤。会议同意启动。", ["approved"], None),
        ("会议同意甲企业补贴；对乙企业补贴，待补充资料后再研究。", ["approved", "deferred"], "待补充资料后再研究"),
        ("会议同意市水务局意见：一是同意调价；二是不同意取消阶梯水价。", ["approved", "rejected"], None),
        ("市财政局建议暂缓实施。会议研究后原则同意该方案。", ["agreed_in_principle"], None),
        ("同意将预算调整为420万元，其余80万元不予安排。", ["approved", "rejected"], None),
        ("去年第3次会议原则同意了选址。会议要求市自然资源局加快办理。", [], None),
        ("会议同意收回，但不同意直接出租给县茶业公司。", ["approved", "rejected"], None),
    ],
    ids=[
        "rejected, to come again",
        "handed on",
        "put off",
        "none",
        "put off, how it comes again",
        "asked for before the verdict",
        "another matter put off",
        "counted",
        "a party of it suggested",
        "the rest is turned down",
        "an earlier meeting agreed",
        "but",
    ],
)
def test_verdicts_and_what_comes_next(text: str, classes: list[str], step: str | None) -> None:
    saying = said(text)
    assert [outcome.class_ for outcome in saying.outcomes] == classes
    assert saying.next_step == step


def test_a_task_behind_the_verdict_is_a_point() -> None:
    saying = said("会议同意按评估价收储，由市土地储备中心签订合同，市国资委配合做好安置。")
    assert [point.lead_units for point in saying.points] == [("市土地储备中心",)]
    assert saying.outcomes[0].text == "会议同意按评估价收储"


def test_a_task_behind_a_condition_is_one_and_what_was_proposed_is_none() -> None:
    saying = said("会议原则同意，待环评通过后，由县水利局依法办理用海手续。")
    assert [point.lead_units for point in saying.points] == [("县水利局",)]
    saying = said("孟青建议把停航推迟到4月10日，以便运输茶叶，会议未予采纳。")
    assert ([outcome.class_ for outcome in saying.outcomes], saying.points) == (["rejected"], [])


def test_a_point_may_put_off_behind_a_view() -> None:
    sheet = paper("关于新增班次的建议，意见不一：孟青认为人手不足，建议缓行；会议决定暂缓实施，待编办核定后再议。")
    saying = Saying(Context(sheet, "2021-03-19"))
    saying.labelled(sheet.passage(0, len(sheet.text)), label=None, group=None)
    assert [outcome.text for outcome in saying.outcomes] == ["会议决定暂缓实施"]


def test_a_condition_behind_a_verdict_is_no_task() -> None:
    saying = said("会议决定暂缓审议，待市财政局补充材料后再议。")
    assert saying.points == []
    assert saying.next_step == "待市财政局补充材料后再议"


def test_beside_numbered_points_only_a_named_lead_makes_one() -> None:
    assert said("会议强调，要提高认识。", numbered=True).points == []
    assert [point.lead_units for point in said("会议强调，由市督查室牵头调度。", numbered=True).points] == [
        ("市督查室",)
    ]


def test_who_reads_out_must_stand_on_the_lists() -> None:
    presenter = said("会计李翠念了收支明细。", people=frozenset({"李翠"})).reports.first
    assert presenter is not None and (presenter.role, presenter.name) == ("会计", "李翠")
    assert said("会计李翠念了收支明细。").reports.first is None


def test_whom_a_verdict_charges_is_kept_beside_it() -> None:
    saying = said("会议原则通过该办法，要求相关部门修改完善后提交市委常委会讨论。")
    assert saying.points == []
    assert saying.charge is not None
    assert (saying.charge.lead_generic, saying.charge.lead_units) == (("相关部门",), ())
    issued = said("会议审议通过《工作规则》，由市政府办公室印发执行。")
    assert issued.points == []
    assert issued.charge is not None
    assert issued.charge.lead_units == ("市政府办公室",)


def test_who_works_on_what_comes_again() -> None:
    saying = said("会议决定，该方案暂缓审议。请市发改委重新核算成本，成熟后再提请会议研究。")
    assert [point.lead_units for point in saying.points] == [("市发改委",)]
    back = said("会议认为标准不一，退回市自然资源局修改，待评估后再议。")
    assert [point.lead_units for point in back.points] == [("市自然资源局",)]


def test_what_binds_behind_a_verdict_is_decided() -> None:
    saying = said("会议同意续签一年。食材采购每季度抽查一次。单项变更超过一成的，一律提交会议。")
    assert [point.text for point in saying.points] == ["食材采购每季度抽查一次。单项变更超过一成的，一律提交会议。"]


def test_a_second_verdict_of_a_sentence_puts_off_the_rest() -> None:
    saying = said("会议原则上同意分两步走的思路，具体方案本次不表决，待测算细化后提交职工代表大会讨论。")
    assert [outcome.class_ for outcome in saying.outcomes] == ["agreed_in_principle", "deferred"]


def test_how_a_matter_comes_again_behind_another_clause() -> None:
    saying = said("会议认为论证不充分，待补充材料后再议。")
    assert [outcome.class_ for outcome in saying.outcomes] == ["deferred"]
    assert saying.next_step == "待补充材料后再议"


def test_what_is_not_agreed_on_is_neither_passed_nor_put_off() -> None:
    assert said("会议对该公约作了讨论，未形成一致意见。").outcomes == []


def test_what_was_agreed_to_charges_somebody() -> None:
    saying = said("会议同意由县财政局借款300万元，用于设备安装。")
    assert saying.charge is not None
    assert saying.charge.lead_units == ("县财政局",)


@pytest.mark.parametrize(
    "text",
    ["会议指出，第23次常务会议确定由石桥镇人民政府担任项目业主，推进困难。", "县住建局局长李明建议优先用于停车场。"],
    ids=["what another meeting decided", "what a party suggests"],
)
def test_no_decision_of_this_meeting(text: str) -> None:
    assert said(text).points == []


def test_a_verdict_may_say_by_when_itself() -> None:
    saying = said("会议同意将停运时间推迟到9月30日。")
    assert saying.charge is not None
    assert saying.charge.deadline is not None
    assert saying.charge.deadline.date == "2021-09-30"


def test_what_is_turned_down_until_later_is_not_put_off_too() -> None:
    saying = said("延时开放的建议，因人手不足，不予采纳，待增加编制后再议。")
    assert [one.class_ for one in saying.outcomes] == ["rejected"]
    assert saying.next_step == "待增加编制后再议"


def test_a_consent_behind_a_refusal_is_a_verdict_of_its_own() -> None:
    saying = said("会议不同意一次性提高80元，同意自7月1日起调整为每月210元。")
    assert [outcome.class_ for outcome in saying.outcomes] == ["rejected", "approved"]


def test_the_time_limit_of_what_was_agreed_to_stands_before_another_of_its_sentence() -> None:
    saying = said("会议同意开工时间由9月15日前推迟至10月20日前，通水时限仍为明年6月底前。")
    assert saying.charge is not None and saying.charge.deadline is not None
    assert saying.charge.deadline.text == "10月20日前"


def test_who_puts_a_doubt_forward_and_keeps_to_it_is_told_in_no_task() -> None:
    text = (
        "临川县人民政府第12次常务会议纪要\n2025年8月6日，县长高岭主持召开县政府第12次常务会议。\n一、研究停车\n会议明确，"
        "东区政府9月底前完成泊位编号。会上，县市场监管局提出两种收费并行难以监管，对此保留意见。会议要求县公安局10月底前评估。\n"
    )
    points = parse_text(text).items[0].points
    assert len(points) == 2
    assert not any("保留意见" in point.text for point in points)


def test_a_change_that_the_next_sentence_agrees_to_is_decided() -> None:
    saying = said("因管线改迁，开馆时间由2021年5月推迟到2021年9月。会议同意延期。")
    assert [point.text for point in saying.points] == ["因管线改迁，开馆时间由2021年5月推迟到2021年9月。"]
    assert said("因管线改迁，开馆时间由2021年5月推迟到2021年9月。会议同意该办法。").points == []
    told = said("会议听取了汇报，确定演出由原计划的60场调减为40场。")
    assert [point.text for point in told.points] == ["确定演出由原计划的60场调减为40场。"]


def test_who_was_refused_a_thing_is_charged_with_nothing() -> None:
    saying = said("会议不同意由县财政垫付工程款。")
    assert [outcome.class_ for outcome in saying.outcomes] == ["rejected"]
    assert saying.charge is None
    granted = said("会议同意由县财政局垫付工程款。")
    assert granted.charge is not None and granted.charge.lead_units == ("县财政局",)
