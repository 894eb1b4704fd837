"""One thing asked of two meetings in two clauses, or of two bodies in one: both are told."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "云埠镇幸福院消防改造，县里要求几号完成，镇上自己又定的几号完工？", ("9月25日", "9月15日"), id="two"
        ),
        pytest.param("幸福院消防改造，县里和镇里各定的几号完成？", ("9月25日", "9月15日"), id="two-bodies"),
    ],
)
def test_both_are_told(handed_on: Assistant, text: str, told: tuple[str, str]) -> None:
    answer = handed_on.ask(text)
    assert not answer.refused
    assert all(one in answer.answer for one in told)
