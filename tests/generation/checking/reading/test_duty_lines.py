"""A line of duties goes on with the task above it."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.duty_lines import with_duties

PAPER = """（2）修缮渡口护栏，更换灯具12盏。
    责任单位：船务科；配合单位：安监科；完成时限：8月31日前
（3）清理仓库。
    责任单位：总务科"""


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("船务科不晚于8月底更换灯具12盏，安监科配合。", True),
        ("由总务科更换灯具12盏。", False),
    ],
)
def test_whose_task_it_is_stands_below_it(said: str, holds: bool) -> None:
    assert (check(said, [PAPER], context="2031-03-02") == []) is holds


def test_a_line_that_tells_of_several_tasks_stays() -> None:
    line = "修缮护栏。\n责任单位:护栏由船务科负责,仓库由总务科负责"
    assert with_duties(line) == line
    assert with_duties("责任单位:船务科") == "责任单位:船务科"
