"""A table of tasks within a matter: who does what by when, row by row."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.task_cells import task_columns, told_line
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


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("责任单位：市住建局、市水务局", {"lead": "市住建局、市水务局"}),
        (
            "牵头单位: 市住建局 配合单位: 各区 完成时限: 年底前",
            {"lead": "市住建局", "support": "各区", "deadline": "年底前"},
        ),
        ("责 任 人：李明", {"lead": "李明"}),
        ("由市住建局负责，责任单位：市住建局", None),
        ("会议要求：抓紧", None),
    ],
)
def test_a_line_says_who_does_it_and_by_when(line: str, cells: dict[str, str] | None) -> None:
    found = told_line(passage(line))
    assert (None if found is None else {name: cell.flat for name, cell in found.items()}) == cells
