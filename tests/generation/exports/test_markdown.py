"""Summaries and the ledger as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports.markdown import ledger_markdown, summary_markdown
from pipeline.generation.summary.summarize import Style, SummarySentence, summarize
from tests.generation.exports.opened import NAMED, SAME, SIGNED, signed_row
from tests.generation.papers import minutes, report


def test_markdown_opens_with_title_stamp_and_style() -> None:
    lines = summary_markdown(summarize("d1", minutes(), style="full")).splitlines()
    assert lines[0] == "# 市政府第12次常务会议纪要"
    assert lines[2] == "> 临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日"
    assert lines[3] == "> 完整 · 未用模型，由原文拟写"


@pytest.mark.parametrize("style", ["brief", "full", "tasks"])
def test_every_number_of_markdown_has_its_source(style: Style) -> None:
    summary = summarize("d1", minutes(), style=style)
    body, sources = summary_markdown(summary).split("## 出处\n\n")
    assert len(sources.splitlines()) == len(summary.citations)
    for sentence in summary.sentences:
        assert sentence.text in body
    for number, citation in enumerate(summary.citations, start=1):
        assert f"{number}. “{citation.quote}”（" in sources
        assert f"；{citation.start}–{citation.end}）" in sources


def test_sources_in_a_row_are_a_range() -> None:
    assert "共有3项议题。[3–5]" in summary_markdown(summarize("d1", minutes(), style="full"))


def test_markdown_says_what_is_not_stated_covered_and_checked() -> None:
    shown = summary_markdown(summarize("d1", minutes(), style="full"))
    assert "（未载明审议结论）" in shown
    assert "- 覆盖：事项 3/3，要求 5/5，其他事项 2/2。" in shown
    assert "- 出处中没有的：无。" in shown
    assert "未写入" not in shown
    assert "- 按文体略去 5 处" in summary_markdown(summarize("d1", minutes(), style="brief"))


def test_markdown_lists_what_a_full_draft_leaves_out_and_what_is_unproven() -> None:
    summary = summarize("d1", minutes(), style="full")
    doubt = SummarySentence(text="由市教育局牵头。", citations=(0,), check="flagged")
    worse = replace(
        summary,
        items=(replace(summary.items[0], sentences=(doubt,)),),
        coverage=replace(summary.coverage, points=(4, 5), missing=("议题一第2条",)),
        fidelity=replace(summary.fidelity, units=replace(summary.fidelity.units, invented=("市教育局",))),
    )
    shown = summary_markdown(worse)
    assert "由市教育局牵头。（未能核实）[1]" in shown
    assert "- 未写入：议题一第2条。" in shown
    assert "- 出处中没有的：单位 市教育局。" in shown
    assert "- 未能核实的句子：1 句" in shown


def test_markdown_shows_a_text_as_it_is() -> None:
    summary = summarize("d1", report(), style="brief")
    shown = summary_markdown(replace(summary, name="<script>*通报*[x](javascript:1)"))
    assert shown.splitlines()[0] == r"# \<script\>\*通报\*\[x\](javascript:1)"


def test_a_summary_without_sources_has_no_list_of_them() -> None:
    empty = replace(summarize("d1", minutes()), items=(), citations=())
    assert "出处\n" not in summary_markdown(empty)


def test_markdown_ledger_stands_under_each_documents_stamp() -> None:
    both = [replace(rows("d1", minutes())[0], text="甲|乙"), *rows("d2", report())]
    shown = ledger_markdown(both)
    assert re.findall(r"^## (.*)$", shown, re.MULTILINE) == [
        "临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日",
        "整改通报.txt",
    ]
    assert r"甲\|乙" in shown


def test_markdown_ledger_has_a_column_for_signatures_and_links_where_there_are_any() -> None:
    row = rows("d1", minutes())[0]
    assert "签认" not in ledger_markdown([row])
    shown = ledger_markdown([signed_row(row)])
    assert "| 下一步 | 签认 | 同一事项 |" in shown
    assert f"| {SIGNED} | {SAME}；{NAMED} |" in shown
