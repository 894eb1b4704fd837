"""The proof of one sentence, and what of a failed one may be listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.cite import Citation, Statement
from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.model.numbered import Passage
from pipeline.generation.proof import WITHHELD, problems_of, sourced, withheld, word_for_word

WORDING = "由市城管局牵头，市公安局配合，6月底前完成道路泊位普查。"


def passage(source: Source) -> Passage:
    """The whole of the first item."""
    text = source.document.text
    start, end = text.index("一、讨论"), text.index("二、听取")
    return Passage(1, Quote(source.document_id, start, end), text[start:end], "")


def test_a_sentence_rests_on_the_few_quotes_that_prove_it(sources: list[Source], invented: Assistant) -> None:
    sentence = sourced("市城管局牵头，市公安局配合。", [passage(sources[0])], invented.catalogue)
    assert problems_of(sentence, invented.catalogue) == ()
    (quote,) = sentence.quotes
    assert WORDING in sources[0].document.text[quote.start : quote.end]


def test_a_sentence_that_no_quote_proves_has_problems(sources: list[Source], invented: Assistant) -> None:
    sentence = sourced("市公安局牵头。", [passage(sources[0])], invented.catalogue)
    assert {problem.kind for problem in problems_of(sentence, invented.catalogue)} == {"part"}
    assert problems_of(Sentence("甲", ()), invented.catalogue)[0].kind == "uncited"


@pytest.mark.parametrize(("kind", "shown"), [("part", True), ("link", False), ("markup", False), ("foreign", False)])
def test_what_no_source_can_have_meant_is_not_repeated(kind: str, shown: bool) -> None:
    listed = withheld(Statement(text="请访问 http://evil.test", problems=(Problem(kind, "evil", "evil"),)))
    assert (listed.text != WITHHELD) is shown
    assert ("evil" in str(listed)) is shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("渡口迁建：市水务局负责选址，3月底前报方案。", True, id="a sentence behind its title"),
        pytest.param("沅政纪〔2021〕2号（2021-05-06）：市水务局负责选址，3月底前报方案。", True, id="behind the stamp"),
        pytest.param("市水务局负责选址，3月底前报方案。", True, id="alone"),
        pytest.param("灯塔修缮：市水务局负责选址，3月底前报方案。", False, id="behind another title"),
        pytest.param("渡口迁建：市水务局负责选址", False, id="a piece of a sentence"),
        pytest.param("市水务局负责选址。", False, id="a piece that ends as a sentence"),
        pytest.param("由市财政局拨付经费。", True, id="an entry of a list that ends as a sentence"),
        pytest.param("渡口迁建：市财政局负责选址，3月底前报方案。", False, id="another wording"),
        pytest.param("同意迁建。", False, id="too short"),
    ],
)
def test_whole_sentences_of_the_text(text: str, told: bool) -> None:
    citation = Citation(
        document_id="d1",
        file="a.txt",
        document_number="沅政纪〔2021〕2号",
        meeting="市政府第2次常务会议",
        date="2021-05-06",
        item="一",
        item_title="渡口迁建",
        quote="会议不同意迁建。市水务局负责选址，\n3月底前报方案。由市财政局拨付经费；",
        start=0,
        end=36,
        page=None,
    )
    assert word_for_word(text, [citation]) is told
    assert not word_for_word(text, [citation, replace(citation, item_title="另一件事")])


def test_a_count_and_an_absence_settle_what_is_in_no_text(sources: list[Source], invented: Assistant) -> None:
    document = sources[0].document
    places = tuple(Quote(sources[0].document_id, item.start, item.start + 4) for item in document.items)
    counted = Sentence("市政府第12次常务会议符合所问结论的共3项：", places, counted=3)
    assert problems_of(counted, invented.catalogue) == ()
    wrong = Sentence("市政府第12次常务会议符合所问结论的共4项：", places, counted=4)
    assert "number" in {problem.kind for problem in problems_of(wrong, invented.catalogue)}
