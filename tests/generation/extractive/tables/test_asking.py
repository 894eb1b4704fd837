"""How a question asks for rows of a table."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.tables.asking import TABLE, asks_rows


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("表里列了哪几项任务", True),
        ("清单上一共几个项目", True),
        ("由哪几个科室负责", False),
        ("有哪些责任单位", False),
        ("什么时候完成", False),
    ],
)
def test_rows_and_not_who_does_them_are_asked_for(text: str, asks: bool) -> None:
    assert asks_rows(text) == asks


@pytest.mark.parametrize(("text", "named"), [("任务分解表里", True), ("由谁表决", False), ("有什么表现", False)])
def test_a_table_is_spoken_of(text: str, named: bool) -> None:
    assert bool(TABLE.search(text)) == named
