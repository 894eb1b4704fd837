"""Answers from attendance lists."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.attendance import attended, both, listed, people_asked, roster
from pipeline.generation.question import Question, understand


def read(text: str, sources: list[Source]) -> Question:
    return understand(text, entries=[source.entry for source in sources], today=datetime.date(2022, 6, 1))


def test_who_chaired_was_there_though_no_list_says_so(sources: list[Source]) -> None:
    document = sources[0].document
    assert document.meeting.chair == "郑远航"
    assert document.attendance is not None
    others = tuple(person for person in document.attendance.present if person.name != "郑远航")
    unlisted = replace(sources[0], document=replace(document, attendance=replace(document.attendance, present=others)))
    [sentence] = attended("郑远航", unlisted)
    assert sentence.text == "市政府第12次常务会议由郑远航主持。"
    assert not sentence.absent


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("沈岚", "沈岚出席了市政府第12次常务会议。"),
        ("唐宁", "唐宁列席了市政府第12次常务会议。"),
        ("孟凡", "市财政局孟凡列席了市政府第12次常务会议。"),
        ("秦书怀", "市政府第12次常务会议的出席、列席名单中没有秦书怀。"),
    ],
)
def test_whether_somebody_attended(sources: list[Source], name: str, text: str) -> None:
    [sentence] = attended(name, sources[0])
    assert sentence.text == text
    assert bool(sentence.absent) == ("没有" in text)
    assert sentence.quotes


def test_every_list_is_read(sources: list[Source]) -> None:
    attendance = sources[0].document.attendance
    assert attendance is not None
    assert [word for word, _ in listed(attendance)] == ["出席"] * 3 + ["列席"] * 5


@pytest.mark.parametrize(
    ("text", "names"),
    [("沈岚参加了吗", ("沈岚",)), ("王大力有没有参加会议", ("王大力",)), ("会议有哪些人参加", ())],
)
def test_the_names_that_a_question_asks_about(sources: list[Source], text: str, names: tuple[str, ...]) -> None:
    assert people_asked(read(text, sources), sources) == names


def test_a_count_of_people_is_proven_by_as_many_places(sources: list[Source]) -> None:
    [sentence] = roster(read("有多少人出席", sources), sources[0], ())
    assert sentence.counted == 3 == len(sentence.quotes)


def test_the_people_of_one_unit(sources: list[Source]) -> None:
    [sentence] = roster(read("市住建局谁列席了", sources), sources[0], ("住房和城乡建设局",))
    assert "市住建局钟立" in sentence.text
    assert "周明" not in sentence.text


@pytest.mark.parametrize(("text", "told"), [("有哪些社区的书记列席", False), ("有哪些人列席", True)])
def test_a_list_without_any_of_the_kind_asked_for_is_no_answer(sources: list[Source], text: str, told: bool) -> None:
    assert bool(roster(read(text, sources), sources[0], ())) is told


def test_who_came_to_both_and_under_which_unit(sources: list[Source]) -> None:
    sentence = both(read("谁两次会议都参加了", sources), sources)
    assert sentence is not None
    assert "沈岚" in sentence.text
    assert "孟凡（市财政局、市交通运输局）" in sentence.text
    assert "唐宁" not in sentence.text
    assert both(read("谁两次都出席", sources), sources[:1]) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("正式参会的有几人，旁听的不算", ["出席"], id="left-out"),
        pytest.param("旁听的有多少人", ["列席"], id="sitting-in"),
        pytest.param("来了多少人", ["出席", "列席"], id="both"),
        pytest.param("开园节都有谁出席", [], id="an event"),
        pytest.param("哪些人参加了大桥的通车仪式", [], id="a ceremony"),
    ],
)
def test_the_lists_that_are_asked_for(sources: list[Source], text: str, words: list[str]) -> None:
    lines = roster(read(text, sources), sources[0], ())
    assert [next(word for word in ("出席", "列席") if word in line.text) for line in lines] == words
