"""The page holds the figures and the failures, asks nothing of the outside, and takes no markup from a document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.gold import Question
from eval.report import write_report
from eval.run import provenance, run, save
from eval.summary import summarize
from pipeline.errors import MissingFile

from .conftest import Written, said


@pytest.fixture
def folder(tmp_path: Path, gold: Path, questions: list[Question], texts: dict[str, str], written: Written) -> Path:
    silent = Written({question.question: said("<b>不知道</b>") for question in questions}, name="silent")
    records = run(questions, [silent, written], texts)
    summary = summarize(records, systems=["silent", "written"])
    save(records, {"provenance": provenance(gold, texts, encoder="builtin"), **summary}, tmp_path / "run")
    return tmp_path / "run"


def test_figures_and_failures_are_on_the_page(folder: Path) -> None:
    page = write_report(folder)
    assert page == folder / "report.html"
    html = page.read_text("utf-8")
    assert "答错的 4 题" in html
    for told in ("silent", "written", "审议结论", "停车管理办法是谁汇报的？", "市城管局局长周明", "应拒答"):
        assert told in html


def test_the_page_is_whole_in_itself_and_escapes_what_it_shows(folder: Path, tmp_path: Path) -> None:
    html = write_report(folder, out=tmp_path / "页.html").read_text("utf-8")
    assert not re.search(r"(?:src|href)=|https?:|@import|url\(|<script", html)
    assert "&lt;b&gt;不知道&lt;/b&gt;" in html
    assert "<b>不知道" not in html


def test_a_run_that_is_not_there_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(MissingFile, match="none"):
        write_report(tmp_path / "none")
    (folder / "summary.json").unlink()
    with pytest.raises(MissingFile, match=r"summary\.json"):
        write_report(folder)


def test_the_latest_run_is_the_default(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.report.RUNS", folder.parent)
    assert write_report() == folder / "report.html"
    monkeypatch.setattr("eval.report.RUNS", folder)
    with pytest.raises(MissingFile, match="找不到文件"):
        write_report()
