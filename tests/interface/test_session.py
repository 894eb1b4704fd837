"""One user's conversation."""

from __future__ import annotations

from pipeline.interface.session import MAX_HISTORY, MAX_TURNS, Conversation


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
