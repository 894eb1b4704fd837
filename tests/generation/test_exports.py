"""Summaries and the ledger as text that leaves the program."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from pipeline.errors import BadRequest, NotBuiltYet
from pipeline.generation.exports import ledger_text, safe_cell, summary_markdown, summary_text
from pipeline.generation.ledger import rows
from pipeline.generation.summary.summarize import Style, SummarySentence, summarize
from tests.generation.papers import minutes, report


def test_markdown_opens_with_title_stamp_and_style() -> None:
    lines = summary_markdown(summarize("d1", minutes(), style="full")).splitlines()
    assert lines[0] == "# 临政纪〔2021〕6号"
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


def test_json_is_the_summarys_own() -> None:
    summary = summarize("d1", minutes())
    assert json.loads(summary_text(summary, format="json")) == json.loads(json.dumps(summary.to_json()))


@pytest.mark.parametrize(
    ("format", "message"),
    [
        pytest.param("docx", "DOCX 格式 这一版还没有", id="docx"),
        pytest.param("xlsx", "XLSX 格式 这一版还没有", id="xlsx"),
    ],
)
def test_a_format_of_a_later_version_says_so(format: str, message: str) -> None:
    with pytest.raises(NotBuiltYet, match=message):
        summary_text(summarize("d1", minutes()), format=format)
    with pytest.raises(NotBuiltYet, match=message):
        ledger_text(rows("d1", minutes()), format=format)


def test_an_unknown_format_names_the_legal_ones() -> None:
    with pytest.raises(BadRequest, match="可选：md、json"):
        summary_text(summarize("d1", minutes()), format="pdf")
    with pytest.raises(BadRequest, match="可选：table、json、csv、md"):
        ledger_text([], format="pdf")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+86", "'+86", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab before"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("1=1", "1=1", id="harmless"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_cell_is_never_a_formula(value: str, cell: str) -> None:
    assert safe_cell(value) == cell


def test_csv_has_a_row_per_decision_and_reads_back() -> None:
    found = rows("d1", minutes())
    named = list(csv.DictReader(io.StringIO(ledger_text(found, format="csv"))))
    assert [line["行号"] for line in named] == [row.row for row in found]
    assert (named[0]["结论"], named[0]["牵头单位"], named[0]["时限日期"]) == ("原则通过", "市城管局", "2021-06-30")
    assert (named[5]["结论"], named[5]["时限"]) == ("", "")
    assert not ledger_text(found, format="csv").startswith("\ufeff")


def test_csv_disarms_formulas_of_the_text() -> None:
    hostile = replace(rows("d1", minutes())[0], text="=cmd|' /C calc'!A0", lead_units=("@a",))
    [line] = csv.DictReader(io.StringIO(ledger_text([hostile], format="csv")))
    assert line["内容"].startswith("'=")
    assert line["牵头单位"] == "'@a"


def test_table_says_what_is_not_stated_and_counts() -> None:
    shown = ledger_text(rows("d2", report()))
    assert "未载明" in shown
    assert shown.endswith("共 3 条。\n")
    assert ledger_text([]) == "没有符合条件的决定。\n"


def test_markdown_ledger_stands_under_each_documents_stamp() -> None:
    both = [replace(rows("d1", minutes())[0], text="甲|乙"), *rows("d2", report())]
    shown = ledger_text(both, format="md")
    assert re.findall(r"^## (.*)$", shown, re.MULTILINE) == [
        "临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日",
        "整改通报.txt",
    ]
    assert r"甲\|乙" in shown


def test_ledger_json_names_pages() -> None:
    paged = replace(minutes(), pages=(0, 150))
    tree = json.loads(ledger_text(rows("d1", paged), format="json", documents={"d1": paged}))
    assert tree[0]["page"] == 1
    assert tree[-1]["page"] == 2


def test_a_confirmed_cell_is_marked() -> None:
    signed = replace(rows("d1", minutes())[0], confirmed={"outcome": {"by": "李", "at": "2021-04-01", "former": None}})
    [line] = csv.DictReader(io.StringIO(ledger_text([signed], format="csv")))
    assert line["已确认"] == "outcome"
