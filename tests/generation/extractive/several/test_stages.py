"""Which items of several documents are about one matter, and what each says of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.fitting import tells_kind
from pipeline.generation.extractive.several.stages import asks_for_its_size, matter_words, stages_of
from pipeline.generation.understanding.question import understand
from pipeline.retrieval.search import search

TODAY = datetime.date(2025, 12, 1)


def asked(assistant: Assistant, text: str) -> Composing:
    question = understand(text, entries=assistant.entries(), today=TODAY)
    return Composing(question, assistant.catalogue, lambda query, k: search(assistant.library, query, k=k))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("园区末班公交", ["岫交纪〔2024〕9号", "岫高纪〔2024〕5号"], id="two-bodies-newest-first"),
        pytest.param("幸福院消防改造", [None, "岫政常纪〔2024〕6号"], id="a-town-that-the-county-names"),
        pytest.param("殡仪馆迁建", [], id="none"),
    ],
)
def test_the_items_on_one_matter(handed_on: Assistant, text: str, numbers: list[str | None]) -> None:
    composing = asked(handed_on, text)
    found = stages_of(composing, {entry.document_id: entry for entry in composing.question.scope.every})
    assert [stage.source.entry.document_number for stage in found] == numbers


def test_the_names_of_the_documents_tell_no_matter(two_bodies: Assistant) -> None:
    words = matter_words(asked(two_bodies, "芷溪县政府第21次常务会议芷溪渡口专班"))
    assert "渡口" in "".join(one.word for one in words)
    assert not any("政府" in one.word for one in words)


@pytest.mark.parametrize(
    ("asked_for", "said", "tells"),
    [
        ("哪天完成", "批复后45日内完成", False),
        ("几号完成", "7月份定了", False),
        ("几号完成", "7月31日前完成", True),
        ("怎么安排", "先行改造", True),
    ],
)
def test_which_day_asks_for_a_date(asked_for: str, said: str, tells: bool) -> None:
    assert tells_kind(asked_for, said) is tells


@pytest.mark.parametrize(
    ("titled", "text", "size"),
    [
        (1.0, "园区末班公交是多少", True),
        (0.5, "园区末班公交是多少", False),
        (1.0, "园区末班公交补贴是多少", False),
        (1.0, "园区末班公交是谁", False),
    ],
    ids=["the whole matter", "one of several", "something in it", "somebody"],
)
def test_the_size_of_a_whole_matter_is_its_verdict(handed_on: Assistant, titled: float, text: str, size: bool) -> None:
    composing = asked(handed_on, "园区末班公交")
    [stage, *_] = stages_of(composing, {entry.document_id: entry for entry in composing.question.scope.every})
    assert asks_for_its_size(replace(stage, titled=titled), text) is size
