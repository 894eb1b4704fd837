"""A summary as a Word file: every sentence with its source below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.exports.summary_paper import LONGEST_QUOTE, summary_docx
from pipeline.generation.summary.summarize import Style, summarize
from pipeline.minutes import Document
from tests.generation.exports.opened import footnotes, marks, paragraphs, styles
from tests.generation.papers import minutes, report


@pytest.mark.parametrize("style", ["brief", "full", "tasks"])
@pytest.mark.parametrize("document", [pytest.param(minutes(), id="minutes"), pytest.param(report(), id="report")])
def test_every_sentence_is_there_with_its_quotes(document: Document, style: Style) -> None:
    summary = summarize("d1", document, style=style)
    content = summary_docx(summary)
    body, notes = "".join(paragraphs(content)), footnotes(content)
    assert marks(content) == list(notes)
    assert len(notes) == sum(1 for sentence in summary.sentences if sentence.citations)
    for sentence, note in zip((one for one in summary.sentences if one.citations), notes.values(), strict=True):
        assert sentence.text in body
        for index in sentence.citations:
            citation = summary.citations[index]
            assert f"“{citation.quote}”" in note or len(citation.quote) > LONGEST_QUOTE
            assert f"原文第{citation.start + 1}—{citation.end}字" in note


def test_the_levels_of_minutes_and_of_a_report() -> None:
    shown = styles(summary_docx(summarize("d1", minutes())))
    assert shown[:2] == [("Title", "市政府第12次常务会议纪要摘要"), ("Subtitle", "临政纪〔2021〕6号　2021年3月8日")]
    assert ("Heading1", "一、《临川市停车管理办法》") in shown
    assert any(name == "BodyText" and text.startswith("1.") for name, text in shown)
    deep = styles(summary_docx(summarize("d2", report())))
    assert ("Heading2", "（一）关于“基础设施薄弱”问题的整改") in deep
    assert ("Heading1", "三、下一步工作打算") in deep


def test_the_end_says_what_was_checked_and_what_is_not_stated() -> None:
    text = paragraphs(summary_docx(summarize("d1", minutes())))
    assert "（未载明审议结论）" in text
    assert text[text.index("核对情况") + 1] == "本稿未用模型，由原文拟写。"
    assert "覆盖：事项 3/3，要求 5/5，其他事项 2/2。" in text


def test_a_long_quote_is_cut_in_the_middle_and_a_doubt_is_said() -> None:
    summary = summarize("d1", minutes())
    long = replace(summary.citations[0], quote="甲" * 90 + "乙" * 90)
    flagged = replace(summary.items[0].sentences[0], check="flagged")
    items = (replace(summary.items[0], sentences=(flagged,)), *summary.items[1:])
    content = summary_docx(replace(summary, items=items, citations=(long, *summary.citations[1:])))
    assert f"“{'甲' * 80}……{'乙' * 40}”" in footnotes(content)["1"]
    assert any("（未能核实）" in line for line in paragraphs(content))


def test_a_source_names_its_document_where_there_are_several() -> None:
    summary = replace(summarize("d1", minutes()), document_ids=("d1", "d2"))
    content = summary_docx(summary)
    assert styles(content)[1][1] == "（据 2 份文件整理）"
    assert "临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日" in footnotes(content)["1"]


def test_one_matter_counts_its_meetings_and_names_its_documents() -> None:
    summary = summarize("d1", minutes())
    items = tuple(
        replace(item, label="一", heading=f"第{number}次会议") for number, item in enumerate(summary.items, 1)
    )
    content = summary_docx(
        replace(summary, topic="停车", name="一事一档：停车", notice="查了库中 3 份文件。", items=items)
    )
    shown = styles(content)
    assert shown[:3] == [
        ("Title", "一事一档：停车"),
        ("Subtitle", "（据 1 份文件整理）"),
        ("BodyText", "查了库中 3 份文件。"),
    ]
    headings = [text for name, text in shown if name == "Heading1"]
    assert headings[:2] == ["一、第1次会议", "二、第2次会议"]
    assert footnotes(content)["1"].startswith("临政纪〔2021〕6号，市政府第12次常务会议")
