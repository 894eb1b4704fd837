"""The chat's layout and handlers, without a browser; tests/interface/test_browser.py uses it as a person does."""

from __future__ import annotations

import io
from pathlib import Path

import gradio as gr
import pytest

import app
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.roles import needed
from pipeline.interface.session import Conversation
from pipeline.interface.uploads import receive


@pytest.fixture
def chat(sample_home: Path) -> app.Chat:
    return app.Chat(Assistant(load_settings(home=sample_home)))


def click(**value: object) -> gr.EventData:
    return gr.EventData(None, {"value": value})


def test_only_the_four_tools_are_offered_as_an_api(chat: app.Chat) -> None:
    handlers = app.build(chat.assistant).fns.values()
    offered = [handler.api_name for handler in handlers if handler.api_visibility != "private"]
    assert offered == ["ask", "search", "summarize", "ledger"]
    assert len(handlers) > 14


def test_every_handler_says_who_may_use_it(chat: app.Chat) -> None:
    handlers = {handler.name: needed(handler.fn) for handler in app.build(chat.assistant).fns.values() if handler.fn}
    assert [name for name, role in handlers.items() if role is None] == [], "write @needs(...) above it"
    assert handlers["discard"] == "admin"
    assert handlers["ask"] == handlers["read_source"] == "reader"


def test_a_document_that_is_gone_says_so_in_the_pane(chat: app.Chat) -> None:
    assert "已不在文库中" in chat.read_source(click(document_id="d00000000", start=0, end=1))


def test_a_file_that_only_waits_is_read_in_the_pane_too(chat: app.Chat) -> None:
    text = "县政府第2次常务会议纪要\n一、审议《停车办法》\n会议原则通过。\n".encode()
    [receipt] = receive(chat.assistant, iter([("会议.txt", io.BytesIO(text))]), look_first=True)
    assert "停车办法" in chat.read_source(click(document_id=receipt.document_id, start=0, end=1))


def test_an_empty_library_opens_and_says_how_to_begin(home: Path) -> None:
    chat = app.Chat(Assistant(load_settings(home=home)))
    request = gr.Request(username=None)
    app.build(chat.assistant)
    top, *shown = chat.start(Conversation(), request)
    page = "".join(map(str, shown))
    assert "0 份文件" in top and "请到“文库”页上传" in page and "文库还是空的" in page
