"""The latest run as its folder holds it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from pipeline.accounts import Role
from pipeline.interface import evaluation, theme
from pipeline.interface.evaluation import Evaluating, failures, latest_run, render_evaluation
from pipeline.interface.roles import Caller
from pipeline.interface.session import Conversation
from tests.interface.papers import EVIL, answer, assert_harmless


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
    with gr.Blocks():
        top = theme.place("top")
        with gr.Tab("评测") as tab:
            evaluating = Evaluating(tmp_path)
            evaluating.lay_out(tab)
            evaluating.bind(top)
    assert "make eval" in evaluating.open(by("reader"))[0]


def by(role: Role) -> Any:
    """A request as the door lets it in."""
    return SimpleNamespace(state=SimpleNamespace(caller=Caller("王敏", role)))


@pytest.mark.parametrize(("role", "sees"), [("reader", False), ("editor", True), ("admin", True)])
def test_what_readers_thought_is_for_those_who_look_after_the_library(tmp_path: Path, role: Role, sees: bool) -> None:
    evaluating = Evaluating(tmp_path)
    told = Conversation().asked("谁牵头？").answered(answer())
    evaluating.history.keep("account:李静", told)
    evaluating.history.rate("account:李静", told.turns[0].turn_id, verdict="bad", note="单位不对")
    rated = evaluating.open(by(role))[1]
    assert ("单位不对" in rated) == ("李静" in rated) == sees
    (tmp_path / "history.sqlite3").write_bytes(b"no database, only words " * 20)
    assert ("提问记录暂时无法读写" in evaluating.open(by(role))[1]) == sees
