"""Drafts on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.documents.matters.numbering import MISSING
from pipeline.generation.summary.summarize import Style, summarize
from pipeline.interface.language import speaking
from pipeline.interface.summaries import STYLES, render_choosing, render_summary, summary_style
from pipeline.minutes import EXAMPLE_MINUTES, Notice
from tests.interface.papers import EVIL, assert_harmless, evil_document


@pytest.mark.parametrize("style", STYLES)
def test_every_sentence_stands_beside_its_sources(style: Style) -> None:
    drafted = summarize("d1", EXAMPLE_MINUTES, style=style).to_json()
    page = render_summary(drafted, name="示例", formats=("md", "docx"))
    cited = sum(len(sentence["citations"]) for item in drafted["items"] for sentence in item["sentences"])
    assert cited > 0 and page.count('class="chip"') == page.count("<q>") == cited
    assert page.count("data-sentence=") == sum(len(item["sentences"]) for item in drafted["items"])
    assert page.count('data-send="take_draft"') == 2


def test_before_a_draft_the_styles_are_told() -> None:
    entry = SimpleNamespace(
        document_id="d1", name="纪要", document_number=None, issuing_body=None, date="2021-03-08", file="1.txt"
    )
    assert "任务清单只列交办事项" in render_choosing([entry]) and "纪要（2021年3月8日）" in render_choosing([entry])


def test_what_is_covered_and_checked_is_said() -> None:
    page = render_summary(summarize("d1", EXAMPLE_MINUTES).to_json(), name="示例")
    assert "议题 1/1，要求 1/1" in page and "均见于原文" in page


def test_what_was_invented_or_left_out_is_said() -> None:
    drafted = summarize("d1", EXAMPLE_MINUTES).to_json()
    drafted["fidelity"]["numbers"]["invented"] = ["99"]
    drafted["coverage"]["missing"] = ["一.1"]
    drafted["notice"] = "人工改动 1 句"
    drafted["items"][0]["sentences"][0] |= {"check": "flagged", "problems": [{"message": "出处中没有99"}]}
    page = render_summary(drafted, name="示例")
    assert "原文没有的：数字 99" in page and "未写入草稿：1 处" in page and "人工改动 1 句" in page
    assert "未能与原文核对一致：出处中没有99" in page


def test_a_long_list_of_sources_is_folded() -> None:
    drafted = summarize("d1", EXAMPLE_MINUTES).to_json()
    drafted["citations"] *= 9
    drafted["items"][0]["sentences"][0]["citations"] = list(range(7))
    assert "其余 3 处来源" in render_summary(drafted, name="示例")


def test_documents_are_chosen_from_the_newest(sample_home: Path) -> None:
    entries = Assistant(load_settings(home=sample_home)).entries()
    page = render_choosing(entries)
    assert page.index("第50次") < page.index("第4次") and "任务清单" in page
    assert "文库还是空的" in render_choosing([])


def test_a_part_that_is_called_as_the_draft_has_no_second_heading() -> None:
    told = summarize("d1", EXAMPLE_MINUTES).to_json()
    told["items"] = [{**told["items"][0], "label": None, "title": "第4次会议纪要"}]
    assert "<h3>" not in render_summary(told, name="第4次会议纪要")
    assert "<h3>第4次会议纪要</h3>" in render_summary(told, name="别的名称")


def test_what_the_engine_notes_is_said_in_english() -> None:
    told = {**summarize("d1", EXAMPLE_MINUTES).to_json(), "notice": "人工改动 1 句，删去 2 句；覆盖情况按原稿统计。"}
    told["items"] = [{**told["items"][0], "note": "未载明审议结论：第四、五项"}]
    with speaking("en"):
        page = render_summary(told, name="纪要")
    assert "No verdict is stated: 第四、五项" in page and "Sentences changed by hand: 1, deleted: 2." in page


def test_markup_of_a_document_is_text() -> None:
    drafted = summarize("d1", evil_document()).to_json()
    assert_harmless(render_summary(drafted, name=EVIL))


def test_a_style_of_the_browser_is_one_of_ours() -> None:
    assert [summary_style(name) for name in ("tasks", "../etc", None)] == ["tasks", "brief", "brief"]


def test_where_the_numbers_of_the_items_do_not_run_through_is_said() -> None:
    notice = Notice(code=MISSING, message="序号由“五”跳到“七”：原文缺号，或有事项没有读出", start=3, end=3)
    drafted = summarize("d1", replace(EXAMPLE_MINUTES, notices=(notice,))).to_json()
    assert notice.message in render_summary(drafted, name="示例")
    with speaking("en"):
        assert "from 五 to 七" in render_summary(drafted, name="示例")
    assert "请核对" not in render_summary(summarize("d1", EXAMPLE_MINUTES).to_json(), name="示例")
