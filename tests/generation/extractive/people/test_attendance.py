"""Answers from attendance lists."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.attendance import (
    attended,
    listed,
    nobody_told,
    people_asked,
    roster,
)
from pipeline.generation.understanding.question import Question, understand


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


def of_text(text: str, sources: list[Source]) -> Source:
    return replace(sources[0], document=parse_text(text))


def test_nobody_is_denied_whom_the_opening_names(sources: list[Source]) -> None:
    unlisted = (
        "某市专题会议纪要\n2022年3月1日，副市长段明主持召开专题会议，市水利局局长杨帆作了汇报。\n一、修渠\n同意修渠。"
    )
    told = attended("杨帆", of_text(unlisted, sources))
    assert told and not any(one.absent for one in told)
    assert "杨帆" in told[0].text
    assert attended("白洁", of_text(unlisted, sources)) == []


def test_for_which_items_somebody_was_there(sources: list[Source]) -> None:
    text = (
        "某镇党委会议纪要\n时间：2022年3月1日\n主持：段明\n出席：段明、杨帆、苏晓\n列席：城建办骆平（第三、四议题）\n\n"
        "一、修渠\n同意修渠。\n二、修路\n同意修路。"
    )
    [told] = attended("骆平", of_text(text, sources))
    assert told.text.endswith("，原文注明“第三、四议题”。")
    lead = "2022年3月1日，段明主持召开会议。参加人员：杨帆、苏晓。副主任苏晓因事，第2项起离席。"
    told, left = attended("苏晓", of_text(f"某镇办公会议纪要\n{lead}\n一、修渠\n同意修渠。", sources))
    assert "出席" in told.text
    assert left.text.endswith("第2项起离席。")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("有哪些人参加", "名单没有读出，或者原文没有载明"),
        ("谁请假了", "未载明请假或缺席的人员"),
    ],
)
def test_lists_that_were_not_read_deny_nobody(sources: list[Source], text: str, said: str) -> None:
    source = replace(sources[0], document=replace(sources[0].document, attendance=None))
    assert said in nobody_told(read(text, sources), [source], ())


def test_who_sat_in_is_not_stated(sources: list[Source]) -> None:
    told = nobody_told(read("有哪些人列席", sources), sources[:1], ())
    assert told.endswith("未载明列席人员。")


def test_an_office_of_another_level_or_place_sends_nobody_for_one_of_its_name(sources: list[Source]) -> None:
    question = read("区财政局谁参加了会议", sources)
    assert roster(question, sources[0], ("区财政局",)) == []
    [sentence] = roster(read("市财政局谁参加了会议", sources), sources[0], ("市财政局",))
    assert "孟凡" in sentence.text
