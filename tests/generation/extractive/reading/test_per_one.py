"""What all comes to is not what one costs."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.kinds import Wanted
from pipeline.generation.extractive.reading.per_one import of_all_only


@pytest.mark.parametrize(
    ("asked", "told", "of_all"),
    [
        pytest.param("体检一次收多少钱", "体检车预算180万元", True, id="the whole"),
        pytest.param("体检一次收多少钱", "每人次收费35元", False, id="for one"),
        pytest.param("护理员一个月最少给多少", "月工资不低于2600元", False, id="what is paid a month"),
        pytest.param("体检一年要花多少钱", "年增支出约40万元", False, id="for a year"),
        pytest.param("一吨水要掏多少钱", "由每立方米2.1元调至2.4元", False, id="a ton of water by volume"),
        pytest.param("体检要花多少钱", "体检车预算180万元", False, id="not for one"),
        pytest.param("一共要花多少钱", "预算180万元", False, id="all is asked for"),
    ],
)
def test_what_all_comes_to(asked: str, told: str, of_all: bool) -> None:
    assert of_all_only(Wanted("money"), asked, told) is of_all
