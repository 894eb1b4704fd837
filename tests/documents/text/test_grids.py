"""Tables of every shape are read into heads and rows, and no cell slips under another head."""

from __future__ import annotations

import pytest

from pipeline.documents.text.grids import Grid, grids_of

ROWS = [["1", "修缮围墙", "甲科", "乙科"], ["2", "疏通水沟", "丙科", ""]]
HEADS = ("序号", "任务", "责任科室", "配合科室")


def rows_of(grid: Grid) -> list[list[str]]:
    return [[cell.said.text for cell in row.cells] for row in grid.rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("序号｜任务｜责任科室｜配合科室\n1｜修缮围墙｜甲科｜乙科\n2｜疏通水沟｜丙科｜", id="bars inside"),
        pytest.param(
            "| 序号 | 任务 | 责任科室 | 配合科室 |\n|---|---|:--|---|\n"
            "| 1 | 修缮围墙 | 甲科 | 乙科 |\n| 2 | 疏通水沟 | 丙科 | |",
            id="markdown",
        ),
        pytest.param("序号\t任务\t责任科室\t配合科室\n1\t修缮围墙\t甲科\t乙科\n2\t疏通水沟\t丙科", id="tabs"),
        pytest.param(
            "序号  任务      责任科室  配合科室\n1     修缮围墙  甲科      乙科\n2     疏通水沟  丙科", id="blanks"
        ),
        pytest.param(
            "┌─┬──┬──┬──┐\n│序号│任务│责任科室│配合科室│\n├─┼──┼──┼──┤\n"
            "│1│修缮│甲科│乙科│\n│ │围墙│ │ │\n├─┼──┼──┼──┤\n│2│疏通水沟│丙科│ │\n└─┴──┴──┴──┘",
            id="drawn, a cell over two lines",
        ),
    ],
)
def test_shapes(text: str) -> None:
    (grid,) = grids_of(f"任务分工如下：\n{text}\n会议要求按月通报。")
    assert grid.heads == HEADS
    assert rows_of(grid) == ROWS


def test_a_ditto_means_what_stands_above_it() -> None:
    (grid,) = grids_of("事项｜责任单位｜时限\n修桥｜甲局｜6月底\n清淤｜同上｜〃\n植树｜〃｜9月底")
    assert rows_of(grid) == [["修桥", "甲局", "6月底"], ["清淤", "甲局", "6月底"], ["植树", "甲局", "9月底"]]
    assert grid.rows[2].cells[1].said.parts == grid.rows[0].cells[1].parts


def test_an_empty_first_cell_shifts_nothing() -> None:
    (grid,) = grids_of("牵头单位\t任务\t时限\n甲局\t修桥\t6月底\n\t清淤\t8月底")
    assert rows_of(grid)[1] == ["", "清淤", "8月底"]


def test_a_missing_cell_between_blanks_is_found_by_its_column_or_the_row_is_not_sure() -> None:
    head = "任务      牵头单位    配合单位    时限"
    (grid,) = grids_of(f"{head}\n修桥      甲局                    6月底\n清淤  乙局  8月底")
    assert rows_of(grid)[0] == ["修桥", "甲局", "", "6月底"]
    assert [row.sure for row in grid.rows] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会议时间｜2025年3月1日｜会议地点｜三楼\n主持人｜甲某｜记录人｜乙某", id="facts of the meeting"),
        pytest.param("会议听取了甲局的汇报。  会议同意。\n会议要求抓紧。  乙局配合。", id="prose"),
        pytest.param("任务｜责任单位｜时限\n会议强调，要抓好落实。", id="heads without rows"),
    ],
)
def test_no_table(text: str) -> None:
    assert grids_of(text) == ()


def test_each_table_has_the_name_above_it() -> None:
    text = "附表1  包片安排\n片区｜领导｜村\n东片｜甲某｜石村\n\n附表2  任务分解\n任务｜部门｜时限\n验收｜乙办｜年底"
    assert [text[grid.title.start : grid.title.end] for grid in grids_of(text) if grid.title] == [
        "附表1  包片安排",
        "附表2  任务分解",
    ]
