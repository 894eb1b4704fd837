from __future__ import annotations

import pytest

from pipeline.documents.context import Context
from pipeline.documents.matters.items import Shape, build_item
from pipeline.documents.parse import parse_text
from pipeline.minutes import Item, Presenter, Votes
from tests.documents.paper import blocks, paper


def item(text: str, *, shape: Shape | None = None, **context: object) -> Item:
    found = blocks(text)
    return build_item(Context(paper(text), "2021-03-08", **context), found, end=len(text), shape=shape)  # type: ignore[arg-type]


FULL = (
    "一、讨论《甲意见》\n会议听取了高新区管委会副主任张文《甲意见》起草情况的汇报。会议指出，成效明显"
    "。会议要求，要立足实际。\n"
    "会议对高新区明确以下几点：\n1. 突出重点。\n2. 由市财政局牵头，6月底前完成。\n会议同时明确：\n1. "
    "抓紧研究。\n会议原则通过上述文件，要求修改后实施。"
)


def test_item_is_read_whole() -> None:
    found = item(FULL)
    assert (found.label, found.number, found.verb, found.title) == ("一", 1, "讨论", "《甲意见》")
    assert found.presenter == Presenter(name="张文", role="副主任", unit="高新区管委会")
    assert [FULL[span.start : span.end] for span in found.remarks] == ["会议指出，成效明显。", "会议要求，要立足实际。"]
    assert [(point.label, point.group, point.addressed_to) for point in found.points] == [
        ("1", "会议对高新区明确以下几点", "高新区"),
        ("2", "会议对高新区明确以下几点", "高新区"),
        ("1", "会议同时明确", None),
    ]
    assert [(outcome.class_, outcome.text) for outcome in found.outcomes] == [
        ("approved_in_principle", "会议原则通过上述文件")
    ]
    assert found.next_step == "要求修改后实施"


@pytest.mark.parametrize(
    ("text", "points", "outcomes", "step"),
    [
        ("一、讨论《甲》\n会议听取了汇报。", [], [], None),
        (
            "一、审议《甲》\n（一）原则通过《甲》，请相关部门实施。\n（二）要加强宣传。",
            ["原则通过《甲》，请相关部门实施。", "要加强宣传。"],
            ["原则通过《甲》"],
            "请相关部门实施",
        ),
        (
            "一、研究甲\n会议要求，由市财政局牵头。市水务局配合。",
            ["会议要求，由市财政局牵头。市水务局配合。"],
            [],
            None,
        ),
        (
            "一、同意甲，由财政局负责，10月底前拨付。",
            ["由财政局负责，10月底前拨付。"],
            ["同意甲"],
            None,
        ),
        (
            "一、审议甲\n会议同意甲，由市财政局修改完善后印发。",
            ["由市财政局修改完善后印发。"],
            ["会议同意甲"],
            "由市财政局修改完善后印发",
        ),
        (
            "一、研究甲\n会议要求，一是市财政局要尽快拨款；二是市审计局要跟踪审计。会议原则同意甲。",
            ["市财政局要尽快拨款；", "市审计局要跟踪审计。"],
            ["会议原则同意甲"],
            None,
        ),
        ("一、研究甲\n会议决定提交常委会研究。", ["会议决定提交常委会研究。"], [], "决定提交常委会研究"),
        ("一、食堂\n- 后勤处负责。\n- 基建处配合。", ["后勤处负责。", "基建处配合。"], [], None),
    ],
    ids=[
        "not stated",
        "verdict is a point",
        "unnumbered",
        "in the heading",
        "next step",
        "counted off",
        "handed on",
        "bullets",
    ],
)
def test_points_and_outcomes(text: str, points: list[str], outcomes: list[str], step: str | None) -> None:
    found = item(text)
    assert [point.text for point in found.points] == points
    assert [outcome.text for outcome in found.outcomes] == outcomes
    assert found.next_step == step


def test_votes_stand_for_the_verdict_where_the_record_says_so() -> None:
    text = "1、《甲议案》\n同意7票、反对0票、弃权0票。"
    assert item(text).outcomes == ()
    decided = item(text, votes_decide=True)
    assert [outcome.class_ for outcome in decided.outcomes] == ["approved"]
    assert decided.votes == Votes(for_=7, against=0, abstain=0)
    assert [outcome.class_ for outcome in item("1、《甲》\n同意4票，不同意7票。").outcomes] == ["rejected"]


def test_measures_without_labels_are_points() -> None:
    text = "1.关于甲的问题\n整改情况：已开展学习。\n责任单位：党建办\n又开展检查。"
    found = item(text, shape=Shape(every_paragraph=True), with_outcomes=False, obliged=False)
    assert [point.lead_units for point in found.points] == [("党建办",), ()]


def test_a_verdict_before_a_set_of_points() -> None:
    found = item("一、审议《甲办法》\n会议原则通过《甲办法》，并明确：\n（1）比例下调。\n（2）抓紧完善。")
    assert [(outcome.class_, outcome.text) for outcome in found.outcomes] == [
        ("approved_in_principle", "会议原则通过《甲办法》")
    ]
    assert len(found.points) == 2
    assert item("一、研究乙\n会议同意以下意见：\n1.抓好。\n2.做好。").outcomes == ()


