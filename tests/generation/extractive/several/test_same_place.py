"""Who supports is told by the row, or the sentence, that told who leads."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.hospitals import hospital_in


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return hospital_in(tmp_path_factory.mktemp("hospital"))


@pytest.mark.parametrize(
    ("before", "text", "held", "not_held"),
    [
        pytest.param("病房安置方案由谁制定？", "那配合的是哪些科室？", "保卫科、内科", "财务科", id="a row"),
        pytest.param("锅炉招标归哪个科？", "配合的有谁？", "财务科", "保卫科", id="another row"),
    ],
)
def test_the_row_that_answered_tells_who_supports(
    hospital: Assistant, before: str, text: str, held: str, not_held: str
) -> None:
    answer = hospital.ask(text, history=[before])
    assert not answer.refused
    assert held in answer.answer
    assert not_held not in answer.answer


def test_a_question_that_names_a_matter_asks_of_more(hospital: Assistant) -> None:
    answer = hospital.ask("保洁费最多给多少？", history=["病房安置方案由谁制定？"])
    assert "26万元" in answer.answer


def test_who_supports_in_another_item_is_not_meant(hospital: Assistant) -> None:
    assert hospital.ask("那配合的有谁？", history=["保洁费最多给多少？"]).refused
