"""Who of the leaders a matter is given to: the one sentence of its item that names somebody, or none of several."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.people.in_charge import with_whoever_is_in_charge
from pipeline.generation.understanding.question import understand
from tests.libraries import library_of

PAPER = """禾湾经开区主任办公会议纪要
（第8期）

2024年9月6日，管委会主任裴文主持召开主任办公会议。
出席：裴文、石敬平、白若琳、方远
一、关于化工园区整治
会议明确，由副主任石敬平牵头负责整改工作。规划建设局10月底前完成封闭化管理二道门建设，消防救援站配合。
二、关于渡口改造
由白若琳副主任负责征求意见。由方远副主任负责筹集资金，6月底前完成。规划建设局负责渡口改造施工，方案另报。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"禾湾.txt": PAPER}, tmp_path_factory.mktemp("zone"), today=datetime.date(2024, 12, 31))


def told_of(zone: Assistant, words: str) -> Draft:
    """Return a draft that tells the sentence of the paper with some words."""
    (entry,) = zone.entries()
    text = zone.catalogue.document(entry.document_id).text
    start = text.index(words)
    line = Sentence(words, (Quote(entry.document_id, start, start + len(words)),))
    return Draft(route="passages", searched=Searched(1, {}, (entry.document_id,)), sentences=(line,))


def asked(zone: Assistant, text: str, words: str) -> str:
    question = understand(text, entries=zone.entries(), today=datetime.date(2024, 12, 31))
    return with_whoever_is_in_charge(question, told_of(zone, words), zone.catalogue).said


def test_a_leader_is_named_where_units_alone_were_told(zone: Assistant) -> None:
    said = asked(zone, "化工园区整治让哪位领导扛？", "规划建设局10月底前完成封闭化管理二道门建设，消防救援站配合。")
    assert "石敬平" in said
    assert "消防救援站" not in said


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param(
            "化工园区整治由哪个单位配合？", "规划建设局10月底前完成封闭化管理二道门建设，消防救援站配合。", id="a-unit"
        ),
        pytest.param("渡口改造让哪位领导扛？", "规划建设局负责渡口改造施工，方案另报。", id="several-are-named"),
        pytest.param("化工园区整治让哪位领导扛？", "会议明确，由副主任石敬平牵头负责整改工作。", id="named-already"),
    ],
)
def test_an_answer_stays_as_it_is(zone: Assistant, question: str, words: str) -> None:
    assert asked(zone, question, words) == words
