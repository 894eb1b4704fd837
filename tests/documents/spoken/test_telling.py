"""What kind of sentence one of an item is: a table of sentences, each behind something else."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.telling import Behind, What, dissents, kind_of, opens, opens_decisions, stating
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "behind", "numbered", "what"),
    [
        ("会议要求，市财政局要尽快拨款。", Behind(), False, "decision"),
        ("会议要求，要提高认识。", Behind(), True, "remark"),
        ("会议要求，要提高认识。", Behind(task=True), True, "decision"),
        ("会议指出，成效明显。", Behind(), False, "remark"),
        ("会议指出，由市水务局牵头整治。", Behind(), False, "decision"),
        ("会议指出，第2次会议确定由市水务局牵头。", Behind(), False, "remark"),
        ("会议强调，要倒排工期，确保11月底前全部完成。", Behind(), False, "decision"),
        ("会议强调，要倒排工期，11月底前全部完成。", Behind(), True, "remark"),
        ("会议强调，验收之前不得开业。", Behind(verdict=True), False, "decision"),
        ("会议强调，验收之前不得开业。", Behind(), False, "remark"),
        ("会上，甲镇、乙镇对评分办法提出不同意见。", Behind(), False, "remark"),
        ("李某说，公司要把租金从5万元涨到6万元。", Behind(), False, "other"),
        ("李某说路不好走，由市交通局每月检查一次。", Behind(), False, "decision"),
        ("林场场长李明汇报，拟将苗圃委托县园林公司经营五年。", Behind(), False, "other"),
        ("林场场长李明汇报，拟将苗圃外包，由林场先行评估。", Behind(), False, "decision"),
        ("会议最后强调，各股室确定一名联络员，6月12日前报办公室。", Behind(), False, "decision"),
        ("领导小组原则上每四个月召开一次。", Behind(verdict=True), False, "decision"),
        ("会议部署了汛期巡查工作。", Behind(), False, "decision"),
        ("每船配救生衣20件。", Behind(verdict=True, consent=True), False, "decision"),
        ("每船配救生衣20件。", Behind(verdict=True), False, "other"),
        ("按程序报市政府审批。", Behind(verdict=True, consent=True), False, "other"),
        ("要在12月底前完成排查。", Behind(), False, "due"),
        ("由市财政局牵头，抓紧申报专项债券。", Behind(verdict=True), True, "decision"),
        ("由市财政局牵头，抓紧申报专项债券。", Behind(), True, "other"),
        ("各公司不得自行拆分。", Behind(verdict=True), False, "decision"),
        ("试点单位要尽快完善内部报销制度。", Behind(), False, "due"),
        ("各部门要提高认识。", Behind(verdict=True), False, "other"),
        ("新方案2023年1月15日前提出。", Behind(verdict=True), False, "due"),
        ("新方案2023年1月15日前提出。", Behind(), False, "other"),
        ("江州水务集团办公室                2023年5月18日印发", Behind(verdict=True), False, "other"),
        ("县政府第31次常务会议确定年内改造27条，由县住建局牵头。", Behind(), False, "other"),
        ("上次会议明确由市水务局负责清淤。", Behind(), False, "other"),
        ("第7期会议曾定便民服务中心于7月底前迁入新址。", Behind(), False, "other"),
        ("去年县政府常务会议同意由县交通局承建。", Behind(), False, "other"),
        ("第5次会议确定由县水利局牵头，本次会议改由县林业局牵头。", Behind(), False, "decision"),
        ("第5次会议确定由县水利局牵头，县水利局要抓紧收尾。", Behind(), False, "decision"),
        ("会议强调，各责任单位要在每月25日前报送进展。", Behind(), False, "decision"),
        ("会议强调，有关部门要于6月底前完成自查。", Behind(), False, "decision"),
        ("会议强调，各有关部门要提高认识。", Behind(), False, "remark"),
        ("增编需求留待编制方案形成时一并考虑。", Behind(), False, "decision"),
        ("采购缺口待年中调整预算时统筹安排。", Behind(), False, "decision"),
        ("王敏11月底前盯着施工方建好。", Behind(), False, "decision"),
        ("王敏此前负责的片区已经建好。", Behind(), False, "other"),
        ("王敏提示，承包方与原站长有亲属关系，评委须实行回避。", Behind(), False, "other"),
        ("该项目总投资32亿元。", Behind(former="decision"), False, "decision"),
        ("该项目总投资32亿元。", Behind(), False, "other"),
    ],
)
def test_kind_of_sentence(text: str, behind: Behind, numbered: bool, what: What) -> None:
    assert kind_of(passage(text), behind, numbered=numbered, date="2022-11-08", people=frozenset(["王敏"])) == what


def test_in_a_narrative_being_told_makes_no_task() -> None:
    assert kind_of(passage("试点单位要尽快完善内部报销制度。"), Behind(), obliged=False) == "other"


def test_who_speaks_opens_a_sentence() -> None:
    assert opens("会议强调,要抓紧") and not opens("市财政局要抓紧")


def test_an_opinion_kept_is_a_remark_and_a_notice_on_the_paper_nothing() -> None:
    text = passage("县农业农村局对降低水位持保留意见，认为将影响灌溉。")
    assert kind_of(text, Behind(verdict=True)) == "remark"
    text = passage("对本纪要如有异议，请于印发后3日内向办公室提出。")
    assert kind_of(text, Behind(verdict=True, task=True)) == "other"


def test_what_stands_beneath_an_opening_line_is_decided() -> None:
    assert opens_decisions(passage("会议研究议定").flat)
    assert opens_decisions(passage("会议明确以下事项").flat)
    assert not opens_decisions(passage("会议听取了汇报").flat)
    text = (
        "某县政府第9次常务会议纪要\n2023年4月3日，县长罗川主持召开会议。\n一、渡口安全\n县交通局作了汇报。会议议定：\n"
        "渡口安全设施更新费用列入年度预算。\n渡工补贴标准为每人每月300元。\n二、预算\n会议同意。\n"
    )
    assert [point.text for point in parse_text(text).items[0].points] == [
        "渡口安全设施更新费用列入年度预算。",
        "渡工补贴标准为每人每月300元。",
    ]


def test_what_is_followed_up_is_a_task_beside_numbered_points() -> None:
    text = passage("市政府督查室对上述事项按月跟踪，每月25日前报送进展。")
    assert kind_of(text, Behind(former="remark", task=True), numbered=True) == "decision"


def test_an_opinion_with_its_reason_is_a_remark_and_a_line_that_opens_the_record_nothing() -> None:
    opinion = "护理部主任田舟认为人力紧张，对同步开设持保留意见，会议予以记录。"
    assert kind_of(passage(opinion), Behind(verdict=True)) == "remark"
    assert kind_of(passage("会议议定事项如下。"), Behind()) == "other"


def test_what_is_stressed_for_a_stretch_of_time_is_decided() -> None:
    stressed = "会议强调，要吸取教训，即日起至4月30日在全县开展消防整治。"
    assert kind_of(passage(stressed), Behind(), date="2025-03-14") == "decision"


@pytest.mark.parametrize(
    ("text", "behind", "numbered", "what"),
    [
        ("第3次会议确定的12元的标准,调整为9元。", Behind(verdict=True), True, "decision"),
        ("第3次会议确定的12元的标准,调整为9元。", Behind(), True, "other"),
        ("考虑到青荷线已并入快线,将其调出,不再开行。", Behind(verdict=True), False, "decision"),
        ("施工围挡一律先批后建。", Behind(), False, "decision"),
        ("此前围挡一律先批后建。", Behind(), False, "other"),
        ("管网与道路同步施工,避免重复开挖。", Behind(), False, "decision"),
        ("水务公司可在重新评估后另行上报。", Behind(), False, "decision"),
        ("原定上半年开工的计划相应顺延。", Behind(verdict=True), False, "decision"),
        ("在新单位进场前,由原施工单位继续负责管护。", Behind(), False, "decision"),
    ],
)
def test_what_is_changed_or_laid_down_for_all_is_decided(text: str, behind: Behind, numbered: bool, what: What) -> None:
    assert kind_of(passage(text), behind, numbered=numbered, date="2021-04-12") == what


def test_who_keeps_to_another_view_dissents() -> None:
    assert dissents("副镇长李明对暂缓建设持保留意见,建议先建一期。")
    assert not dissents("由副镇长李明牵头,保留原有设施。")
    assert not dissents("对2户持反对意见的,由社区会同司法所上门做工作。")


def test_a_point_that_puts_its_matter_off_for_want_of_ground() -> None:
    flat = "农业农村局抓紧编制发展规划,组织培训不少于600人次。关于设立基金的建议,会议认为条件尚不成熟,暂缓实施。"
    assert len(list(stating(flat))) == 2
    assert len(list(stating("农业农村局抓紧编制发展规划,组织培训不少于600人次。会议认为条件已经成熟,抓紧实施。"))) == 1
