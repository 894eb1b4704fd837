"""What somebody gave is told only by what speaks of his money."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.payers import names_payer


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
