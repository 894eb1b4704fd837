"""The rest of a list, where one of it was turned down."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.premises.the_rest import rest_agreed


@pytest.mark.parametrize(
    ("said", "after", "agreed"),
    [
        pytest.param("冷某一户得票不过半，未通过，其余同意上报。", "", True, id="in one sentence"),
        pytest.param("不同意对4台先行补助；", "其余7台按原标准补助。", True, id="in the next clause"),
        pytest.param("不同意对4台先行补助；", "其余7台暂缓。", False, id="put off as well"),
        pytest.param("不同意该方案。", "由水务站重新测算。", False, id="no rest"),
    ],
)
def test_the_rest_of_a_list(said: str, after: str, agreed: bool) -> None:
    assert rest_agreed(said, after) is agreed
