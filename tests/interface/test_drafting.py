"""The summaries tab: draft, edit, take out."""

from __future__ import annotations

from pathlib import Path

import gradio as gr
import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.drafting import Drafting
from pipeline.interface.parcels import PARCELS


@pytest.fixture
def drafting(sample_home: Path) -> Drafting:
    return Drafting(Assistant(load_settings(home=sample_home)))


def click(**value: object) -> gr.EventData:
    return gr.EventData(None, {"value": value})


def test_a_draft_is_made_edited_and_taken(drafting: Drafting) -> None:
    entry = next(one for one in drafting.assistant.entries() if one.meeting_number == 50)
    assert entry.document_id in drafting.fill(drafting.assistant.entries())[0]
    *_, (made, page) = drafting.make(click(document=entry.document_id, style="full"))
    assert page.count("data-sentence=") == len(made.sentences) > 5
    assert drafting.reopen(made) == page and drafting.reopen(None) == ""
    made, page = drafting.check(made, click(edits={"0": "会议安排9999万元。"}))
    assert "9999万元" in page and "未能与原文核对一致" in page and "人工改动 1 句" in page
    made, _, link = drafting.take(made, click(format="md", edits={"1": ""}))
    token = link.split('data-download="')[1].split('"')[0]
    text = PARCELS.fetch(token).content.decode()
    assert "9999万元" in text and "未能核实" in text


def test_what_cannot_be_drafted_says_why(drafting: Drafting) -> None:
    assert "请先选" in list(drafting.make(click()))[-1][1]
    assert "已不在文库中" in list(drafting.make(click(document="d00000000")))[-1][1]
    assert "已过期" in drafting.check(None, click())[1] and "已过期" in drafting.take(None, click())[1]
    entry = drafting.assistant.entries()[0]
    *_, (made, _) = drafting.make(click(document=entry.document_id, style="brief"))
    assert 'class="note bad"' in drafting.take(made, click(format="exe"))[2]
