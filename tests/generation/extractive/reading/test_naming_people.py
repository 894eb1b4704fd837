"""Whether a sentence names somebody."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading.naming_people import (
    asks_by_whom,
    knows_surname,
    names_asked,
    names_person,
)
from pipeline.generation.extractive.reading.traits import read_question


@pytest.fixture(scope="module")
def source(counties: Assistant) -> Source:
    entry = next(entry for entry in counties.entries() if "青" in (entry.document_number or ""))
    return Source(entry, counties.catalogue.document(entry.document_id))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("法律顾问是谁", True, id="who"),
        pytest.param("增补了哪几位专家", True, id="which of them"),
        pytest.param("哪些人获奖", True, id="which people"),
        pytest.param("补助多少钱", False, id="money"),
    ],
)
def test_who_is_asked_for(question: str, asks: bool) -> None:
    assert asks_by_whom(read_question(question)) == asks


@pytest.mark.parametrize(
    ("question", "wording", "named"),
    [
        pytest.param("谁来牵头", "由县住建局牵头", True, id="an office will do"),
        pytest.param("专家都是谁", "由县住建局牵头", False, id="people are asked for"),
        pytest.param("专家都是谁", "同意增补贺兰舟为专家委员", True, id="an appointment"),
        pytest.param("谁来牵头", "会议认为应当尽快启动", False, id="nobody"),
    ],
)
def test_somebody_is_named(source: Source, question: str, wording: str, named: bool) -> None:
    assert names_asked(read_question(question), wording, source) == named


def test_a_person_is_named_by_the_record_or_beside_a_post(source: Source) -> None:
    assert names_person("同意聘任程一诺为法律顾问", source)
    assert not names_person("同意聘任法律顾问", source)


def test_a_surname_is_known_where_somebody_bears_it(source: Source) -> None:
    chair = source.document.meeting.chair
    assert chair
    assert knows_surname(chair[0], source)
    assert not knows_surname("闫", source)
    assert knows_surname("的", source)  # no surname, so nobody is called by it
