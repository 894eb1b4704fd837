"""Questions as understood, with what earlier ones add."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.understanding.question import Question, in_context, understand, units_in


@pytest.fixture
def read(sources: list[Source]):  # type: ignore[no-untyped-def]
    def reading(text: str, *history: str) -> Question:
        entries = [source.entry for source in sources]
        return understand(text, entries=entries, history=history, today=datetime.date(2022, 6, 1))

    return reading


def test_a_question_has_aspect_scope_and_topic(read) -> None:  # type: ignore[no-untyped-def]
    question = read("第12次常务会议上《城区停车管理办法》由谁汇报？")
    assert question.aspect == "presenter"
    assert [entry.meeting_number for entry in question.scope.entries] == [12]
    assert question.titles == ("城区停车管理办法",)
    assert question.topic == ()


@pytest.mark.parametrize(
    ("text", "number"), [("第二项谁汇报的", 2), ("议题三的结论是什么", 3), ("最后一项通过了吗", -1), ("第3个议题", 3)]
)
def test_an_ordinal_names_an_item(read, text: str, number: int) -> None:  # type: ignore[no-untyped-def]
    assert read(text).item_number == number


@pytest.mark.parametrize(
    ("history", "text", "aspect", "topic"),
    [
        (["停车管理办法有什么要求？"], "那是谁汇报的？", "presenter", ("停车管理办法",)),
        (["停车管理办法有什么要求？", "它通过了吗？"], "下一步呢？", "next_step", ("停车管理办法",)),
        (["停车管理办法是谁汇报的？"], "老旧小区改造呢？", "presenter", ("老旧小区改造",)),
        (["停车管理办法是谁汇报的？"], "公交票价由哪个部门牵头？", "lead_units", ("公交票价",)),
    ],
)
def test_a_follow_up_takes_what_it_leaves_out(read, history, text, aspect, topic) -> None:  # type: ignore[no-untyped-def]
    question = read(text, *history)
    assert question.aspect == aspect
    assert question.topic == topic


@pytest.mark.parametrize(
    ("text", "any_meeting"),
    [
        ("秦书怀主持了哪次会议", True),
        ("秦书怀参加了哪些会议？", True),
        ("公交票价是哪次常务会议定的", True),
        ("那是哪次会议", False),
        ("哪些单位参加了", False),
    ],
)
def test_who_asks_for_meetings_means_none_that_was_spoken_of(read, text: str, any_meeting: bool) -> None:  # type: ignore[no-untyped-def]
    question = read(text, "第12次常务会议由谁主持？")
    assert question.of_any_meeting == any_meeting
    assert any_meeting == (question.within is None and len(question.scope.entries) == 2)


@pytest.mark.parametrize(
    ("text", "back"),
    [("谁对此有不同意见", True), ("各单位就此要做什么", True), ("公交票价有不同意见吗", False)],
)
def test_what_points_back_stays_with_the_meeting(read, text: str, back: bool) -> None:  # type: ignore[no-untyped-def]
    question = read(text, "第12次常务会议停车管理办法通过了吗？")
    assert ("scope" in question.inherited) == back


def test_a_new_meeting_keeps_what_was_asked(read) -> None:  # type: ignore[no-untyped-def]
    question = read("第15次呢？", "第12次常务会议由谁主持？")
    assert question.aspect == "chair"
    assert [entry.meeting_number for entry in question.scope.entries] == [15]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("由谁负责", "person"),
        ("哪些部门配合", "unit"),
        ("资金多少", "number"),
        ("何时完成", "date"),
        ("怎么要求", "text"),
    ],
)
def test_what_kind_of_thing_would_answer(read, text: str, asked: str) -> None:  # type: ignore[no-untyped-def]
    assert read(text).asked == asked


def test_words_in_no_known_script_are_not_understood(read) -> None:  # type: ignore[no-untyped-def]
    assert not read("asdf").understood


@pytest.mark.parametrize(
    ("text", "history", "searched"),
    [
        pytest.param("停车办法通过了吗", (), "停车办法通过了吗", id="nothing before"),
        pytest.param("谁汇报的", ("停车办法有什么要求",), "停车办法有什么要求 谁汇报的", id="follow-up"),
        pytest.param(
            "下一步呢", ("停车办法有什么要求", "谁汇报的"), "停车办法有什么要求 谁汇报的 下一步呢", id="two before"
        ),
        pytest.param(
            "第15次会议公交票价通过了吗", ("停车办法有什么要求",), "第15次会议公交票价通过了吗", id="own meeting"
        ),
    ],
)
def test_a_question_is_searched_with_what_it_goes_on_from(
    sources: list[Source], text: str, history: tuple[str, ...], searched: str
) -> None:
    entries = [source.entry for source in sources]
    assert in_context(text, entries, history=history, today=datetime.date(2022, 6, 1)) == searched


def test_so_many_of_a_kind_name_no_unit() -> None:
    asked = ("进度垫底的那三个乡镇要被谁约谈", "两家单位没到", "哪几个部门负责", "5个街道怎么分", "各个社区")
    assert [units_in(text) for text in asked] == [()] * 5
