"""Which part of a document, which item, which list a question asks for."""

from __future__ import annotations

import pytest

from pipeline.retrieval.parts import asked_plainly, item_asked, items_counted, list_asked, parts_asked


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("会议由谁主持", {"head"}, id="chair"),
        pytest.param("会议是什么时候召开的", {"head"}, id="when"),
        pytest.param("会议有哪些议题", {"head"}, id="agenda"),
        pytest.param("会议原则通过了哪些议题", set(), id="part-of-the-agenda"),
        pytest.param("水务局谁列席了会议", {"attendance"}, id="observer"),
        pytest.param("水务局派了哪些人", {"attendance"}, id="who-was-sent"),
        pytest.param("给水务局派了哪些活", set(), id="tasks-given"),
        pytest.param("会议记录人是谁", {"attendance"}, id="recorder"),
        pytest.param("纪要是哪天印发的", {"foot"}, id="issued"),
        pytest.param("会议还学习了什么", {"tail"}, id="other-matters"),
        pytest.param("停车费怎么收", set(), id="matter"),
        pytest.param("who chaired the meeting", {"head"}, id="english-chair"),
        pytest.param("保护建筑的名单公布了吗", set(), id="a-list-of-things"),
    ],
)
def test_a_question_points_to_parts(question: str, parts: set[str]) -> None:
    assert parts_asked(question) == parts


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("第八项议题", 8),
        ("议题三定了什么", 3),
        ("第七项？那第八项呢", 8),
        ("item 5", 5),
        ("第8次会议", None),
        ("三项措施", None),
    ],
)
def test_an_item_is_asked_by_number(question: str, number: int | None) -> None:
    assert item_asked(question) == number


def test_items_are_counted_only_where_all_are() -> None:
    assert items_counted("会议一共有几项议题")
    assert not items_counted("原则通过的议题有几项")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("出席的有几人（不含列席）", "出席"),
        ("水务局派谁列席", "列席"),
        ("谁请假了", "请假"),
        ("出席和列席的各几人", None),
    ],
)
def test_one_attendance_list_is_asked_for(question: str, name: str | None) -> None:
    assert list_asked(question) == name


def test_a_plain_wording_is_told_from_a_hint() -> None:
    assert asked_plainly("会议由谁主持")
    assert not asked_plainly("会议有哪些议题")
