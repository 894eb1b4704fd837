"""What is ordered beside what was put off."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.premises.ordered import ordered_apart
from pipeline.generation.extractive.premises.taken import telling


@pytest.mark.parametrize(
    ("said", "ordered"),
    [
        pytest.param("由市城管局会同江东区政府加装护栏2公里", True, id="an order"),
        pytest.param("市城管局建议由江东区政府加装护栏2公里", False, id="a proposal"),
        pytest.param("步道两侧的护栏多处锈蚀", False, id="a report"),
        pytest.param("由市城管局会同江东区政府检修路灯", False, id="of something else"),
    ],
)
def test_an_order_on_what_is_meant(said: str, ordered: bool) -> None:
    assert ordered_apart([said], telling("护栏")) is ordered
    assert not ordered_apart([said], [])