def test_agreed_and_yet_to_come_again() -> None:
    text = "一、原则同意站点规划，按程序公示后再议。"
    found = item(text)
    assert [outcome.class_ for outcome in found.outcomes] == ["agreed_in_principle", "deferred"]
    assert [text[outcome.start : outcome.end] for outcome in found.outcomes] == [
        outcome.text for outcome in found.outcomes
    ]


def test_what_comes_next_in_a_sentence_of_its_own() -> None:
    found = item("一、研究招生计划\n会议同意该计划，新增一个专业。由教务处报省教育厅备案。")
    assert found.next_step == "由教务处报省教育厅备案"


def test_a_name_on_the_lists_reports_without_a_post() -> None:
    found = item("一、研究甲\n蒙恬静汇报。会议同意。", people=frozenset({"蒙恬静"}))
    assert found.presenter == Presenter(name="蒙恬静", role=None, unit=None)


def test_a_line_names_who_does_the_tasks_before_it() -> None:
    found = item(
        "一、关于餐饮船清退\n会议不同意保留6艘餐饮船的建议。全部餐饮船依法清退，补偿标准按评估价执行。\n"
        "责任单位：湖滨街道、市综合执法局\n配合单位：市海事局\n完成时限：11月20日前\n市文旅公司要做好职工安置。"
    )
    first, second = found.points
    assert (first.text, first.lead_units, first.support_units) == (
        "全部餐饮船依法清退，补偿标准按评估价执行。",
        ("湖滨街道", "市综合执法局"),
        ("市海事局",),
    )
    assert first.deadline is not None and first.deadline.date == "2021-11-20"
    assert (second.lead_units, second.deadline) == (("市文旅公司",), None)


def test_of_several_tasks_a_line_names_who_does_those_without_a_lead() -> None:
    found = item(
        "一、关于管网\n会议同意方案。一标段9月底前通水。\n会议要求，二标段用地手续由市自然资源局办理。\n"
        "责任单位：市水务局\n"
    )
    assert [point.lead_units for point in found.points] == [("市水务局",), ("市自然资源局",)]


def test_by_when_holds_for_all_tasks_without_a_time_of_their_own_and_in_place_of_haste() -> None:
    found = item(
        "一、关于贯通工程\n市水务局尽快完成勘探。\n会议要求，通车时间调整为2021年11月底前。\n会议要求，不得再延误。\n"
        "责任单位：市城投公司\n完成时限：9月25日前\n"
    )
    assert [point.deadline.text if point.deadline else None for point in found.points] == [
        "9月25日前",
        "2021年11月底前",
        "9月25日前",
    ]
    assert [point.lead_units for point in found.points] == [("市水务局",), ("市城投公司",), ("市城投公司",)]


def test_a_line_may_say_who_is_charged_by_a_verdict_alone() -> None:
    found = item("一、关于用房\n会议决定暂缓，待批复后再定。\n责任单位：办公室\n完成时限：——\n")
    assert [(point.text, point.lead_units) for point in found.points] == [("会议决定暂缓", ("办公室",))]
    assert [outcome.class_ for outcome in found.outcomes] == ["deferred"]


def test_all_time_limits_of_a_line_are_told() -> None:
    found = item("一、关于遗址\n由市文物局尽快完成勘探。\n完成时限：5月底前报送方案，批复后10个工作日内完成修改\n")
    point = found.points[0]
    assert point.deadline is not None and point.deadline.date == "2021-05-31"
    assert [one.text for one in point.further_deadlines] == ["批复后10个工作日内"]
    [again] = item("一、关于遗址\n由市文物局完成勘探。\n完成时限：2021年5月31日\n").points
    assert again.deadline is not None and again.deadline.date == "2021-05-31"


def test_points_with_headings_of_their_own_may_state_verdicts() -> None:
    found = item(
        "一、关于供热\n会议议定事项如下：\n1．关于范围。同意将九条道路列入计划。\n2．关于热价。热力公司提出上调的建议，会议不予采纳。\n"
        "3．关于热源。热电厂要加快改造。原则同意新建热源站。"
    )
    assert [outcome.class_ for outcome in found.outcomes] == ["approved", "rejected", "agreed_in_principle"]


def test_dashes_open_points() -> None:
    found = item("一、燃气整治\n会议明确：\n——软管更换由市财政局研究补助；\n——市住建局提出方案，成熟一个整合一个。\n")
    assert [point.lead_units for point in found.points] == [("市财政局",), ("市住建局",)]


def test_a_table_whose_heads_bear_a_bracket_holds_tasks() -> None:
    head = "某镇主任办公会议纪要\n2024年4月2日，镇长温川主持召开会议。\n一、集市搬迁\n会议同意搬迁。分工如下：\n"
    table = (
        "| 序号 | 任务 | 责任科室（单位） | 协助 | 时间 |\n"
        "| 1 | 与码头公司签订协议 | 经发办 | 财政所 | 6月13日前 |\n| 2 | 搭建摊位 | 城建办 | 河口社区 | 验收后 |\n"
    )
    points = parse_text(f"{head}{table}二、研究预算\n会议同意。\n").items[0].points
    assert [(one.lead_units, one.support_units) for one in points] == [
        (("经发办",), ("财政所",)),
        (("城建办",), ("河口社区",)),
    ]


