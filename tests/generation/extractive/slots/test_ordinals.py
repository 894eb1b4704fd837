"""What is told of the third says nothing of the second."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.ordinals import is_of_another_number
from tests.generation.extractive.slots.meeting import telling

FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("第二届桃花节经费多少", FEST, True, id="another time"),
        pytest.param("第三届桃花节经费多少", FEST, False, id="this time"),
        pytest.param("桃花节经费多少", FEST, False, id="no number"),
    ],
)
def test_is_of_another_number(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert is_of_another_number(telling(county, text, said)) is unfilled
