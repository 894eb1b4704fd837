"""Doubts about people, over invented minutes."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.candidates import asked_of
from pipeline.generation.extractive.reading.of_people import (
    knows_nobody_of,
    lacks_person,
    lacks_post,
    lacks_vote,
    of_another_person,
)
from pipeline.generation.extractive.reading.pairing import Place, Reading
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.premises.changes import FILE
from tests.libraries import library_of

TEXT = """檀川县人民政府常务会议纪要
第15次

2023年6月16日，县长沈怀舟主持召开县政府第15次常务会议。会议纪要如下：
一、研究渡口候船廊修缮工作
骆一鸣弃权。三个科室主任作了说明。
三位主任为骆一鸣、费明远、佟守义。
专班组长由费明远担任。

出席：沈怀舟、骆一鸣、费明远、佟守义
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("people"), today=datetime.date(2023, 12, 31))


def read(assistant: Assistant, text: str, wording: str) -> Reading:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2023, 12, 31))
    entry = assistant.entries()[0]
    source = Source(entry, assistant.catalogue.document(entry.document_id))
    item = source.document.items[0]
    span = next(one for one in sentences(source.document, item.span) if wording in source.document.quote(one))
    return Reading(asked_of(question), question, Place(source, item, span, source.document.quote(span)))


def test_three_heads_are_told_by_their_names(county: Assistant) -> None:
    assert lacks_person(read(county, "作说明的三位主任是谁", "三个科室主任"))
    assert not lacks_person(read(county, "作说明的三位主任是谁", "三位主任为"))


def test_votes_posts_and_surnames(county: Assistant) -> None:
    assert lacks_vote(read(county, "谁投了反对票", "弃权"))
    assert lacks_post(read(county, "镇长是谁", "弃权"))
    assert lacks_post(read(county, "专班副组长是谁", "组长由费明远"))
    assert not lacks_post(read(county, "专班组长是谁", "组长由费明远"))
    assert knows_nobody_of(read(county, "李县长说了什么", "弃权"))
    assert not of_another_person(read(county, "骆一鸣投了什么票", "弃权"))
