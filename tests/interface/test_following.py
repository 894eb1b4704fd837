"""One matter through the meetings."""

from __future__ import annotations

from pathlib import Path

import gradio as gr
import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.following import Following, render_asking, render_timeline, returning
from pipeline.interface.parcels import PARCELS
from pipeline.retrieval.catalogue import Heading
from tests.interface.papers import EVIL, assert_harmless


@pytest.fixture
def following(sample_home: Path) -> Following:
    with gr.Blocks(), gr.Tab("脉络") as tab:
        made = Following(Assistant(load_settings(home=sample_home)))
        made.lay_out(tab)
    return made


def click(**value: object) -> gr.EventData:
    return gr.EventData(None, {"value": value})


def heading(document_id: str, title: str) -> Heading:
    return Heading(document_id, "一", 1, None, "审议", title, None, 0, 9)


def test_a_matter_is_told_by_meetings_with_sources(following: Following) -> None:
    made, page = following.follow(click(matter="政府采购公平竞争"))
    assert 'class="timeline"' in page and "2020年3月7日" in page and "第50次" in page
    assert page.count('class="chip"') >= 3
    link = following.take(made, click(format="md"))
    token = link.split('data-download="')[1].split('"')[0]
    assert "政府采购" in PARCELS.fetch(token).content.decode()


def test_what_cannot_be_followed_says_why(following: Following) -> None:
    assert "请写下" in following.follow(click(matter=" "))[1]
    nothing, said = following.follow(click(matter="火星探测"))
    assert nothing is None and 'class="note' in said
    assert "请先查" in following.take(None, click(format="md"))
    made, _ = following.follow(click(matter="政府采购公平竞争"))
    assert 'class="note bad"' in following.take(made, click(format="exe"))


def test_an_empty_library_leads_to_where_documents_go_in(home: Path) -> None:
    page = Following(Assistant(load_settings(home=home))).open()
    assert 'data-tab="library"' in page and "follow_matter" not in page


def test_another_language_shows_the_matter_again(following: Following) -> None:
    made, page = following.follow(click(matter="政府采购公平竞争"))
    field, again = following.reopen(made)
    assert again == page and "follow_matter" in field
    assert following.reopen(None)[1] == ""


def test_matters_that_came_up_more_than_once_are_offered() -> None:
    names = returning(
        [
            heading("d1", "《停车管理办法》"),
            heading("d2", "《停车管理办法（试行）》"),
            heading("d2", "《河道保洁办法》"),
        ]
    )
    assert names == ["停车管理办法"] and "停车管理办法" in render_asking(names)
    assert "多次上会" not in render_asking([])


def test_markup_is_text(following: Following) -> None:
    made, _ = following.follow(click(matter="政府采购公平竞争"))
    tree = made.to_json()
    tree["topic"] = tree["items"][0]["title"] = tree["items"][0]["heading"] = EVIL
    tree["items"][0]["sentences"][0]["text"] = EVIL
    assert_harmless(render_timeline(tree, {}))
    assert_harmless(render_asking([EVIL]))
    assert "日期未写明" in render_timeline(tree, {})
