"""Decisions of the ledger gold are read, and every way in which one can be wrong is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.decisions import VERDICTS, load_decisions, wrong_with
from pipeline.errors import BadRequest
from pipeline.minutes import OutcomeClass

from .conftest import DECISION, FILE, TEXT, written_lines


def test_a_decision_is_read_with_its_place(tmp_path: Path) -> None:
    (read,) = load_decisions(written_lines(tmp_path / "d.jsonl", DECISION), name="small")
    assert (read.set, read.lead, read.deadline, read.verdict) == ("small", ("市城管局",), "6月底前", None)
    assert (read.evidence.document, read.evidence.item) == (FILE, "一")
    assert list(wrong_with(read, {FILE: TEXT})) == []


def test_a_line_without_a_field_is_named(tmp_path: Path) -> None:
    path = written_lines(tmp_path / "d.jsonl", {**DECISION, "lead": "市城管局"})
    with pytest.raises(BadRequest, match=r"d\.jsonl 第 1 行 不是一条决定（lead 应为文字的列表）"):
        load_decisions(path)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"document": "无.txt"}, "没有这份文件：无.txt", id="document"),
        pytest.param({"split": "train"}, "split 未知：train", id="split"),
        pytest.param({"quote": "由市园林局牵头"}, "引文不在文件中：由市园林局牵头", id="quote not there"),
        pytest.param({"item": "二"}, "引文不在议题“二”内", id="quote of another item"),
        pytest.param({"verdict": "同意"}, "verdict 与 verdict_words 不符", id="verdict without words"),
        pytest.param({"verdict": "同意", "verdict_words": "同意"}, "结论的原话不见于引文：同意", id="words not quoted"),
        pytest.param({"verdict": "看过", "verdict_words": "牵头"}, "verdict 未知：看过", id="verdict"),
        pytest.param({"deadline_kind": None}, "deadline 与 deadline_kind 不符", id="deadline without kind"),
        pytest.param({"deadline_kind": "soon"}, "deadline_kind 未知：soon", id="deadline kind"),
        pytest.param({"lead": ["市商务局"]}, "不见于文件：市商务局", id="unit not there"),
        pytest.param({"further_deadlines": ["每两年"]}, "不见于文件：每两年", id="further deadline not there"),
    ],
)
def test_a_wrong_decision_is_found(changes: dict[str, Any], problem: str, tmp_path: Path) -> None:
    (read,) = load_decisions(written_lines(tmp_path / "d.jsonl", {**DECISION, **changes}))
    found = list(wrong_with(read, {FILE: TEXT}))
    assert any(one.startswith(problem) for one in found), found


def test_every_verdict_is_a_class_of_the_ledger() -> None:
    assert {one for one in VERDICTS.values() if one} <= set(OutcomeClass.__args__)  # type: ignore[attr-defined]
