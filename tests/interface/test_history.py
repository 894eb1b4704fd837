"""Earlier conversations: kept, found, opened, rated, deleted — each by the person they belong to."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import HistoryUnusable
from pipeline.interface import history
from pipeline.interface.history import History
from pipeline.interface.session import Conversation
from tests.interface.papers import answer


def talk(*questions: str, kept_in: History, person: str = "account:wang") -> Conversation:
    """Ask questions one after the other and keep each turn."""
    conversation = Conversation()
    for question in questions:
        conversation = conversation.asked(question, scope={"kind": "minutes"}).answered(answer(question=question))
        kept_in.keep(person, conversation)
    return conversation


def test_a_conversation_is_opened_as_it_was(tmp_path: Path) -> None:
    store = History(tmp_path)
    kept = talk("结果如何？", "谁牵头？", kept_in=store)
    opened = store.open("account:wang", kept.conversation_id)
    assert opened == kept
    assert opened.turns[0].answer == answer(question="结果如何？")


def test_nobody_sees_anothers_questions(tmp_path: Path) -> None:
    store = History(tmp_path)
    kept = talk("结果如何？", kept_in=store)
    turn = kept.turns[0].turn_id
    assert store.conversations("account:li") == []
    assert store.open("account:li", kept.conversation_id).turns == ()
    assert store.rate("account:li", turn, verdict="bad", note="不对") is None
    store.forget("account:li", kept.conversation_id)
    assert [past.title for past in store.conversations("account:wang")] == ["结果如何？"]


def test_nobody_and_what_has_no_answer_are_not_kept(tmp_path: Path) -> None:
    store = History(tmp_path)
    talk("结果如何？", kept_in=store, person="")
    store.keep("account:wang", Conversation().asked("没有答出来"))
    assert not store.path.exists() and store.conversations("account:wang") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["预算多少？", "结果如何？"]),
        ("预算", ["预算多少？"]),
        ("停车 牵头", ["预算多少？", "结果如何？"]),  # 出处里的字也算
        ("预算 没有这个词", []),
        ("%", []),
    ],
    ids=["all", "question", "words of a source", "every word", "no wildcard"],
)
def test_words_find_a_conversation(tmp_path: Path, words: str, found: list[str]) -> None:
    store = History(tmp_path)
    talk("结果如何？", "谁牵头？", kept_in=store)
    talk("预算多少？", kept_in=store)
    assert [past.title for past in store.conversations("account:wang", words=words)] == found


def test_the_last_one_comes_first_with_its_length(tmp_path: Path) -> None:
    store = History(tmp_path)
    talk("一", "二", kept_in=store)
    talk("三", kept_in=store)
    assert [(past.title, past.turns) for past in store.conversations("account:wang")] == [("三", 1), ("一", 2)]


def test_a_rating_and_its_note_are_kept_and_listed(tmp_path: Path) -> None:
    store = History(tmp_path)
    kept = talk("结果如何？", kept_in=store)
    assert store.rate("account:wang", kept.turns[0].turn_id, verdict="bad", note=" 结论不对 ") == "结论不对"
    assert store.rate("account:wang", kept.turns[0].turn_id, verdict="excellent", note="") is None
    (remark,) = store.remarks()
    assert (remark.question, remark.verdict, remark.note) == ("结果如何？", "bad", "结论不对")
    assert remark.answer == "《城区停车管理办法》：原则通过"  # 只取第一行
    assert remark.person == "account:wang" and remark.at > kept_at(store)
    assert store.open("account:wang", kept.conversation_id).turns[0].verdict == "bad"


def test_a_verdict_that_arrives_late_leaves_the_note(tmp_path: Path) -> None:
    store = History(tmp_path)
    turn = talk("结果如何？", kept_in=store).turns[0].turn_id
    store.rate("account:wang", turn, verdict="bad", note="结论不对")
    assert store.rate("account:wang", turn, verdict="bad", note=None) == "结论不对"
    assert [remark.note for remark in store.remarks()] == ["结论不对"]
    assert store.rate("account:wang", turn, verdict="", note="") == ""


def kept_at(store: History) -> str:
    """When the last conversation was kept."""
    return store.conversations("account:wang")[0].at


def test_a_file_of_before_takes_ratings_too(tmp_path: Path) -> None:
    store = History(tmp_path)
    kept = talk("结果如何？", kept_in=store)
    with sqlite3.connect(store.path) as before:
        before.execute("UPDATE turns SET verdict = 'good'")
        before.execute("ALTER TABLE turns DROP COLUMN rated_at")
    before.close()
    assert store.remarks()[0].at == kept_at(store)
    assert store.rate("account:wang", kept.turns[0].turn_id, verdict="bad", note="") == ""
    assert store.remarks()[0].at > kept_at(store)


def test_a_conversation_is_deleted(tmp_path: Path) -> None:
    store = History(tmp_path)
    kept = talk("结果如何？", kept_in=store)
    store.forget("account:wang", kept.conversation_id)
    assert store.conversations("account:wang") == [] and store.remarks() == []


def test_the_oldest_fall_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_CONVERSATIONS", 2)
    store = History(tmp_path)
    for question in ("一", "二", "三"):
        talk(question, kept_in=store)
    talk("别人的", kept_in=store, person="account:li")
    assert [past.title for past in store.conversations("account:wang")] == ["三", "二"]


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / history.FILE).write_bytes(b"no database at all, only words" * 9)
    with pytest.raises(HistoryUnusable, match="提问记录无法读写"):
        History(tmp_path).conversations("account:wang")
