"""Cells prove a statement made of them, and no cell of another row or another column does."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.cells import told_by_cells

HEADS = "序号｜任务｜牵头单位｜配合单位｜时限"
ROW = "2｜修缮围墙｜甲局｜乙局、丙办｜6月底前"


@pytest.mark.parametrize(
    ("text", "proven"),
    [
        pytest.param("修缮围墙，牵头单位：甲局。", True, id="one cell"),
        pytest.param("修缮围墙，牵头单位：甲局；时限：6月底前。", True, id="two cells"),
        pytest.param("修缮围墙，牵头单位：乙局、丙办。", False, id="of another column"),
        pytest.param("疏通水沟，牵头单位：甲局。", False, id="of another row"),
        pytest.param("修缮围墙，牵头单位：甲局，已经完工。", False, id="more than that"),
        pytest.param("修缮围墙由甲局牵头。", False, id="in other words"),
    ],
)
def test_told_by_cells(text: str, proven: bool) -> None:
    assert told_by_cells(text, [HEADS, ROW]) is proven


def test_a_ditto_is_told_by_the_cell_above_that_is_quoted() -> None:
    row = "3｜疏通水沟｜同上｜—｜8月底前"
    assert told_by_cells("疏通水沟，牵头单位：甲局。", [HEADS, "甲局", row])
    assert not told_by_cells("疏通水沟，牵头单位：丁局。", [HEADS, "甲局", row])
    assert not told_by_cells("疏通水沟，时限：甲局。", [HEADS, "甲局", row])
