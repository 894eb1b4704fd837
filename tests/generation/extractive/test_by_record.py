"""Answers that the record holds, over the documents in scope."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import ANNOUNCED, about_topic, by_record, meetings, told_of_group
from pipeline.generation.extractive.composing import Composing
from tests.libraries import composing_of, library_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2022, 6, 1))


def answered(assistant: Assistant, text: str) -> Draft | None:
    return by_record(composing(assistant, text))


@pytest.mark.parametrize(
    ("text", "route", "word"),
    [
        ("第12次会议由谁主持", "record", "郑远航"),
        ("停车管理办法实施细则的那次会议由谁主持", "record", "秦书怀"),
        ("孟凡代表哪个单位", "record", "市交通运输局孟凡"),
        ("市大数据局局长是谁", "record", "罗晴"),
        ("哪些议题提到了智慧停车平台", "ledger", "停车管理办法"),
        ("哪些会后要提交市委常委会讨论", "ledger", "停车管理办法"),
    ],
)
def test_the_record_answers(invented: Assistant, text: str, route: str, word: str) -> None:
    draft = answered(invented, text)
    assert draft is not None
    assert draft.route == route
    assert word in "".join(sentence.text for sentence in draft.sentences)


def test_of_a_unit_that_sent_nobody_it_is_said_so(invented: Assistant) -> None:
    answer = invented.ask("市水务局的人有没有列席第12次常务会议")
    assert not answer.refused
    assert "名单中没有市水务局" in answer.answer
    assert all(statement.check == "verified" for statement in answer.statements)


@pytest.mark.parametrize("text", ["专项资金多少", "为什么要普查泊位", "值班表什么时候印发"])
def test_what_only_the_text_says_is_left_to_others(invented: Assistant, text: str) -> None:
    assert answered(invented, text) is None


def test_a_field_that_no_text_gives_is_refused(invented: Assistant) -> None:
    draft = answered(invented, "第15次会议在哪里召开")
    assert draft is not None
    assert (draft.refused, draft.reason) == (True, "not_stated")


def test_the_meetings_that_a_topic_means(invented: Assistant) -> None:
    one = composing(invented, "数据资源共享管理规定的会议由谁主持")
    assert [source.document.meeting.number for source in about_topic(one, meetings(one))] == [12]


def test_a_meeting_that_does_not_give_a_field_is_said_beside_the_one_that_does(tmp_path: Path) -> None:
    for number, place in ((3, "在县政府三楼会议室"), (4, "")):
        (tmp_path / f"{number}.txt").write_text(
            f"安陵县人民政府常务会议纪要\n\n2022年3月{number}日，县长郑远航{place}主持召开县政府第{number}次常务会议。现纪要如下：\n"
            "一、审议《停车管理办法》\n会议原则通过该办法。\n",
            encoding="utf-8",
        )
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*tmp_path.glob("*.txt")]).failed
    answer = assistant.ask("第3次和第4次常务会议在哪里召开？")
    assert "第4次常务会议未载明会议地点" in answer.answer
    assert "县政府三楼会议室" in answer.answer


def test_when_the_next_meeting_is_to_be_is_told_by_what_announced_it(tmp_path: Path) -> None:
    head = "柳荫社区议事会纪要\n2022年3月8日，书记郑远航主持召开社区议事会。\n"
    text = f"{head}一、加装充电棚\n会议同意。\n下次议事会定在4月13日。\n"
    (tmp_path / "柳荫议事会.txt").write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([tmp_path / "柳荫议事会.txt"])
    assert "4月13日" in assistant.ask("柳荫社区下次议事会什么时候开").answer
    assert "3月8日" in assistant.ask("柳荫社区议事会是什么时候开的").answer


def test_the_meetings_that_were_held_do_not_tell_when_the_next_is(tmp_path: Path) -> None:
    head = "柳荫社区居民委员会\n议事会会议纪要\n（第3次）\n\n3月12日，主任卜青主持召开第3次议事会。\n\n"
    (tmp_path / "议事会.txt").write_text(f"{head}一、加装充电棚\n会议同意。\n", encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([tmp_path / "议事会.txt"])
    assert assistant.ask("柳荫社区下次议事会什么时候开").refused


@pytest.mark.parametrize(
    "said",
    [
        "下次议事会初步安排在4月中旬召开",
        "下次议事会暂定4月13日",
        "下期议事会预计于5月上旬召开",
        "下次议事会定在4月13日",
    ],
)
def test_the_next_meeting_is_announced_in_other_words(said: str) -> None:
    assert ANNOUNCED.search(f"散会。{said}。")


def test_who_heads_a_group_is_told_by_the_minutes_and_by_no_list_of_names(tmp_path: Path) -> None:
    paper = (
        "甲溪县人民政府常务会议纪要\n甲政纪〔2031〕4号\n2031年3月5日，县长林一主持召开县政府第9次常务会议，现纪要如下：\n"
        "一、关于老街加固改造\n会议同意加固改造方案。因分工调整，老街加固改造专班组长由周二改为吴三。\n出席：林一、吴三\n"
    )
    assistant = library_of({"甲.txt": paper}, tmp_path, today=datetime.date(2031, 6, 1))
    asked = composing_of(assistant, "老街加固专班组长是谁", today=datetime.date(2031, 6, 1))
    assert told_of_group(asked)
    assert "吴三" in assistant.ask("老街加固专班组长是谁").answer
    other = composing_of(assistant, "机场扩建专班组长是谁", today=datetime.date(2031, 6, 1))
    assert not told_of_group(other)
