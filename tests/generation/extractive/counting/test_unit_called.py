"""Whether a question calls a unit by one of its names."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.counting.unit_called import called


@pytest.mark.parametrize(
    ("unit", "text", "is_called"),
    [
        pytest.param("西湾经济开发区", "给西湾的任务", True, id="a zone by its place"),
        pytest.param("湖滨街道办事处", "给石桥街道的任务", False, id="a short name that many share"),
    ],
)
def test_a_unit_is_called_by_what_is_its_own(unit: str, text: str, is_called: bool) -> None:
    assert called(unit, text) is is_called
