"""A table of tasks within a matter: who does what by when, row by row."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.tasks.task_cells import task_columns
from tests.documents.paper import passage

TEXT = """临川水务集团总经理办公会纪要
2023年9月14日，总经理贺云主持召开总经理办公会。
一、审议水厂改造方案
会议原则同意改造方案。任务清单：
| 序号 | 任务 | 责任部门 | 配合部门 | 完成时限 |
| 1 | 取得初步设计批复 | 工程管理部 | 东湖水厂、调度中心 | 10月15日前 |
| 2 | 征迁剩余3户 | 各有关单位 | / | — |
二、审议电子账单方案
会议同意推广。
"""


def test_each_row_is_a_point_with_its_cells() -> None:
    document = parse_text(TEXT)
    first, second = document.items[0].points
    assert (first.label, first.text) == ("1", "取得初步设计批复")
    assert (first.lead_units, first.support_units) == (("工程管理部",), ("东湖水厂", "调度中心"))
    assert first.deadline is not None
    assert first.deadline.date == "2023-10-15"
    assert document.quote(first.spans["support_units.1"]) == "调度中心"
    assert (second.lead_units, second.lead_generic, second.support_units) == ((), ("各有关单位",), ())
    assert [one.title for one in document.items] == ["水厂改造方案", "电子账单方案"]


@pytest.mark.parametrize(
    "line",
    [
        "任务 | 牵头科室 | 配合科室 | 完成时间",
        "事项 | 责任学院 | 参与部门 | 时间要求",
        "工作内容 | 主责站所 | 协助站所 | 办结时限",
        "任务 | 经办人 | 协办人 | 截止日期",
        "要做的事 | 谁牵头 | 谁配合 | 什么时候办完",
        "做什么 | 谁来办 | 谁来配合 | 何时完成",
    ],
)
def test_the_heads_of_a_table_of_tasks_in_other_words(line: str) -> None:
    columns = task_columns(passage(line))
    assert columns is not None
    assert (columns[0] in ("title", "decision"), columns[1:]) == (True, ["lead", "support", "deadline"])


def test_how_often_gives_way_to_the_day_that_a_line_names() -> None:
    text = (
        "一、研究督查通报\n会议议定：\n（1）按季通报各镇进展。\n责任单位：县督查室　时限：每季度首月15日前\n"
        "（2）每月核对台账。\n责任单位：县审计局　时限：12月底前\n"
    )
    head = "榆泉县政府常务会议纪要\n2023年5月9日，县长郭远主持召开县政府常务会议。\n"
    first, second = parse_text(f"{head}{text}").items[0].points
    assert first.deadline is not None and second.deadline is not None
    assert (first.deadline.text, first.further_deadlines) == ("每季度首月15日前", ())
    assert (second.deadline.text, [one.text for one in second.further_deadlines]) == ("每月", ["12月底前"])


@pytest.mark.parametrize("line", ["任务 | 进度", "取得批复 | 工程管理部", "任务", "责任部门 | 完成时限"])
def test_what_heads_no_table_of_tasks(line: str) -> None:
    assert task_columns(passage(line)) is None


def test_a_cell_may_mark_who_leads_and_the_last_may_be_empty() -> None:
    text = (
        "一、审议条例\n会议审议通过条例。配套任务：\n任务\t责任单位\t时限\n"
        "制定操作规程\t市市场监管局(牵头)、各县(市、区)政府\t条例施行前\n平台上线\t市大数据局\t\n"
    )
    first, second = (
        parse_text(f"江州市政府常务会议纪要\n2020年12月28日，市长贺云主持召开市政府常务会议。\n{text}").items[0].points
    )
    assert (first.lead_units, first.support_units) == (("市市场监管局",), ("各县(市、区)政府",))
    assert first.deadline is not None and first.deadline.text == "条例施行前"
    assert (second.text, second.lead_units, second.deadline) == ("平台上线", ("市大数据局",), None)


def test_a_cell_may_say_the_parts_in_words() -> None:
    text = (
        "一、通报消防检查\n会议要求抓好整改。安排如下：\n问题\t整改要求\t责任\t完成时间\n"
        "疏散门锁闭\t更换推杆锁\t保卫处牵头，宿管中心、质量监督站配合\t5月10日前\n"
        "喷淋失压\t检修管网\t后勤处（牵头）、基建处；保卫处监督\t寒假\n"
    )
    items = parse_text(f"临川学院院长办公会议纪要\n2022年4月8日，院长贺云主持召开院长办公会议。\n{text}").items
    first, second = (point for item in items for point in item.points)
    assert (first.lead_units, first.support_units) == (("保卫处",), ("宿管中心", "质量监督站"))
    assert (second.lead_units, second.support_units) == (("后勤处",), ("基建处", "保卫处"))


def test_the_rows_of_a_table_may_bear_labels() -> None:
    text = (
        "一、审议整治清单\n会议通过清单。\n序号｜任务内容｜责任部门｜配合部门｜完成时限\n"
        "(1)｜更换超期钢丝绳112根｜第一装卸公司｜物资公司｜11月30日前\n"
        "(2)｜加装探测器60套｜安全环保部｜无｜2024年1月15日前\n二、研究预算\n会议同意。\n"
    )
    first, second = (
        parse_text(f"临川港务公司总经理办公会纪要\n2023年9月14日，总经理贺云主持召开会议。\n{text}").items[0].points
    )
    assert (first.text, first.lead_units, first.support_units) == (
        "更换超期钢丝绳112根",
        ("第一装卸公司",),
        ("物资公司",),
    )
    assert (second.lead_units, second.support_units) == (("安全环保部",), ())


def test_beside_a_cell_that_names_who_leads_the_wording_names_nobody() -> None:
    text = (
        "某市防指会议纪要\n一、任务分解\n序号｜任务｜牵头单位｜完成时限\n1｜通信基站应急供电保障｜市通信办｜7月9日前\n"
    )
    [point] = parse_text(text).items[0].points
    assert point.lead_units == ("市通信办",)


def test_a_head_that_begins_with_a_number_of_its_own_heads_columns() -> None:
    text = (
        "某公司办公会议纪要\n一、工程款\n会议同意支付。\n| 编号 | 工作内容 | 牵头 | 配合 | 时限 |\n"
        "| 1-1 | 办理支付 | 财务部 | 工程部 | 6月20日前 |\n| 1-2 | 清理台账 | 工程部 | 法务部 | 7月底前 |\n"
    )
    points = parse_text(text).items[0].points
    assert [(one.lead_units, one.support_units, one.deadline and one.deadline.text) for one in points] == [
        (("财务部",), ("工程部",), "6月20日前"),
        (("工程部",), ("法务部",), "7月底前"),
    ]


def test_a_head_with_a_bracket_and_one_lost_at_its_end() -> None:
    text = TEXT.replace("责任部门 | 配合部门 | 完成时限", "责任科室（单位） | 协助 | 时间")
    first, second = parse_text(text).items[0].points
    assert (first.text, first.lead_units) == ("取得初步设计批复", ("工程管理部",))
    assert first.deadline is not None
    assert second.text == "征迁剩余3户"


def points_of(table: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    points = (
        parse_text(f"某区防汛会议纪要\n2024年3月5日，区长贺云主持召开会议。\n一、任务分工\n{table}").items[0].points
    )
    return [(one.text, one.lead_units, one.support_units, one.deadline and one.deadline.text) for one in points]


def test_a_ditto_is_what_the_row_above_says() -> None:
    told = points_of(
        "任务｜牵头单位｜配合单位｜完成时限\n修缮闸门｜区水利局｜区财政局｜5月底前\n清淤河道｜同上｜河湾镇｜〃\n储备沙袋｜区应急局｜〃｜6月1日前\n"
    )
    assert told[1] == ("清淤河道", ("区水利局",), ("河湾镇",), "5月底前")
    assert told[2] == ("储备沙袋", ("区应急局",), ("河湾镇",), "6月1日前")


def test_an_empty_cell_says_nothing_and_shifts_nothing() -> None:
    told = points_of("牵头单位\t任务\t配合单位\t完成时限\n区水利局\t修缮闸门\t\t5月底前\n\t清淤河道\t河湾镇\t汛期前\n")
    assert told[0] == ("修缮闸门", ("区水利局",), (), "5月底前")
    assert told[1][:3] == ("清淤河道", (), ("河湾镇",))


def test_the_unit_is_told_and_the_person_where_no_unit_is() -> None:
    told = points_of(
        "任务｜责任人｜责任单位｜完成时限\n修缮闸门｜祁云｜区水利局｜5月底前\n印制手册｜骆明｜｜4月1日前\n"
    )
    assert [leads for _, leads, _, _ in told] == [("区水利局",), ("骆明",)]


def test_the_measures_beside_a_task_are_what_is_done() -> None:
    told = points_of(
        "重点任务｜具体措施｜牵头单位｜完成时限\n备汛｜修缮闸门3座｜区水利局｜5月底前\n备汛｜储备沙袋2万条｜区应急局｜6月底前\n"
    )
    assert [text for text, *_ in told] == ["修缮闸门3座", "储备沙袋2万条"]


def test_a_time_that_runs_from_an_event_is_told_whole() -> None:
    [told] = points_of("任务｜牵头单位｜完成时限\n结清工程款｜区财政局｜验收合格后一个月内\n")
    assert told[3] == "验收合格后一个月内"


def test_a_row_over_two_lines_is_one_and_a_broken_name_is_none() -> None:
    told = points_of(
        "┌───┬───┬───┐\n│任务│责任单位│完成时限│\n├───┼───┼───┤\n"
        "│修缮沿河闸│区水利局工│5月底前│\n│门        │程科      │       │\n├───┼───┼───┤\n"
        "│清淤河道│河湾镇│6月底前│\n└───┴───┴───┘\n"
    )
    assert [(leads, limit) for _, leads, _, limit in told] == [((), "5月底前"), (("河湾镇",), "6月底前")]
    assert told[0][0].startswith("修缮沿河闸")
    assert told[0][0].endswith("门")
