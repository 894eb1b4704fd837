"""What is asked to be spelled out: the names that a short form counts, and how often an opening is repeated."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.counting.enumerated import enumerated, names_in
from pipeline.minutes import Span
from tests.generation.extractive.roads import roads_in
from tests.libraries import composing_of

TEXT = """临川市委关于巡察整改进展情况的通报
二、整改落实情况
1.关于“区域协同不够”问题的整改。
(1)加强统筹。出台《经开区和东浦、西浦、南浦镇协同发展方案》,推进“一区三镇”建设,惠及10万人。
(2)加强督查。对东浦、西浦镇开展检查。
三、下一步工作打算
一是更加注重学习教育,推动入脑入心。
二是更加注重问题导向,推动见底见效。
三是更加注重建章立制,推动常态长效。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A library of one invented report."""
    folder: Path = tmp_path_factory.mktemp("report")
    (folder / "临川市委关于巡察整改进展情况的通报.txt").write_text(TEXT, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


def asked(assistant: Assistant, text: str) -> Draft | None:
    return enumerated(composing_of(assistant, text, today=datetime.date(2024, 6, 1)))


@pytest.mark.parametrize(
    ("text", "first", "lines"),
    [
        pytest.param("“一区三镇”里的三镇是哪几个？", "东浦、西浦、南浦镇", 1, id="names-of-a-short-form"),
        pytest.param("下一步提了几个“更加注重”，分别是什么？", "“更加注重”共有3个：", 4, id="repeated"),
        pytest.param("“更加注重”一共说了几次", "“更加注重”共有3次：", 4, id="phrase-first"),
    ],
)
def test_it_is_spelled_out(report: Assistant, text: str, first: str, lines: int) -> None:
    draft = asked(report, text)
    assert draft is not None
    assert draft.sentences[0].text == first
    assert len(draft.sentences) == lines


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“一区四镇”里的四镇是哪几个？", id="no-such-short-form"),
        pytest.param("“一区三镇”里的一区是哪个？", id="one-is-no-list"),
        pytest.param("提了几个“坚持不懈”？", id="never-said"),
        pytest.param("整改措施有几条？", id="another-question"),
    ],
)
def test_what_the_text_does_not_list_is_left_alone(report: Assistant, text: str) -> None:
    assert asked(report, text) is None


def test_an_answer_is_proven(report: Assistant) -> None:
    answer = report.ask("“一区三镇”里的三镇是哪几个？")
    assert (answer.answer, answer.refused) == ("东浦、西浦、南浦镇", False)
    assert {statement.check for statement in answer.statements} == {"verified"}


@pytest.mark.parametrize(
    ("line", "number", "found"),
    [
        pytest.param("由甲县和乙、丙市负责", 2, ["乙、丙市"], id="two"),
        pytest.param("由甲、乙和丙市负责", 3, ["甲、乙和丙市"], id="and"),
        pytest.param("由甲、乙、丙、丁市负责", 3, [], id="more-than-said"),
        pytest.param("由甲、乙市、丙负责", 2, [], id="goes-on"),
    ],
)
def test_the_names_must_be_as_many_as_said(line: str, number: int, found: list[str]) -> None:
    places = names_in(line, Span(0, len(line)), number=number, kind="市")
    assert [line[place.start : place.end] for place in places] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "退出的三个小区都叫什么", "近期杏林苑、机床厂宿舍、粮站宿舍先后列入征收。", id="of which one is named"
        ),
        pytest.param("环湖路一共分成了几段", "共分3段：第一段、第二段、第三段。", id="numbered lines"),
    ],
)
def test_what_the_text_spells_out_elsewhere_is_told(tmp_path: Path, text: str, told: str) -> None:
    draft = asked(roads_in(tmp_path), text)
    assert draft is not None
    assert [line.text for line in draft.sentences] == [told]


@pytest.mark.parametrize("text", ["退出的四个小区都叫什么", "环湖路一共分成了几期"])
def test_what_it_does_not_spell_out_is_not(tmp_path: Path, text: str) -> None:
    assert asked(roads_in(tmp_path), text) is None
