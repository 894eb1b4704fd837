"""Sentences of another part, or of another matter, over invented minutes."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of, whole
from pipeline.generation.extractive.reading.candidates import asked_of, passages_of
from pipeline.generation.extractive.reading.misplaced import (
    CELL,
    is_at_the_foot,
    is_heading,
    is_lead,
    of_another_matter,
    of_nothing_asked,
)
from pipeline.generation.extractive.reading.pairing import Reading
from tests.libraries import composing_of, library_of

TODAY = datetime.date(2022, 12, 31)
TEXT = """桐城县人民政府常务会议纪要
桐政纪〔2022〕6号

2022年7月5日，县长沈怀舟主持召开县政府第31次常务会议，审议了音乐厅建设等议题。会议纪要如下：
一、审议音乐厅建设方案
会议同意音乐厅建设方案，概算1.2亿元。
二、审议村口道路硬化请示
会议同意道路硬化，总造价52万元，年底前完成。

出席：沈怀舟、骆一鸣
抄送：县委办公室。
桐城县人民政府办公室    2022年7月8日印发
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"桐政纪〔2022〕6号.txt": TEXT}, tmp_path_factory.mktemp("hall"), today=TODAY)


def read(assistant: Assistant, text: str, wording: str, *, history: tuple[str, ...] = ()) -> Reading:
    """Hold a question against the sentence with some wording."""
    composing = composing_of(assistant, text, today=TODAY, history=history)
    question = composing.question
    hits = composing.find(wording, 12) + composing.find(text, 12)
    _, places = passages_of(sources_of(composing, [hit.document_id for hit in hits]), hits)
    place = next(place for place in places if wording in place.text)
    said = whole(question)
    return Reading(asked_of(question, said if said != question.text else None), question, place)


def test_a_heading_and_the_lead_name_a_matter_only(town: Assistant) -> None:
    assert is_heading(read(town, "音乐厅概算多少", "一、审议音乐厅"))
    assert not is_heading(read(town, "音乐厅概算多少", "概算1.2亿元"))
    assert is_lead(read(town, "音乐厅概算多少", "审议了音乐厅建设等议题"))


@pytest.mark.parametrize(
    ("wording", "heading"),
    [
        pytest.param("叁　现代粮仓扩建规模", True, id="numbered as sums are written"),
        pytest.param("叁、会议同意粮仓扩建，规模六千吨。", False, id="a sentence of its own"),
        pytest.param("一｜窨井盖缺失3处｜补装｜管护员乔木生｜立即", False, id="the row of a table"),
        pytest.param("序号｜任务内容｜责任部门｜配合部门｜完成时限", True, id="the head of a table"),
        pytest.param("一、|6|关于井盖的处理|（1）补装；", True, id="the opening of a row alone"),
        pytest.param("一、各镇9月10日前报送债务台账", False, id="a heading that says by when"),
    ],
)
def test_a_heading_by_its_wording(town: Assistant, wording: str, heading: bool) -> None:
    reading = read(town, "音乐厅概算多少", "一、审议音乐厅")
    place = replace(reading.place, text=wording, item=reading.place.item if wording.startswith("一") else None)
    assert is_heading(Reading(reading.asked, reading.question, place)) is heading


@pytest.mark.parametrize(
    ("text", "foot"),
    [
        pytest.param("道路硬化谁负责想办法", True, id="of a matter"),
        pytest.param("纪要是哪个单位印发的", False, id="of the foot"),
    ],
)
def test_the_foot_tells_only_of_itself(town: Assistant, text: str, foot: bool) -> None:
    assert is_at_the_foot(read(town, text, "2022年7月8日印发")) is foot


def test_what_goes_on_is_told_by_the_matter_that_came_before(town: Assistant) -> None:
    history = ("音乐厅建设方案通过了吗",)
    assert of_another_matter(read(town, "什么时候完成", "年底前完成", history=history))
    assert not of_another_matter(read(town, "花多少钱", "概算1.2亿元", history=history))
    assert not of_another_matter(read(town, "道路硬化什么时候完成", "年底前完成"))


def test_an_item_that_shares_only_common_words_tells_nothing(town: Assistant) -> None:
    assert of_nothing_asked(read(town, "供水管网方案什么时候完成", "年底前完成"))
    assert not of_nothing_asked(read(town, "村口道路什么时候完成", "年底前完成"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("〔责任单位：区水文站〕", True),
        ("（牵头单位：区住建局；", True),
        ("完成时限：9月底前）", True),
        ("配合单位：两个街道。", True),
        ("水文公司\t/", True),
        ("水文公司 | 6月底前", True),
        ("水文公司 | 由区住建局督办", False),
        ("责任单位：区水文站，每日8时报送雨情。桥下积水达到三十厘米立即封闭。", False),
        ("水位简报由每日一报改为两报。", False),
    ],
)
def test_a_cell_tells_who_or_by_when_alone(text: str, cell: bool) -> None:
    assert bool(CELL.fullmatch(text)) is cell
