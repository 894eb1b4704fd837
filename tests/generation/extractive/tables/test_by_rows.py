"""How many rows, which, what they sum to, the third."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.tables.papers import answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("苇塘镇第9次联席会议的任务分解表一共列了几项任务？", "表中共列4项。"),
        (
            "苇塘镇第9次联席会议任务分解表里都有哪几项任务？",
            "加固东河堤防1.2公里\n储备编织袋3000条\n更换东街雨水井盖46处\n编印避险手册",
        ),
        ("苇塘镇任务分解表第三项由谁牵头？", "更换东街雨水井盖46处，牵头单位：镇城建办；责任人：汤若溪。"),
        ("泽溪县档案局下半年经费合计多少万元？", "合计，金额（万元）：70。"),
        ("泽溪县档案局下半年经费安排了几个项目？", "表中共列3个。"),
    ],
)
def test_rows(tables: Assistant, text: str, told: str) -> None:
    assert answer(tables, text) == told


def test_what_a_column_leaves_empty(tables: Assistant) -> None:
    told = answer(tables, "苇塘镇任务分解表里哪几项任务没有写责任人？")
    assert told.splitlines()[1:] == ["编印避险手册"]


def test_rows_of_only_some_are_not_all(tables: Assistant) -> None:
    assert "更换东街雨水井盖" not in answer(tables, "苇塘镇任务分解表里6月20日前要完成哪几项任务？")
