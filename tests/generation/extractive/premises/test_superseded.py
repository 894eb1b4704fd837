"""A value that gave way to another is corrected where a question takes it for what holds."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("檀川县渡口候船廊修缮每处补助9万元，由谁出？", "调整为7万元", id="a sum"),
        pytest.param("檀川县古树挂牌由县园林站实施，涉及多少株？", "改由县林业局实施", id="a unit"),
    ],
)
def test_what_was_before_is_corrected(county: Assistant, question: str, words: str) -> None:
    answer = county.ask(question).answer
    assert answer.startswith("与记载不符")
    assert words in answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("檀川县渡口候船廊修缮每处补助7万元，由谁出？", id="what holds"),
        pytest.param("檀川县渡口候船廊修缮原来每处补助9万元，现在补多少？", id="it knows of the change"),
    ],
)
def test_what_holds_is_left_alone(county: Assistant, question: str) -> None:
    assert not county.ask(question).answer.startswith("与记载不符")


def test_a_site_that_was_given_up_is_corrected(county: Assistant) -> None:
    answer = county.ask("檀川县粮油市场定在东岗新建，多花的80万元谁出？").answer
    assert answer.startswith("与记载不符")
    assert "西坪地块" in answer


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        pytest.param("檀川县渔政码头改造现在还是由许岸协调吧？", True, id="who was before"),
        pytest.param("檀川县渔政码头改造现在是由苗青协调吧？", False, id="who is now"),
    ],
)
def test_a_claim_of_who_was_before_is_corrected(county: Assistant, question: str, wrong: bool) -> None:
    answer = county.ask(question).answer
    assert "改为苗青" in answer
    assert answer.startswith("与记载不符") is wrong
