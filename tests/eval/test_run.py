"""A run asks every question, scores what was said, and keeps it; the real product passes through it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold import DOCUMENTS, GOLD, Question, load_questions, load_texts
from eval.run import Product, provenance, run, save, select, throwaway_library
from pipeline.errors import BadRequest

from .conftest import TEXT, Written, said


def test_every_question_leaves_a_record(questions: list[Question], texts: dict[str, str], written: Written) -> None:
    steps: list[tuple[int, int]] = []
    records = run(questions, [written], texts, on_progress=lambda done, total, _: steps.append((done, total)))
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(record["id"], record["correct"]) for record in records] == [
        ("t1", True),
        ("t2", False),
        ("t3", True),
        ("t4", False),
    ]
    right, incomplete, refusal, away = records
    assert right["evidence"][0]["quote"] == "市城管局局长周明"
    assert (
        right["scores"]["mrr"] == right["scores"]["citation_supported"] == right["scores"]["citation_verbatim"] == [1.0]
    )
    assert right["scores"]["verbatim"] == [0.0]  # 由市城管局局长周明汇报 is not the wording of its quote
    assert incomplete["reasons"] == ["缺少：6月底"]
    assert (right["scores"]["accuracy_strict"], incomplete["scores"]["accuracy_strict"]) == ([1.0], [0.0])
    assert (incomplete["scores"]["complete"], incomplete["scores"]["list_exact"]) == ([0.5], [0.0])
    assert incomplete["scores"]["verbatim"] == [1.0]
    assert refusal["scores"]["refusal_recall"] == [1.0]
    assert "mrr" not in refusal["scores"]
    assert away["error"].startswith("KeyError")
    assert away["scores"]["accuracy"] == [0.0]


def test_other_systems_stand_beside_the_first(
    questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    silent = Written({question.question: said("不知道", refused=True) for question in questions}, name="silent")
    records = run(questions, [written, silent], texts)
    assert [record["silent"]["correct"] for record in records] == [False, False, True, False]
    assert records[0]["silent"]["scores"]["false_refusal"] == [1.0]


def test_citations_off_by_one_are_seen(questions: list[Question], texts: dict[str, str]) -> None:
    off = Written({questions[0].question: said("周明", "市城管局局长周明", shift=1)})
    (record,) = run(questions[:1], [off], texts)
    assert record["correct"]
    assert record["scores"]["citation_verbatim"] == [0.0]


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
    (record,) = run(questions[:1], [Written({questions[0].question: answer})], texts)
    assert (record["scores"]["accuracy"], record["scores"]["accuracy_strict"]) == ([1.0], [strict])


def test_one_type_or_the_first_few_are_selected(questions: list[Question]) -> None:
    assert [question.id for question in select(questions, limit=2)] == ["t1", "t2"]
    assert [question.id for question in select(questions, only=["verdict", "person"])] == ["t1", "t3"]
    with pytest.raises(BadRequest, match="没有题型 riddle。可选：follow_up、list"):
        select(questions, only=["riddle"])


def test_records_are_saved_one_a_line(
    tmp_path: Path, questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    records = run(questions, [written], texts)
    save(records, {"questions": 4}, tmp_path / "a" / "b")
    lines = (tmp_path / "a" / "b" / "records.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["t1", "t2", "t3", "t4"]
    assert "周明" in lines[0]
    assert json.loads((tmp_path / "a" / "b" / "summary.json").read_text("utf-8")) == {"questions": 4}


def test_provenance_moves_with_the_gold_set(gold: Path, texts: dict[str, str]) -> None:
    before = provenance(gold, texts, encoder="builtin")
    gold.write_text(gold.read_text("utf-8").replace("谁汇报", "哪位汇报"), "utf-8")
    after = provenance(gold, texts, encoder="builtin")
    assert before["gold"] != after["gold"]
    assert before["documents"] == after["documents"]


def test_a_library_of_the_documents_is_made_and_gone_after(documents: Path, texts: dict[str, str]) -> None:
    with throwaway_library(documents, texts) as assistant:
        home = assistant.settings.home
        assert [entry.characters for entry in assistant.entries()] == [len(TEXT)]
        assert home.is_dir()
    assert not home.exists()


def test_a_text_that_is_read_otherwise_stops_the_run(documents: Path, texts: dict[str, str]) -> None:
    other = {file: text + "尾" for file, text in texts.items()}
    with pytest.raises(BadRequest, match="入库后的文字与原文不同"), throwaway_library(documents, other):
        pass


@pytest.fixture(scope="module")
def examined() -> list[dict[str, Any]]:
    """Ten questions of the gold set, put to the real product."""
    chosen = {"g001", "g007", "g009", "g032", "g040", "g041", "g067", "g087", "g093", "g170"}
    texts = load_texts(DOCUMENTS)
    with throwaway_library(DOCUMENTS, texts) as assistant:
        return run([entry for entry in load_questions(GOLD) if entry.id in chosen], [Product(assistant)], texts)


def test_the_product_answers_without_a_fault(examined: list[dict[str, Any]]) -> None:
    assert [record["error"] for record in examined] == [None] * 10
    assert all(len(record["passages"]) >= 10 for record in examined)


def test_the_product_cites_to_the_character(examined: list[dict[str, Any]]) -> None:
    observed = [value for record in examined for value in record["scores"].get("citation_verbatim", [])]
    assert observed
    assert set(observed) == {1.0}


def test_the_product_answers_plain_questions_of_the_record(examined: list[dict[str, Any]]) -> None:
    assert {record["id"]: record["reasons"] for record in examined if record["reasons"]} == {}
