"""Mending: a new wording that holds, else the document's own sentence, else nothing."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.cite import Statement
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.mending import Mended, mend
from pipeline.generation.model.numbered import Passage

LED = "由市城管局牵头，市公安局配合，6月底前完成道路泊位普查。"
FUND = "市财政局安排专项资金1200万元，用于智慧停车平台建设。"
PROBLEM = (Problem("part", "甲", "乙"),)


@pytest.fixture
def quotes(sources: list[Source]) -> tuple[Quote, Quote]:
    text = sources[0].document.text
    led, fund = (Quote(sources[0].document_id, text.index(line), text.index(line) + len(line)) for line in (LED, FUND))
    return led, fund


def mended(
    wordings: dict[int, tuple[str, tuple[int, ...]]], quotes: tuple[Quote, Quote], assistant: Assistant
) -> Mended:
    """Mend an answer of two sentences whose second failed, over a draft of two sentences."""
    led, fund = quotes
    return mend(
        [Sentence(LED, (led,)), Sentence("市财政局安排1300万元。", (fund,))],
        [Statement(text=LED, check="verified"), Statement(text="市财政局安排1300万元。", problems=PROBLEM)],
        wordings,
        draft=Draft(route="passages", searched=Searched(1), sentences=(Sentence(LED, (led,)), Sentence(FUND, (fund,)))),
        passages={1: Passage(1, fund, FUND, "")},
        catalogue=assistant.catalogue,
    )


def test_a_new_wording_that_holds_is_taken(quotes: tuple[Quote, Quote], invented: Assistant) -> None:
    found = mended({0: ("市财政局安排专项资金1200万元。", (1,))}, quotes, invented)
    assert [sentence.text for sentence in found.sentences] == [LED, "市财政局安排专项资金1200万元。"]
    assert (found.replaced, found.lost) == ((), ())


@pytest.mark.parametrize(
    "wordings",
    [{}, {0: ("市财政局安排1400万元。", (1,))}, {0: ("市财政局安排专项资金1200万元。", (9,))}],
    ids=["none", "still-wrong", "no-such-passage"],
)
def test_else_the_documents_own_sentence_stands_in(
    wordings: dict[int, tuple[str, tuple[int, ...]]], quotes: tuple[Quote, Quote], invented: Assistant
) -> None:
    found = mended(wordings, quotes, invented)
    assert [sentence.text for sentence in found.sentences] == [LED, FUND]
    assert [statement.text for statement in found.replaced] == ["市财政局安排1300万元。"]


def test_else_it_is_lost(quotes: tuple[Quote, Quote], invented: Assistant) -> None:
    led, _ = quotes
    found = mend(
        [Sentence(LED, (led,)), Sentence("由市公安局牵头。", (led,))],
        [Statement(text=LED, check="verified"), Statement(text="由市公安局牵头。", problems=PROBLEM)],
        {},
        draft=Draft(route="passages", searched=Searched(1), sentences=(Sentence(LED, (led,)),)),
        passages={},
        catalogue=invented.catalogue,
    )
    assert [sentence.text for sentence in found.sentences] == [LED]
    assert [statement.text for statement in found.lost] == ["由市公安局牵头。"]