def test_a_bracket_behind_a_task_ends_it() -> None:
    text = "一、防汛准备\n● 检修水泵。〔仓储科；4月底前〕\n周立平提出，检修应当请外单位参加，会议采纳这一意见。\n"
    found = item(text)
    assert [(point.text, point.lead_units) for point in found.points] == [
        ("检修水泵。〔仓储科；4月底前〕", ("仓储科",))
    ]
    assert [outcome.text for outcome in found.outcomes] == ["会议采纳这一意见"]


def test_a_line_of_a_list_ends_where_it_does_and_a_part_of_the_record_is_no_task() -> None:
    text = (
        "某镇联席会议纪要\n2024年4月2日，镇长温川主持召开会议。\n◆ 镇级事项\n（一）汛期值守\n"
        "▲ 应急办牵头，4月底前排定值班表。\n对本纪要如有异议，请于印发后3日内提出。\n◆ 村级事项\n"
        "（二）渡口重建\n会议同意重建，由渡头村实施。\n"
    )
    item = parse_text(text).items[0]
    assert [point.text for point in item.points] == ["应急办牵头，4月底前排定值班表。"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("三、以上事项由县政府督查室督办，每两周通报一次。", ("县政府督查室",)),
        ("三、县财政局要在6月底前拨付补助资金。", ("县财政局",)),
        ("三、请县信访局牵头化解历史积案，县司法局配合。", ("县信访局",)),
        ("三、听取县水利局关于防汛工作的汇报。", None),
        ("三、关于校车更新有关事宜。", None),
    ],
)
def test_a_heading_that_bids_somebody_is_a_point_where_nothing_stands_beneath(line: str, leads: object) -> None:
    head = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n"
    body = "一、审议《甲办法》\n会议原则通过。\n二、研究乙工程\n会议同意。由县水利局负责实施。\n"
    points = parse_text(f"{head}{body}{line}\n出席：郭远、李明\n").items[2].points
    assert [point.lead_units for point in points] == ([leads] if leads else [])


def test_a_bracket_in_the_title_says_who_does_all() -> None:
    found = item("一、冬季防火（以下由林业站负责）\n- 补助12月10日前发放，财政所配合。\n- 每月开展两次巡山。")
    assert [point.lead_units for point in found.points] == [("林业站",), ("林业站",)]


def test_what_somebody_told_stands_for_an_item_without_decision() -> None:
    text = "一、巡察情况\n巡察办主任周敏同志通报了巡察情况，共发现问题9个。"
    found = item(text)
    span = found.spans["heard"]
    assert (found.points, text[span.start : span.end]) == ((), "巡察办主任周敏同志通报了巡察情况")


def test_counts_alone_decide_only_against() -> None:
    document = parse_text(
        "某县政府第3次常务会议纪要\n一、研究《办法》\n表决：同意4票，不同意7票。\n二、研究预算\n会议同意。\n"
    )
    item = document.items[0]
    assert item.votes is not None and (item.votes.for_, item.votes.against) == (4, 7)
    assert [outcome.class_ for outcome in item.outcomes] == ["rejected"]


def test_tasks_by_their_number_have_their_own_lines_and_the_prose_above_its_own_decisions() -> None:
    text = (
        "一、绩效方案\n会议意见：本次暂缓表决，待征求意见后再次上会。办公室按意见修改说明后印发。\n"
        "任务1　召开座谈会，征求职工意见。\n　　责任科室：人事科　　协同科室：工会　　完成时限：4月25日前\n"
        "任务2　测算收入影响。\n　　责任科室：财务科　　完成时限：5月10日前"
    )
    found = item(text, obliged=True, with_outcomes=True)
    told = [(one.label, one.lead_units, one.support_units, one.deadline and one.deadline.text) for one in found.points]
    assert told == [
        (None, ("办公室",), (), None),
        ("1", ("人事科",), ("工会",), "4月25日前"),
        ("2", ("财务科",), (), "5月10日前"),
    ]


def test_a_bracket_at_the_end_names_who_does_it_unless_it_explains_a_body() -> None:
    points = item(
        "一、公告\n1. 公告在各校同步张贴（基础教育科）；\n2. 情况报送上级主管部门（市教育局）。", obliged=True
    ).points
    assert [one.lead_units for one in points] == [("基础教育科",), ()]


def test_a_table_of_something_else_is_no_part_of_the_point_above_it() -> None:
    text = (
        "河湾乡专题会议纪要\n2024年5月6日，乡长贺云主持召开会议。\n一、研究水利建设\n会议议定：\n1.清淤沟渠32公里。\n2.各片安排见下。\n\n"
        "附表  包片安排\n片区 | 包片领导 | 涉及村\n东片 | 骆明 | 石村\n"
    )
    points = parse_text(text).items[0].points
    assert [point.text for point in points] == ["清淤沟渠32公里。", "各片安排见下。"]
