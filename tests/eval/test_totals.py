"""Totals add up what the records hold, by hand and by group, and say what each part is worth."""

from __future__ import annotations

from typing import Any

import pytest

from eval.gold import Question
from eval.run import examine
from eval.totals import total

from .conftest import Written, said


def records_of(questions: list[Question], texts: dict[str, str], *systems: Written) -> list[dict[str, Any]]:
    return [examine(question, system, texts) for system in systems for question in questions]


@pytest.fixture
def figures(questions: list[Question], texts: dict[str, str], written: Written, silent: Written) -> dict[str, Any]:
    return total(records_of(questions, texts, written, silent), systems=["product", "stock"])


def test_the_figures_by_hand(figures: dict[str, Any]) -> None:
    overall = figures["systems"]["product"]["overall"]
    expected = {
        "accuracy": (2 / 4, 4),
        "answered_accuracy": (1 / 3, 3),
        "precision": (1 / 2, 2),
        "complete": (1.5 / 3, 3),
        "refusal_recall": (1.0, 1),
        "false_refusal": (0.0, 3),
        "list_exact": (0.0, 1),
        "hit@1": (2 / 3, 3),  # t4 was not searched for: its answer failed first
        "recall@5": (2 / 3, 3),
        "citation_verbatim": (1.0, 3),
        "citation_supported": (1.0, 2),
        "citation_precision": (1.0, 2),
        "calls": (0.0, 4),
    }
    for measure, (value, n) in expected.items():
        assert (overall[measure]["value"], overall[measure]["n"]) == (pytest.approx(value, abs=1e-4), n), measure
    assert "count_exact" not in overall
    assert figures["systems"]["stock"]["overall"]["accuracy"]["value"] == 0.25


def test_groups_hold_their_own_questions(figures: dict[str, Any]) -> None:
    groups = figures["systems"]["product"]
    assert {name: own["accuracy"]["value"] for name, own in groups["type"].items()} == {
        "person": 1.0,
        "list": 0.0,
        "verdict": 1.0,
        "follow_up": 0.0,
    }
    assert {name: own["accuracy"]["n"] for name, own in groups["split"].items()} == {"dev": 3, "test": 1}
    assert (list(groups["style"]), list(groups["document"])) == (["formal"], ["示例.txt"])


def test_what_the_first_system_is_worth_is_counted_pair_by_pair(figures: dict[str, Any]) -> None:
    worth = figures["worth"]["stock"]
    assert (worth["gains"], worth["losses"], worth["p"]) == (1, 0, 1.0)  # t1 only: t3 both refuse
    assert (worth["accuracy"]["value"], worth["accuracy"]["n"]) == (0.25, 4)


def test_systems_are_compared_over_the_questions_that_all_were_asked(
    questions: list[Question], texts: dict[str, str], written: Written, silent: Written
) -> None:
    records = [examine(question, written, texts) for question in questions]
    records += [examine(question, silent, texts) for question in questions[:3]]
    found = total(records, systems=["product", "stock"])
    assert found["systems"]["product"]["overall"]["accuracy"]["n"] == 4
    compared = found["compared"]
    assert (compared["questions"], compared["sets"]) == (3, ["gold"])
    assert [(name, own["accuracy"]["n"]) for name, own in compared["systems"].items()] == [("product", 3), ("stock", 3)]
    assert round(compared["systems"]["product"]["accuracy"]["value"], 2) == 0.67


def test_failing_questions_and_faults_are_named(figures: dict[str, Any]) -> None:
    assert figures["failing"] == ["t2", "t4"]
    assert [(fault.split("：")[0], ids) for fault, ids in figures["faults"].items()] == [("KeyError", ["t4"])]
    assert figures["not_verbatim"] == []


def test_citations_that_are_not_verbatim_are_named(questions: list[Question], texts: dict[str, str]) -> None:
    off = Written({questions[0].question: said("周明", "市城管局局长周明", shift=1)})
    found = total(records_of(questions[:1], texts, off), systems=["product"])
    assert found["not_verbatim"] == ["t1"]
    assert found["systems"]["product"]["overall"]["citation_verbatim"]["value"] == 0.0


def test_summaries_are_added_up_by_style() -> None:
    score = {"id": "k1", "split": "dev", "document": "甲.txt", "style": "full", "missing": ["谁牵头"]}
    score |= {"covered": [1.0, 0.0], "faithful": [1.0], "verbatim": [1.0]}
    held_out = score | {"id": "k2", "split": "test", "document": "乙.txt", "covered": [1.0, 1.0], "missing": ["保密"]}
    found = total([], systems=["product"], summaries=[score, held_out, score | {"style": "brief"}])
    full = found["summaries"]["full"]
    assert (full["covered"]["value"], full["covered"]["n"]) == (0.75, 4)
    assert [(name, own["covered"]["value"]) for name, own in full["split"].items()] == [("dev", 0.5), ("test", 1.0)]
    assert [(name, own["covered"]["n"]) for name, own in full["document"].items()] == [("乙.txt", 2), ("甲.txt", 2)]
    assert full["missing"] == {"k1": ["谁牵头"]}  # what is held out is not told
