"""What somebody gave is told only by what speaks of his money."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.payers import names_payer, tells_whether_paid


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("便桥重建省里补了多少钱", "会议批准安排240万元打井", False, id="not the province"),
        pytest.param("便桥重建省里补了多少钱", "争取省级补助190万元", True, id="the province"),
        pytest.param("便桥重建中央拨了多少", "市财政承担400万元", False, id="not the state"),
        pytest.param("便桥重建村里出多少", "村集体自筹20万元", True, id="the village"),
        pytest.param("便桥重建要花多少钱", "总投资53万元", True, id="nobody is named"),
    ],
)
def test_whose_money(asked: str, told: str, tells: bool) -> None:
    assert names_payer(asked, told) is tells


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("换表的钱要不要住户出", "先选两个小区试点", False, id="no word of money"),
        pytest.param("换表的钱要不要住户出", "换表费用由公司承担", True, id="who bears it"),
        pytest.param("换表在哪些小区试点", "先选两个小区试点", True, id="something else is asked"),
    ],
)
def test_whether_somebody_has_to_pay(asked: str, told: str, tells: bool) -> None:
    assert tells_whether_paid(asked, told) is tells
