"""Somebody who was away did not speak; who came, and who is said to have been away, are left alone."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("檀川县常务会议上邬若谷对茶市搬迁怎么说？", id="what he said"),
        pytest.param("邬若谷副县长在檀川县常务会议上反对了哪个方案？", id="what he was against"),
    ],
)
def test_who_was_away_did_not_speak(county: Assistant, question: str) -> None:
    answer = county.ask(question).answer
    assert answer.startswith("与记载不符")
    assert "请假" in answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("邬若谷请假那次会上茶市搬迁怎么说的？", id="it says so itself"),
        pytest.param("檀川县常务会议上骆一鸣对茶市搬迁怎么说？", id="who was there"),
        pytest.param("邬若谷分管的茶市由谁汇报？", id="somebody else is asked for"),
    ],
)
def test_others_are_left_alone(county: Assistant, question: str) -> None:
    assert not county.ask(question).answer.startswith("与记载不符")
