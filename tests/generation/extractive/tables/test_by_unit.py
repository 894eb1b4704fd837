"""The rows of a table in which a unit leads, and those in which it supports."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.tables.papers import answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("苇塘镇任务分解表里镇水利站牵头哪几项？", "加固东河堤防1.2公里\n储备编织袋3000条"),
        ("苇塘镇任务分解表里镇水利站配合哪几项？", "更换东街雨水井盖46处"),
    ],
)
def test_rows_of_a_unit(tables: Assistant, text: str, told: str) -> None:
    assert answer(tables, text) == told


def test_how_many_a_unit_has_is_said_before_them(tables: Assistant) -> None:
    told = answer(tables, "苇塘镇任务分解表里镇水利站牵头几项任务？").splitlines()
    assert told == ["表中有2项：", "加固东河堤防1.2公里", "储备编织袋3000条"]
