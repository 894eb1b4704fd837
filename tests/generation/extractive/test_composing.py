"""The forms that an answer can take: stamped, refused, given back."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.record import quote
from pipeline.generation.question import understand
from pipeline.minutes import Span


@pytest.fixture
def composing(invented: Assistant) -> Composing:
    question = understand("公交票价", entries=invented.entries(), today=datetime.date(2022, 6, 1))
    return Composing(question, invented.catalogue, lambda query, k: invented.search(query, k=k))


def test_a_draft_over_several_documents_stamps_each_sentence(composing: Composing, sources: list[Source]) -> None:
    pairs = [(source, Sentence("话。", (quote(source, Span(0, 2)),))) for source in sources]
    several = composing.stamped("record", pairs)
    assert [sentence.text for sentence in several.sentences] == [f"{source.stamp}：话。" for source in sources]
    alone = composing.stamped("record", pairs[:1])
    assert alone.sentences[0].text == "话。"


def test_a_sentence_is_said_once(composing: Composing, sources: list[Source]) -> None:
    pair = (sources[0], Sentence("话。", (quote(sources[0], Span(0, 2)),)))
    assert len(composing.draft("record", [pair[1], pair[1]]).sentences) == 1


def test_a_refusal_says_what_was_searched_and_shows_the_nearest(composing: Composing) -> None:
    refused = composing.nothing_found()
    assert refused.refused
    assert refused.reason == "no_evidence"
    assert "已检索 2 份文件" in refused.preface
    assert refused.nearest


def test_a_question_that_fits_too_much_goes_back(composing: Composing, sources: list[Source]) -> None:
    back = composing.ambiguous(sources)
    assert back.reason == "ambiguous"
    assert sources[0].stamp in back.preface
