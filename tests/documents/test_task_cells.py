"""A table of tasks within a matter: who does what by when, row by row."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.task_cells import task_columns
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
