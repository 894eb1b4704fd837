"""The page holds the figures and the failures, asks nothing of the outside, and takes no markup from a document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.gold import Question
from eval.report import write_report
from pipeline.errors import MissingFile

from .conftest import Keep, Written, said


@pytest.fixture
def folder(keep: Keep, questions: list[Question], written: Written) -> Path:
    answers = {question.question: said("<b>不知道</b>", "市园林局抓紧补种") for question in questions}
    written.name = "stock"
    return keep(Written(answers), written)


def test_figures_and_failures_are_on_the_page(folder: Path) -> None:
    page = write_report(folder)
    assert page == folder / "report.html"
    html = page.read_text("utf-8")
    assert "答错的 3 题" in html
    for told in ("本程序", "LangChain 现成流水线", "审议结论", "停车管理办法是谁汇报的？", "<svg"):
        assert told in html


def test_every_figure_has_its_interval_and_n_by_group(folder: Path) -> None:
    html = write_report(folder).read_text("utf-8")
    for told in ("按题集", "按题型", "按问法", "按难度", "按文件（1 份）", "各项指标"):
        assert told in html
    assert re.search(r"0\.0<small>\[0\.0, 60\.2\] n=4</small>", html)  # none of four is right


def test_the_systems_are_held_against_each_other(folder: Path) -> None:
    html = write_report(folder).read_text("utf-8")
    assert "各系统答同样的 4 题（gold）" in html
    assert "用时与代价" in html
    assert "模型调用次数" in html


def test_failures_of_the_test_split_are_shown_only_on_demand(folder: Path) -> None:
    html = write_report(folder).read_text("utf-8")
    assert "另有留出题 1 题答错" in html
    assert "那哪个局补种" not in html
    html = write_report(folder, with_test=True).read_text("utf-8")
    assert "答错的 4 题" in html
    assert "那哪个局补种" in html


def test_the_page_is_whole_in_itself_and_escapes_what_it_shows(folder: Path, tmp_path: Path) -> None:
    html = write_report(folder, out=tmp_path / "页.html").read_text("utf-8")
    assert not re.search(r"src=|href=\"[^#]|https?:|@import|url\(|<script|<link", html)
    assert "&lt;b&gt;不知道&lt;/b&gt;" in html
    assert "<b>不知道" not in html
    assert set(re.findall(r'href="#(\w+)"', html)) <= set(re.findall(r'id="(\w+)"', html))


def test_a_run_that_is_not_there_or_not_finished_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(MissingFile, match="none"):
        write_report(tmp_path / "none")
    (folder / "summary.json").unlink()
    with pytest.raises(MissingFile, match=r"summary\.json"):
        write_report(folder)
