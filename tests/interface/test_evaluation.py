"""The latest run as its folder holds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gradio as gr

from pipeline.interface import evaluation
from pipeline.interface.evaluation import Evaluating, failures, latest_run, render_evaluation
from tests.interface.papers import EVIL, assert_harmless


def figure(value: float, n: int = 40) -> dict[str, Any]:
    return {"value": value, "n": n, "low": value - 0.05, "high": value + 0.05}


def make(runs: Path, name: str, **changed: Any) -> Path:
    """Write a run of two systems, as `python -m eval run` does."""
    own = {"overall": {"hit@1": figure(0.9), "accuracy": figure(0.7)}, "type": {"person": {"accuracy": figure(0.8)}}}
    other = {"overall": {"hit@1": figure(0.6), "accuracy": figure(0.2)}}
    tree = {
        "provenance": {"made": "2024-05-06T08:00:00+00:00", "encoder": "builtin@1", "model": ""},
        "questions": 40,
        "systems": {"product": own, "bm25": other},
        **changed,
    }
    (runs / name).mkdir(parents=True)
    (runs / name / "summary.json").write_text(json.dumps(tree), encoding="utf-8")
    records = [
        {"system": "product", "split": split, "correct": correct, "id": f"{split}{correct}", "question": f"{split}题？",
         "answer": {"answer": EVIL}, "reasons": ["没有答出人名"]}
        for split in ("dev", "test") for correct in (True, False)
    ]  # fmt: skip
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (runs / name / "records.jsonl").write_text("\n".join([*lines, '{"broken']), encoding="utf-8")
    return runs / name


def test_the_latest_finished_run_is_shown(tmp_path: Path) -> None:
    make(tmp_path, "20240101-000000", questions=7)
    newest = make(tmp_path, "20240506-080000")
    (tmp_path / "20240507-000000").mkdir()  # begun and not finished
    make(tmp_path, "20240508-000000", systems={})
    run = latest_run(tmp_path)
    assert run is not None and run.folder == newest
    page = render_evaluation(run)
    for said in ("2024年5月6日", "40 问", "回答正确：70.0%（65.0%–75.0%，n=40）", "人员", "jieba 分词 BM25", "20.0%"):
        assert said in page
    assert_harmless(page)


def test_only_failures_of_the_development_questions_are_shown(tmp_path: Path) -> None:
    make(tmp_path, "a")
    run = latest_run(tmp_path)
    assert run is not None and [one["id"] for one in failures(run)] == ["devFalse"]
    assert "dev题？" in render_evaluation(run) and "test题？" not in render_evaluation(run)
    (run.folder / "records.jsonl").unlink()
    assert failures(run) == []


def test_without_a_run_the_tab_says_how_to_make_one(tmp_path: Path) -> None:
    assert latest_run(tmp_path) is None
    assert "make eval" in render_evaluation(None)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "summary.json").write_text("{broken", encoding="utf-8")
    assert latest_run(tmp_path) is None


def test_the_tab_reads_the_folder_anew(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(evaluation, "latest_run", lambda: None)
    with gr.Blocks(), gr.Tab("评测") as tab:
        evaluating = Evaluating()
        evaluating.lay_out(tab)
        evaluating.bind()
    assert "make eval" in evaluating.open()
