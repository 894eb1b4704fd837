"""The items of one matter, found by its words, by the title of one of them, and by the names it had before."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.several.thread import thread_of
from pipeline.generation.understanding.question import understand
from pipeline.retrieval.search import search
from tests.generation.extractive.several.test_chronicle import BUREAU, CITY, LATER, OTHER, ZONE
from tests.libraries import library_of


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the meetings of one city and one of another."""
    papers = dict(
        zip(("甲.txt", "乙.txt", "丙.txt", "丁.txt", "戊.txt"), (BUREAU, ZONE, CITY, LATER, OTHER), strict=True)
    )
    return library_of(papers, tmp_path_factory.mktemp("thread"), today=datetime.date(2024, 12, 1))


def threaded(assistant: Assistant, text: str, seed: tuple[str, int] | None = None) -> list[str]:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2024, 12, 1))
    composing = Composing(question, assistant.catalogue, lambda query, k: search(assistant.library, query, k=k))
    every = {entry.document_id: entry for entry in question.scope.every}
    known = None
    if seed is not None:
        entry = next(one for one in every.values() if one.file == seed[0])
        document = assistant.catalogue.document(entry.document_id)
        known = Source(entry, document), document.items[seed[1]]
    return [stage.source.entry.file for stage in thread_of(composing, every, known)]


def test_the_words_of_a_question_lead_to_its_items(city: Assistant) -> None:
    assert threaded(city, "汀南综合枢纽")[:2] == ["丙.txt", "乙.txt"]


def test_the_former_name_leads_to_the_first_of_them(city: Assistant) -> None:
    assert "甲.txt" in threaded(city, "汀南综合枢纽")


def test_an_item_leads_on_where_the_words_do_not(city: Assistant) -> None:
    assert threaded(city, "坐船过江") == []
    assert threaded(city, "坐船过江", ("丁.txt", 0)) == ["丁.txt", "丙.txt", "甲.txt"]
