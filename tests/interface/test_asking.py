"""The handlers of the first tab, over the real library of the samples."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.asking import Asking
from pipeline.interface.session import VISITOR, Conversation
from pipeline.interface.suggest import Suggestion

READER: Any = SimpleNamespace(username=None, cookies={VISITOR: "a" * 32})
OTHER: Any = SimpleNamespace(username=None, cookies={VISITOR: "b" * 32})


@pytest.fixture
def asking(sample_home: Path) -> Asking:
    """The tab over the sample library."""
    return Asking(Assistant(load_settings(home=sample_home)))


def event(**value: Any) -> gr.EventData:
    """What the browser sends with a click."""
    return gr.EventData(None, {"value": value})


def ask(asking: Asking, conversation: Conversation, question: str, **scope: str) -> list[tuple[Any, Any, Any, Any]]:
    """Ask and return every step that the page is shown."""
    return list(asking.ask(conversation, event(question=question, scope=scope), READER))


def test_the_question_shows_at_once_and_the_earlier_turns_once(asking: Asking) -> None:
    first = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")
    steps = ask(asking, first[-1][0], "市政府第50次常务会议由谁主持？")
    assert "正在查找" in steps[0][2] and "杜小刚" in steps[0][1]
    assert all(earlier == gr.skip() for _, earlier, _, _ in steps[1:])
    assert "周旭东" in steps[-1][2] and "市政府第4次" in steps[-1][3]


def test_a_refusal_names_what_was_searched(asking: Asking) -> None:
    shown = ask(asking, Conversation(), "停车收费标准是多少？")[-1][2]
    assert "查找了 3 份文件" in shown and "市政府第50次常务会议纪要" in shown


def test_a_refusal_in_the_scope_of_two_meetings_names_both(asking: Asking) -> None:
    first = ask(asking, Conversation(), "市政府第4次和第50次常务会议各有几个议题？")[-1]
    assert "范围（会议次数：4、50" in first[2]
    shown = ask(asking, first[0], "停车收费标准是多少？", kind="minutes")[-1]
    assert shown[0].turns[-1].answer["refused"] and "意外" not in shown[2]
    assert "查找了 2 份文件" in shown[2]
    assert "市政府第4次常务会议纪要（昆政纪〔2017〕4号）" in shown[2] and "昆政纪〔2020〕3号" in shown[2]


def test_a_filter_narrows_and_a_wrong_one_is_said(asking: Asking) -> None:
    assert "周旭东" in ask(asking, Conversation(), "会议由谁主持？", document="昆政纪〔2020〕3号")[-1][2]
    assert "无效" in ask(asking, Conversation(), "会议由谁主持？", from_date="去年的某天")[-1][2]
    assert "已不在文库中" in ask(asking, Conversation(), "会议由谁主持？", document="没有这份")[-1][2]


def test_a_follow_up_knows_what_was_asked_before(asking: Asking) -> None:
    first = ask(asking, Conversation(), "河长制改革工作方案有什么要求？")[-1][0]
    second = ask(asking, first, "那是谁汇报的？")[-1][0]
    assert "徐彬" in second.turns[1].answer["answer"] and second.turns[0] == first.turns[0]


def test_a_question_that_is_too_long_is_said_in_its_turn(asking: Asking) -> None:
    assert "超过上限" in ask(asking, Conversation(), "问" * 3000)[-1][0].turns[0].problem


def test_a_document_filter_is_named_in_the_answer(asking: Asking) -> None:
    entry = next(entry for entry in asking.assistant.entries() if entry.meeting_number == 50)
    told = ask(asking, Conversation(), "会议由谁主持？", document=entry.document_id)[-1][0].turns[0].answer
    assert told is not None and told["searched"]["filters"]["document"] == entry.name


def test_an_unexpected_fault_is_shown_without_its_words(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("/srv/secret")

    monkeypatch.setattr(asking.assistant, "stream", broken)
    steps = asking.ask(Conversation(), event(question="谁主持？"), READER)
    next(steps)
    shown = next(steps)[2]
    assert "意外的错误" in shown and "secret" not in shown
    with pytest.raises(ValueError, match="secret"):
        next(steps)


@pytest.mark.parametrize("value", [{}, {"question": 3}, {"question": "  "}], ids=["nothing", "number", "blank"])
def test_what_is_no_question_changes_nothing(asking: Asking, value: dict[str, Any]) -> None:
    before = Conversation()
    ((after, *shown),) = asking.ask(before, event(**value), READER)
    assert after is before and shown == [gr.skip()] * 3


def test_an_earlier_conversation_is_found_opened_and_deleted_by_its_owner_only(asking: Asking) -> None:
    told = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")[-1][0]
    named = event(conversation_id=told.conversation_id)
    assert "第4次" in asking.find_past(Conversation(), event(words="杜小刚"), READER)
    assert "第4次" not in asking.find_past(Conversation(), event(words="杜小刚"), OTHER)
    assert asking.open(named, OTHER)[0] == Conversation()
    opened, _, last, _ = asking.open(named, READER)
    assert opened.conversation_id == told.conversation_id and "杜小刚" in last
    assert "还没有提问" in asking.forget(opened, named, READER)[3]


def test_an_answer_from_history_says_which_sources_are_gone(asking: Asking) -> None:
    told = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")[-1][0]
    named = event(conversation_id=told.conversation_id)
    (entry,) = (one for one in asking.assistant.entries() if one.meeting_number == 4)
    asking.assistant.remove([entry.document_id])
    opened, _, last, _ = asking.open(named, READER)
    assert "此文件已移出资料库" in last and "杜小刚" in last and "read_source" not in last
    steps = ask(asking, opened, "市政府第50次常务会议由谁主持？")
    assert "此文件已移出资料库" in steps[0][1] and "此文件已移出资料库" not in steps[-1][2]
    assert "此文件已移出资料库" in asking.fill(asking.assistant.entries(), opened, READER)[1]
    asking.assistant.upkeep.restore(entry.document_id)
    assert "read_source" in asking.open(named, READER)[2] and "已移出" not in asking.open(named, READER)[2]


def test_what_a_reader_thinks_is_kept(asking: Asking) -> None:
    told = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")[-1][0]
    turn = told.turns[0].turn_id
    rated = asking.rate(told, event(turn_id=turn, verdict="bad", note="少了单位"), READER)
    assert rated.turns[0].verdict == "bad"
    assert [remark.note for remark in asking.history.remarks()] == ["少了单位"]
    late = asking.rate(told, event(turn_id=turn, verdict="bad", note=None), READER)
    assert late.turns[0].note == "少了单位"
    assert asking.rate(told, event(turn_id=turn, verdict="good"), OTHER) == told


def test_stopping_keeps_what_was_proven(asking: Asking) -> None:
    steps = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")
    halted, shown = asking.stop(steps[1][0], READER)
    assert halted.turns[-1].stopped and "杜小刚" in shown and "已停止" in shown
    assert asking.stop(Conversation(), READER) == (Conversation(), gr.skip())


def test_an_answer_shows_even_where_it_cannot_be_kept(asking: Asking, sample_home: Path) -> None:
    (sample_home / "history.sqlite3").write_bytes(b"no database, only words " * 20)
    shown = ask(asking, Conversation(), "市政府第4次常务会议由谁主持？")[-1]
    assert "杜小刚" in shown[2] and "提问记录暂时无法读写" in shown[3]


def test_a_sample_question_that_would_be_refused_is_not_offered(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.interface.asking.TRYING_SECONDS", 30)
    made = [Suggestion("停车收费标准是多少？", "甲"), Suggestion("市政府第4次常务会议由谁主持？", "乙")]
    monkeypatch.setattr("pipeline.interface.asking.suggestions", lambda *_, **__: made)
    welcome = asking.begin_anew(READER)[1]
    assert "由谁主持" in welcome and "停车收费" not in welcome


def test_the_page_is_filled_in_the_order_of_its_places(asking: Asking) -> None:
    with gr.Blocks():
        asking.lay_out()
    entries = asking.assistant.entries()
    filled = asking.fill(entries, Conversation(), READER)
    assert len(filled) == len(asking.filled)
    assert "sample" in filled[0] and "ask-field" in filled[4] and "scope" in filled[5]
