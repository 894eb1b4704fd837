"""The walk of a question: from the record without a search, from passages with one, and with a model."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel

from pipeline.answering import respond
from pipeline.generation.answer import Answer
from pipeline.retrieval.catalogue import Catalogue, Filters
from pipeline.retrieval.library import Library
from pipeline.retrieval.search import Hit, search

CHAIRED = "市政府第50次常务会议由谁主持？"


class Room:
    """The library of the samples with what a question needs, and the searches that were made."""

    def __init__(self, home: Path) -> None:
        self.library = Library(home)
        self.searches: list[str] = []

    def find(self, query: str, k: int) -> list[Hit]:
        self.searches.append(query)
        return search(self.library, query, k=k)

    def ask(self, question: str, **named: Any) -> list[Answer]:
        given = {"history": (), "filters": None, "model": None, "today": datetime.date(2021, 3, 8), **named}
        return list(respond(question, catalogue=Catalogue(self.library.home), search=self.find, **given))


@pytest.fixture
def room(sample_home: Path) -> Room:
    return Room(sample_home)


def _reply(text: str) -> FakeListChatModel:
    return FakeListChatModel(responses=[json.dumps({"refused": False, "statements": [{"text": text, "sources": [1]}]})])


def test_a_fact_of_the_record_needs_no_search(room: Room) -> None:
    [answer] = room.ask(CHAIRED)
    assert "周旭东" in answer.answer
    assert (answer.route, answer.mode, answer.refused) == ("record", "extractive", False)
    assert room.searches == []
    assert answer.seconds["search"] == 0
    assert answer.seconds["total"] == pytest.approx(answer.seconds["compose"])


def test_every_quote_is_the_text(room: Room) -> None:
    for question in (CHAIRED, "第50次常务会议原则通过了哪些文件？", "河长制改革工作方案有什么要求？"):
        [answer] = room.ask(question)
        assert answer.citations
        for citation in answer.citations:
            text = room.library.catalogue.document(citation.document_id).text
            assert text[citation.start : citation.end] == citation.quote


def test_what_the_library_does_not_say_is_searched_for_and_refused(room: Room) -> None:
    [answer] = room.ask("昆山2019年的GDP是多少？")
    assert answer.refused
    assert answer.reason in {"no_evidence", "not_stated"}
    assert answer.searched.documents == 3
    assert room.searches
    assert answer.seconds["search"] > 0


def test_filters_that_were_asked_for_are_told(room: Room) -> None:
    [answer] = room.ask("由谁主持？", filters=Filters(meeting=50, from_date="2020"))
    assert "周旭东" in answer.answer
    assert answer.searched.filters["from"] == "2020"
    assert answer.searched.documents == 1


def test_a_follow_up_rests_on_the_question_before(room: Room) -> None:
    [answer] = room.ask("那是谁汇报的？", history=["河长制改革工作方案有什么要求？"])
    assert "徐彬" in answer.answer


def test_a_model_words_the_evidence(room: Room) -> None:
    [answer] = room.ask(CHAIRED, model=_reply("市政府第50次常务会议由市长周旭东主持。"))
    assert answer.mode == "model"
    assert answer.answer == "市政府第50次常务会议由市长周旭东主持。"
    assert answer.statements[0].check == "verified"


def test_what_a_model_invents_is_left_out(room: Room) -> None:
    [answer] = room.ask(CHAIRED, model=_reply("市政府第50次常务会议由市长钱多多主持，通过了17项议题。"))
    assert "钱多多" not in answer.answer
    assert "周旭东" in answer.answer
    assert answer.notice


def test_a_model_is_heard_piece_by_piece(room: Room) -> None:
    answers = room.ask(CHAIRED, model=_reply("市政府第50次常务会议由市长周旭东主持。"), piecemeal=True)
    assert len(answers) >= 2
    assert answers[-1].answer == "市政府第50次常务会议由市长周旭东主持。"
    assert all(answer.seconds["total"] > 0 for answer in answers)
