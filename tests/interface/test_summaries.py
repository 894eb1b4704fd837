"""Drafts on the screen."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.summarize import Style, summarize
from pipeline.interface.summaries import STYLES, render_summary, summary_style
from pipeline.minutes import EXAMPLE_MINUTES
from tests.interface.papers import EVIL, assert_harmless, evil_document


@pytest.mark.parametrize("style", STYLES)
def test_every_sentence_opens_its_source(style: Style) -> None:
    drafted = summarize("d1", EXAMPLE_MINUTES, style=style).to_json()
    page = render_summary(drafted, name="示例", document_id="d1", style=style)
    cited = sum(len(sentence["citations"]) for item in drafted["items"] for sentence in item["sentences"])
    assert cited > 0 and page.count('class="chip"') == cited
    assert f"download/summary.md?document_id=d1&amp;style={style}" in page


def test_what_is_covered_and_checked_is_said() -> None:
    page = render_summary(summarize("d1", EXAMPLE_MINUTES).to_json(), name="示例", document_id="d1", style="full")
    assert "议题 1/1，要求 1/1" in page and "均见于原文" in page


def test_what_was_invented_or_left_out_is_said() -> None:
    drafted = summarize("d1", EXAMPLE_MINUTES).to_json()
    drafted["fidelity"]["numbers"]["invented"] = ["99"]
    drafted["coverage"]["missing"] = ["一.1"]
    drafted["items"][0]["sentences"][0]["check"] = "flagged"
    page = render_summary(drafted, name="示例", document_id="d1", style="full")
    assert "原文没有的：数字 99" in page and "未写入草稿：1 处" in page and "未能与原文核对一致" in page


def test_markup_of_a_document_is_text() -> None:
    drafted = summarize("d1", evil_document()).to_json()
    assert_harmless(render_summary(drafted, name=EVIL, document_id=EVIL, style="full"))


def test_a_style_of_the_browser_is_one_of_ours() -> None:
    assert [summary_style(name) for name in ("tasks", "../etc", None)] == ["tasks", "brief", "brief"]
