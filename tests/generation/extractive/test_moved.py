"""A time that was put off is stated, though no cell of a row holds it."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.moved import moves_to_a_day


@pytest.mark.parametrize(
    ("wording", "moves"),
    [
        pytest.param("验收时限由3月底前延至9月20日前", True, id="put off"),
        pytest.param("开馆时间由2024年12月推迟到明年5月", True, id="to a month"),
        pytest.param("原要求的六月底完成，调整为年底前完成", True, id="to the end of the year"),
        pytest.param("补助标准由5元调整为6元，7月起执行", False, id="a price"),
        pytest.param("7月15日前完成验收", False, id="nothing moved"),
    ],
)
def test_a_time_that_is_moved_is_known(wording: str, moves: bool) -> None:
    assert moves_to_a_day(wording) is moves


def test_what_states_a_new_time_is_not_said_to_state_none(rulings: Assistant) -> None:
    answer = rulings.ask("松鹤隧道工程的完成时限").answer
    assert answer.index("延至9月20日前") < answer.index("3月底前完成衬砌")
    assert "未载明" not in answer


def test_whether_a_time_changed_asks_nothing_of_the_meeting_before(rulings: Assistant) -> None:
    answer = rulings.ask("城北客运站开工时间变过没有").answer
    assert "推迟至2026年3月底前" in answer
    assert "未载明" not in answer


def test_another_time_that_was_moved_tells_nothing(rulings: Assistant) -> None:
    assert "7月20日" not in rulings.ask("松鹤隧道工程何时通车").answer
