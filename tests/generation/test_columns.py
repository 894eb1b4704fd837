"""Columns of text where a Chinese character is two cells wide."""

from __future__ import annotations

import pytest

from pipeline.generation.columns import one_line, pad, shorten, table, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("abc", 3, id="latin"),
        pytest.param("纪要", 4, id="chinese"),
        pytest.param("（一）", 6, id="full-width brackets"),
        pytest.param("e\u0301", 1, id="combining accent"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("突出 “一河一策” ，细化", "突出“一河一策”，细化", id="blanks beside chinese go"),
        pytest.param("新增 CY Group 门店", "新增CY Group门店", id="a blank between latin words stays"),
        pytest.param("市纪\n委监委", "市纪委监委", id="wrapped line"),
        pytest.param("\x1b[31m红\x07", "[31m红", id="no control characters for the terminal"),
        pytest.param("　　金　铭\n", "金铭", id="full-width blanks"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_shorten_never_exceeds_its_cells() -> None:
    for cells in range(1, 12):
        assert width(shorten("修改完善后a组织实施", cells)) <= cells


def test_pad_fills_up_and_never_cuts() -> None:
    assert width(pad("议题", 7)) == 7
    assert pad("议题", 2) == "议题"


def test_columns_line_up() -> None:
    lines = table(["议题", "n"], [["城区停车管理办法", "1"], ["a", "22"]]).splitlines()
    assert [width(line[: line.rindex("  ")]) for line in (lines[2], lines[3])] == [16, 16]


def test_a_line_end_in_a_cell_does_not_break_the_table() -> None:
    assert len(table(["x"], [["一\n二"]]).splitlines()) == 3
