"""The chat's layout and handlers, without a browser; tests/interface/test_browser.py uses it as a person does."""

from __future__ import annotations

from pathlib import Path

import gradio as gr
import pytest

import app
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.session import Conversation


@pytest.fixture
def chat(sample_home: Path) -> app.Chat:
    return app.Chat(Assistant(load_settings(home=sample_home)))


def click(**value: object) -> gr.EventData:
    return gr.EventData(None, {"value": value})


def ask(chat: app.Chat, question: str, conversation: Conversation | None = None, document: str = "") -> Conversation:
    steps = list(chat.ask(question, conversation or Conversation(), document, "", "", "", ""))
    assert "正在查找" in steps[0][1]
    told: Conversation = steps[-1][0]
    return told


def test_no_handler_is_offered_as_an_api(chat: app.Chat) -> None:
    handlers = app.build(chat.assistant).fns.values()
    assert len(handlers) > 10
    assert {handler.api_visibility for handler in handlers} == {"private"}


def test_an_answer_is_kept_and_a_follow_up_knows_it(chat: app.Chat) -> None:
    first = ask(chat, "河长制改革工作方案有什么要求？")
    second = ask(chat, "那是谁汇报的？", first)
    assert second.turns[1].answer is not None and "徐彬" in second.turns[1].answer["answer"]
    assert second.turns[0] == first.turns[0]


def test_an_empty_question_asks_nothing(chat: app.Chat) -> None:
    conversation = Conversation()
    assert [step[0] for step in chat.ask("  ", conversation, "", "", "", "", "")] == [conversation]


def test_a_long_question_and_a_bad_filter_are_said_in_the_turn(chat: app.Chat) -> None:
    assert "超过上限" in ask(chat, "问" * 3000).turns[0].problem
    steps = list(chat.ask("谁主持？", Conversation(), "", "", "", "某天", ""))
    assert "某天" in steps[-1][0].turns[0].problem


def test_an_unexpected_fault_is_shown_without_its_words(chat: app.Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("/srv/secret")

    monkeypatch.setattr(chat.assistant, "stream", broken)
    steps = chat.ask("谁主持？", Conversation(), "", "", "", "", "")
    next(steps)
    shown = next(steps)[1]
    assert "意外的错误" in shown and "secret" not in shown
    with pytest.raises(ValueError, match="secret"):
        next(steps)


def test_a_document_filter_is_named_in_the_answer(chat: app.Chat) -> None:
    entry = next(entry for entry in chat.assistant.entries() if entry.meeting_number == 50)
    told = ask(chat, "会议由谁主持？", document=entry.document_id).turns[0].answer
    assert told is not None and told["searched"]["filters"]["document"] == entry.name


def test_a_document_that_is_gone_says_so_in_the_pane(chat: app.Chat) -> None:
    for opened in (chat.read_source, chat.read_structure):
        assert "已不在文库中" in opened(click(document_id="d00000000", start=0, end=1))
    assert "已不在文库中" in chat.discard(click(document_id="d00000000"))[0]


def test_structure_ledger_and_summary_open(chat: app.Chat) -> None:
    entry = next(entry for entry in chat.assistant.entries() if entry.meeting_number == 4)
    assert "河长制" in chat.read_structure(click(document_id=entry.document_id))
    assert "河长制" in chat.ledger(entry.document_id, "")
    assert "没有符合条件" in chat.ledger(None, "火星探测局")
    assert "河长制" in list(chat.summarize(entry.document_id, "full"))[-1]
    assert "请先选" in list(chat.summarize(None, "full"))[-1]


def test_removal_leaves_the_source_of_a_document_that_was_not_uploaded(chat: app.Chat, samples: Path) -> None:
    entry = chat.assistant.entries()[0]
    message, pane = chat.discard(click(document_id=entry.document_id))
    assert "已移除" in message and pane == ""
    assert len(chat.assistant.entries()) == 2 and len(list(samples.glob("*.txt"))) == 3


def test_an_empty_library_opens_and_says_how_to_begin(home: Path) -> None:
    chat = app.Chat(Assistant(load_settings(home=home)))
    request = gr.Request(username=None)
    top, shown, listed, *_ = chat.start(Conversation(), request)
    assert "0 份文件" in top and "请到“文库”页上传" in shown and "文库还是空的" in listed
    assert "文库还是空的" in chat.ledger(None, "")
