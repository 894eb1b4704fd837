"""The four tools for other programs, called as Gradio calls them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path
from threading import BoundedSemaphore
from types import SimpleNamespace

import gradio as gr
import pytest
from gradio.context import LocalContext
from gradio.state_holder import StateHolder

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.roles import needed
from pipeline.interface.tools import MOST_ROWS, ToolFailed, Tools, offer


@pytest.fixture
def tools(sample_home: Path) -> Tools:
    return Tools(Assistant(load_settings(home=sample_home)))


def test_they_are_offered_by_name_and_each_needs_a_reader(home: Path) -> None:
    with gr.Blocks() as page:
        offer(Assistant(load_settings(home=home)))
    assert [(event.api_name, event.queue, needed(event.fn)) for event in page.fns.values() if event.fn] == [
        (name, False, "reader") for name in ("ask", "search", "summarize", "ledger")
    ]
    for endpoint in page.get_api_info()["named_endpoints"].values():
        assert endpoint["description"] and all(field["type"] for field in endpoint["parameters"])


def test_an_answer_has_its_quotes_and_knows_what_was_asked_before(tools: Tools) -> None:
    answer = tools.ask("那是谁汇报的？", history=["河长制改革工作方案有什么要求？"])
    assert "徐彬" in answer["answer"] and "徐彬" in answer["citations"][0]["quote"]
    assert tools.ask("会议由谁主持？", meeting=50)["searched"]["filters"]["meeting"] == 50


def test_search_is_bounded_and_filtered(tools: Tools) -> None:
    assert len(tools.search("会议", k=0)["hits"]) == 1
    hits = tools.search("项目", k=10**9, from_date="2020", to_date="2020")["hits"]
    assert 1 < len(hits) <= 50 and {hit["document_number"] for hit in hits} == {"昆政纪〔2020〕3号"}


def test_a_ledger_is_told_page_by_page(tools: Tools) -> None:
    whole = tools.ledger(limit=10**9)
    assert whole["total"] == len(whole["rows"]) < MOST_ROWS
    page = tools.ledger(limit=2, offset=3)
    assert page["rows"] == whole["rows"][3:5] and page["total"] == whole["total"]
    assert tools.ledger(offset=-5, limit=1)["rows"] == whole["rows"][:1]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        pytest.param(lambda tools: tools.ask("  "), "请先写下要问的内容", id="nothing asked"),
        pytest.param(lambda tools: tools.ask("问" * 3000), "超过上限", id="too long"),
        pytest.param(lambda tools: tools.search("会", kind="wrong"), "--kind", id="a bad filter"),
        pytest.param(lambda tools: tools.summarize("../../etc/passwd"), "已不在文库中", id="an unknown document"),
        pytest.param(lambda tools: tools.summarize("昆政纪〔2017〕4号", style="x"), "full、tasks", id="style"),
    ],
)
def test_what_is_wrong_is_said_without_a_path(tools: Tools, call, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ToolFailed, match=said) as raised:
        call(tools)
    assert str(tools._assistant.settings.home) not in str(raised.value) and "/etc" not in str(raised.value)


def test_an_unexpected_fault_is_said_without_its_words(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("/srv/secret")

    monkeypatch.setattr(tools._assistant, "ask", broken)
    with pytest.raises(ToolFailed, match="意外的错误") as raised:
        tools.ask("谁主持？")
    assert "secret" not in str(raised.value)


def test_too_many_drafts_at_once_are_refused_and_each_is_let_go(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "_drafting", BoundedSemaphore(1))
    for _ in range(2):
        assert tools.summarize("昆政纪〔2017〕4号")["items"]
    with tools._drafting, pytest.raises(ToolFailed, match="请稍后再试"):
        tools.summarize("昆政纪〔2017〕4号")


def test_a_call_leaves_no_session_behind(tools: Tools) -> None:
    with gr.Blocks() as page:
        offer(tools._assistant)
    page.state_holder = StateHolder()
    page.state_holder.set_blocks(page)
    assert page.state_holder["call"] and page.state_holder["page"]
    url = SimpleNamespace(path="/gradio_api/queue/join")
    context = copy_context()
    context.run(LocalContext.blocks.set, page)
    context.run(LocalContext.request.set, SimpleNamespace(url=url, session_hash="call"))
    assert isinstance(context.run(tools.search, "会议"), dict)
    assert list(page.state_holder.session_data) == list(page.state_holder.time_last_used) == ["page"]


@pytest.fixture
def _through_mcp() -> Iterator[None]:
    url = SimpleNamespace(path="/gradio_api/mcp/")
    token = LocalContext.request.set(SimpleNamespace(url=url))
    yield
    LocalContext.request.reset(token)


@pytest.mark.usefixtures("_through_mcp")
def test_by_mcp_the_same_is_told_as_json_text(tools: Tools) -> None:
    told = tools.ask("市政府第4次常务会议由谁主持？")
    assert isinstance(told, str) and "杜小刚" in json.loads(told)["answer"]
