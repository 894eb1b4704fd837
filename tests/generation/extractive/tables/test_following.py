"""A question goes on from a row that was named before it."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.tables.papers import answer

FIRST = "苇塘镇第9次党政联席会议，更换东街雨水井盖由谁牵头？"


@pytest.mark.parametrize(
    ("history", "text", "told"),
    [
        ([FIRST], "那配合单位呢？", "更换东街雨水井盖46处，配合单位：镇水利站、供电所。"),
        ([FIRST], "时限呢？", "更换东街雨水井盖46处，完成时限：7月底前。"),
        ([FIRST], "那编印避险手册呢？", "编印避险手册，牵头单位：镇文化站。"),
        ([FIRST], "下一项呢？", "编印避险手册，牵头单位：镇文化站；完成时限：7月底前。"),
        ([FIRST, "上一项呢？"], "什么时候完成？", "储备编织袋3000条，完成时限：6月15日前。"),
        (
            ["苇塘镇任务分解表第一项由谁牵头？"],
            "那最后一项呢？",
            "编印避险手册，牵头单位：镇文化站；完成时限：7月底前。",
        ),
    ],
)
def test_going_on(tables: Assistant, history: list[str], text: str, told: str) -> None:
    assert answer(tables, text, history) == told


def test_behind_the_last_row_there_is_none(tables: Assistant) -> None:
    assert answer(tables, "下一项呢？", ["苇塘镇编印避险手册由谁牵头？"]).startswith("未载明：表中没有这样一项")
