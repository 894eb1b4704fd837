"""What one answer shows, measure by measure."""

from __future__ import annotations

from typing import Any

import pytest

from eval.gold import Question
from eval.observe import observe
from eval.run import examine

from .conftest import Written, said


def test_every_answer_gives_the_observations_that_apply(
    questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    right, incomplete, refusal, away = (examine(question, written, texts) for question in questions)
    assert right["scores"]["mrr"] == right["scores"]["citation_supported"] == [1.0]
    assert right["scores"]["citation_verbatim"] == right["scores"]["precision"] == [1.0]
    assert right["scores"]["verbatim"] == [0.0]  # 由市城管局局长周明汇报 is not the wording of its quote
    assert incomplete["reasons"] == ["缺少：6月底"]
    assert (right["scores"]["accuracy_strict"], incomplete["scores"]["accuracy_strict"]) == ([1.0], [0.0])
    assert (incomplete["scores"]["complete"], incomplete["scores"]["list_exact"]) == ([0.5], [0.0])
    assert incomplete["scores"]["verbatim"] == [1.0]
    assert refusal["scores"]["refusal_recall"] == [1.0]
    assert "mrr" not in refusal["scores"]
    assert away["scores"]["accuracy"] == [0.0]
    assert away["reasons"] == ["出错：KeyError：'那哪个局补种？'"]


def test_citations_off_by_one_are_seen(questions: list[Question], texts: dict[str, str]) -> None:
    found = observe(questions[0], said("周明", "市城管局局长周明", shift=1), [], texts)
    assert found["correct"]
    assert found["scores"]["citation_verbatim"] == [0.0]


@pytest.mark.parametrize(
    ("answer", "strict"),
    [
        pytest.param(said("周明", "市城管局局长周明"), 1.0, id="proven and short"),
        pytest.param(said("周明", "听取绿化工作汇报"), 0.0, id="proven from another item"),
        pytest.param(said("周明" * 101, "市城管局局长周明"), 0.0, id="longer than allowed"),
    ],
)
def test_the_strict_accuracy_asks_for_source_and_length(
    answer: dict[str, Any], strict: float, questions: list[Question], texts: dict[str, str]
) -> None:
    found = observe(questions[0], answer, [], texts)
    assert (found["scores"]["accuracy"], found["scores"]["accuracy_strict"]) == ([1.0], [strict])


def test_needless_citations_cost_precision_and_not_recall(questions: list[Question], texts: dict[str, str]) -> None:
    found = observe(questions[0], said("周明", "市城管局局长周明", "听取绿化工作汇报"), [], texts)
    assert (found["scores"]["citation_precision"], found["scores"]["citation_recall"]) == ([0.5], [1.0])


def test_a_false_refusal_is_wrong_and_cites_nothing(questions: list[Question], texts: dict[str, str]) -> None:
    found = observe(questions[0], said("未载明", refused=True), [], texts)
    assert (found["scores"]["false_refusal"], found["reasons"][0]) == ([1.0], "误拒")
    assert "citation_precision" not in found["scores"]
    assert "precision" not in found["scores"]
