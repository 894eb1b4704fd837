"""A cell is told of the row that a question names; an empty one is not written, and no other row answers."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.tables.papers import answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("苇塘镇第9次联席会议，加固东河堤防由谁牵头？", "加固东河堤防1.2公里，牵头单位：镇水利站；责任人：祁伯衡。"),
        ("苇塘镇第9次联席会议，储备编织袋由哪个单位牵头？", "储备编织袋3000条，牵头单位：镇水利站。"),
        ("苇塘镇更换东街雨水井盖由谁配合？", "更换东街雨水井盖46处，配合单位：镇水利站、供电所。"),
        ("苇塘镇避险手册什么时候编印好？", "编印避险手册，完成时限：7月底前。"),
        ("泽溪县档案局数字化加工花多少钱？", "数字化加工，金额（万元）：42。"),
        ("泽溪县档案局志愿讲解队民俗组组长是谁？", "民俗组，组长：陆知行。"),
    ],
)
def test_the_cell_asked_for(tables: Assistant, text: str, told: str) -> None:
    assert answer(tables, text) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("苇塘镇储备编织袋由谁配合？", id="an empty cell"),
        pytest.param("苇塘镇编印避险手册由谁配合？", id="a dash"),
        pytest.param("苇塘镇编印避险手册的责任人是谁？", id="empty above a ditto of another column"),
        pytest.param("泽溪县档案局数字化加工用来干什么？", id="no purpose"),
    ],
)
def test_an_empty_cell_is_not_written(tables: Assistant, text: str) -> None:
    assert "没有填写，文件未写明" in answer(tables, text)
    assert answer(tables, text).startswith("未载明")


def test_who_was_presumed_is_told_beside(tables: Assistant) -> None:
    told = answer(tables, "苇塘镇更换东街雨水井盖由供电所牵头，什么时候完成？")
    assert "牵头单位：镇城建办" in told
    assert "完成时限：7月底前" in told


def test_a_row_named_by_another_cell(tables: Assistant) -> None:
    told = answer(tables, "泽溪县档案局局务会议，沈渡负责哪几个展厅？")
    assert "二号厅、三号厅" in told
    assert "一号厅" not in told
