"""Why something was decided: the reason beside the verdict, or a refusal where the text gives none."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.reasons import VIEW, gives_reason


@pytest.mark.parametrize(
    ("said", "given"),
    [
        pytest.param("会议认为，测算依据不足。", True, id="what the meeting held"),
        pytest.param("因管线迁改滞后，工期顺延。", True, id="because"),
        pytest.param("会议不同意该请示。", False, id="a bare verdict"),
    ],
)
def test_what_gives_a_reason(said: str, given: bool) -> None:
    assert gives_reason(said) is given


def test_the_reason_stands_beside_the_verdict(counties: Assistant) -> None:
    answer = counties.ask("县政府第20次常务会议为什么不同意调整保育费的请示？")
    assert not answer.refused
    assert "理由不足" in answer.answer


def test_no_reason_is_made_of_a_bare_decision(counties: Assistant) -> None:
    answer = counties.ask("为什么聘任程一诺、贺兰舟为县政府法律顾问？")
    assert answer.refused, answer.answer


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("秦望舒提出，站点不宜撤。", "秦望舒"),
        ("邬青同志认为票价偏高。", "邬青"),
        ("由交通局提出方案。", None),
        ("不同意印发，退回修改。", None),
    ],
)
def test_the_view_of_one_person_is_told_by_how_it_opens(said: str, who: str | None) -> None:
    held = VIEW.match(said)
    assert (held["who"] if held else None) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("松坪村想跟镇里要15万修戏台，栗溪镇第22次联席会批没批？为啥？", ("不同意", "账目")),
        ("栗溪镇第22次联席会为什么没同意松坪村修戏台的钱？", ("账目",)),
        ("松坪村戏台的补助栗溪镇第22次联席会同意了吗？什么原因？", ("不同意", "账目")),
    ],
)
def test_a_verdict_is_told_with_the_reason_that_is_asked_for_as_well(
    townhalls: Assistant, text: str, words: tuple[str, ...]
) -> None:
    answer = townhalls.ask(text)
    assert not answer.refused, answer.answer
    assert all(word in answer.answer for word in words), answer.answer
