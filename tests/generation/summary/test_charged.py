"""Sentences of points with who is responsible by when, where that stands beside them."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.charged import of_points
from pipeline.generation.summary.told import Source

TABLE = (
    "甲公司总经理办公会纪要\n2023年3月1日，田舟主持召开会议。\n一、泵房改造\n会议作如下安排：\n"
    "| 工作任务 | 责任部门 | 配合部门 | 完成时间 |\n| 逐一制定泵房改造方案 | 水务公司 | 工程部 | 10月15日前 |\n"
)
TWO = (
    "江州市政府第12次常务会议纪要\n一、资金\n会议同意。\n"
    "（一）由市发改局争取中央投资4500万元。市住建局每月末报送用款计划。\n"
)


def _found(text: str) -> list[str]:
    source = Source("d0", parse_text(text))
    return [one.text for item in source.document.items for one in of_points(source, item)]


def test_a_time_limit_of_another_cell_stands_behind() -> None:
    [said] = _found(TABLE)
    assert said.startswith("逐一制定泵房改造方案（")
    assert "10月15日前" in said


def test_a_time_limit_of_another_sentence_does_not() -> None:
    assert not any("（每月末" in one for one in _found(TWO))
    assert any("4500万元" in one for one in _found(TWO))
