"""The cells of a quoted row bear the heads of their columns."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.heads import cells_of, is_head, roles_of, with_heads

TABLE = "| 序号 | 任务 | 牵头 | 配合 | 时限 |\n| 1 | 修缮渡口护栏 | 船务科 | 安监科 | 6月底前 |"


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("修缮渡口护栏，牵头：船务科；配合：安监科。", True),
        ("修缮渡口护栏，牵头：安监科；配合：船务科。", False),
    ],
)
def test_who_leads_is_read_from_the_head_of_the_column(said: str, holds: bool) -> None:
    assert (check(said, [TABLE]) == []) is holds


def test_a_row_of_other_cells_stays_as_it_is() -> None:
    assert with_heads("牵头|配合\n甲科") == "牵头|配合\n甲科"
    assert not is_head("| 1 | 修缮渡口护栏 | 船务科 |")
    assert cells_of("|甲|乙|") == ["甲", "乙"]
    assert roles_of("| 序号 | 任务 |") == 0


def test_a_long_line_takes_no_long() -> None:
    assert with_heads("|" * 60_000 + "牵头" * 10_000)


def test_a_row_without_its_head_has_who_leads_first() -> None:
    row = "| 3 | 清理航道浮标 | 市港航局 | 市财政局、东湾街道 | 9月底前 |"
    assert check("清理航道浮标由市港航局牵头，市财政局配合。", [row]) == []
    assert check("清理航道浮标由市财政局牵头，市港航局配合。", [row])
    for other in ("| 3 | 清理浮标 | 甲 | 12 |", "| 3 | 浮标 | 市港航局 | 市财政局 |"):  # of no list of tasks
        assert with_heads(other) == other


def test_a_drawn_table_is_a_table() -> None:
    assert is_head("┃序号┃任务┃牵头科室┃配合科室┃完成时间┃")
    assert cells_of("┃1┃修缮护栏┃船务科┃") == ["1", "修缮护栏", "船务科"]


def test_a_row_in_which_nobody_supports() -> None:
    assert "牵头单位：市水务局" in with_heads("| 3 | 办理审批 | 市水务局 | — | 7月底前 |")
