"""Ages within the ranges of which a text speaks."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.ages import ages_told

BANDS = "70至79周岁每月60元，80-89岁每月120元，100周岁以上每月600元"


@pytest.mark.parametrize(
    ("asked", "around", "told"),
    [
        pytest.param("83岁的老人领多少", BANDS, {"83"}, id="between"),
        pytest.param("满70周岁的领多少", BANDS, {"70"}, id="the lower bound"),
        pytest.param("101岁的老人领多少", BANDS, {"101"}, id="from so many on"),
        pytest.param("95岁的老人领多少", BANDS, set(), id="in no band"),
        pytest.param("5岁的孩子免票吗", "6周岁以下儿童免票", {"5"}, id="up to so many"),
        pytest.param("83户领多少", BANDS, set(), id="no age"),
        pytest.param("65周岁以上的老人免费吗", "60周岁以上老人免费", set(), id="a range asked for"),
    ],
)
def test_an_age_is_told_by_its_range(asked: str, around: str, told: set[str]) -> None:
    assert ages_told(asked, around) == told
