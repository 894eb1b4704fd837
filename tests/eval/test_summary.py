"""The summary adds up what the records hold, by hand and by group, and its tables line up."""

from __future__ import annotations

from typing import Any

import pytest

from eval.gold import Question
from eval.run import run
from eval.summary import summarize, table_text

from .conftest import Written, said


@pytest.fixture
def summary(questions: list[Question], texts: dict[str, str], written: Written) -> dict[str, Any]:
    silent = Written({question.question: said("不知道", refused=True) for question in questions}, name="silent")
    return summarize(run(questions, [written, silent], texts), systems=["written", "silent"])


def test_the_figures_by_hand(summary: dict[str, Any]) -> None:
    overall = summary["systems"]["written"]["overall"]
    expected = {
        "accuracy": (2 / 4, 4),
        "answered_accuracy": (1 / 3, 3),
        "complete": (1.5 / 3, 3),
        "refusal_recall": (1.0, 1),
        "false_refusal": (0.0, 3),
        "list_exact": (0.0, 1),
        "hit@1": (2 / 2, 2),  # t4 was not searched for: its answer failed first
        "citation_verbatim": (1.0, 3),
        "citation_supported": (1.0, 2),
    }
    expected["hit@1"] = (2 / 3, 3)
    for measure, (value, n) in expected.items():
        assert (overall[measure]["value"], overall[measure]["n"]) == (pytest.approx(value, abs=1e-4), n), measure
    assert "count_exact" not in overall
    assert summary["systems"]["silent"]["overall"]["accuracy"]["value"] == 0.25


def test_groups_hold_their_own_questions(summary: dict[str, Any]) -> None:
    by_type = summary["systems"]["written"]["type"]
    assert {name: figures["accuracy"]["value"] for name, figures in by_type.items()} == {
        "person": 1.0,
        "list": 0.0,
        "verdict": 1.0,
        "follow_up": 0.0,
    }
    assert list(summary["systems"]["written"]["style"]) == ["formal"]
    assert list(summary["systems"]["written"]["document"]) == ["示例.txt"]


def test_failing_questions_and_faults_are_named(summary: dict[str, Any]) -> None:
    assert summary["failing"] == ["t2", "t4"]
    assert [(fault.split("：")[0], ids) for fault, ids in summary["faults"].items()] == [("KeyError", ["t4"])]
    assert summary["not_verbatim"] == []


def test_citations_that_are_not_verbatim_are_named(questions: list[Question], texts: dict[str, str]) -> None:
    off = Written({questions[0].question: said("周明", "市城管局局长周明", shift=1)})
    found = summarize(run(questions[:1], [off], texts), systems=["written"])
    assert found["not_verbatim"] == ["t1"]
    assert found["systems"]["written"]["overall"]["citation_verbatim"]["value"] == 0.0


def test_the_table_shows_every_measure_for_every_system(summary: dict[str, Any]) -> None:
    overall, by_type, *_ = table_text(summary).split("\n\n")
    head, *lines = overall.splitlines()
    assert "written" in head
    assert "silent" in head
    (accuracy,) = [line for line in lines if line.startswith("回答正确率 ")]
    assert accuracy.split()[1] == "50.0"
    assert accuracy.split()[-1] == "4"
    assert any(line.startswith("人员 person") and "100.0" in line for line in by_type.splitlines())
