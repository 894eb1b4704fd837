"""One user's conversation."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline.interface.session import MAX_HISTORY, MAX_TURNS, VISITOR, Conversation, person


def test_only_answered_questions_count_as_history() -> None:
    talk = Conversation().asked("一").answered({"answer": "甲"}).asked("二").failed("模型没有应答").asked("三")
    assert talk.history == ("一",)
    assert [turn.problem for turn in talk.turns] == ["", "模型没有应答", ""]


def test_a_long_conversation_stays_in_bounds() -> None:
    talk = Conversation()
    for number in range(MAX_TURNS + 5):
        talk = talk.asked(str(number)).answered({})
    assert len(talk.turns) == MAX_TURNS and talk.dropped == 5
    assert talk.history == tuple(str(number) for number in range(MAX_TURNS + 5 - MAX_HISTORY, MAX_TURNS + 5))


def test_conversations_do_not_share_anything() -> None:
    first = Conversation()
    first.asked("甲")
    assert Conversation().turns == first.turns == ()


def test_the_first_question_names_the_conversation_and_the_next_keeps_it() -> None:
    first = Conversation().asked("甲", scope={"kind": "minutes"})
    second = first.answered({}).asked("乙")
    assert first.conversation_id and second.conversation_id == first.conversation_id
    assert len({turn.turn_id for turn in second.turns}) == 2 and second.turns[0].scope == {"kind": "minutes"}


def test_a_stopped_answer_keeps_what_was_shown() -> None:
    talk = Conversation().asked("甲").answered({"answer": "半句"}).halted()
    assert talk.turns[-1].stopped and talk.turns[-1].answer == {"answer": "半句"}
    assert Conversation().halted() == Conversation()


def test_a_rating_stays_with_its_turn() -> None:
    talk = Conversation().asked("甲").answered({}).asked("乙").answered({})
    rated = talk.rated(talk.turns[0].turn_id, verdict="bad", note="不对")
    assert [(turn.verdict, turn.note) for turn in rated.turns] == [("bad", "不对"), ("", "")]


@pytest.mark.parametrize(
    ("request_", "known_as"),
    [
        (SimpleNamespace(username="wang", cookies={VISITOR: "0" * 32}), "account:wang"),
        (SimpleNamespace(username="", cookies={VISITOR: "0123456789abcdef" * 2}), f"browser:{'0123456789abcdef' * 2}"),
        (SimpleNamespace(username=None, cookies={VISITOR: "account:wang"}), ""),
        (SimpleNamespace(cookies=None), ""),
        (None, ""),
    ],
    ids=["account", "browser", "made up", "no cookie", "no request"],
)
def test_who_asks_is_known_by_account_else_by_browser(request_: object, known_as: str) -> None:
    assert person(request_) == known_as
