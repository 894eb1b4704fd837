"""The proof of one sentence, and what of a failed one may be listed."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.checking.source import Problem
from pipeline.generation.cite import Statement
from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.numbered import Passage
from pipeline.generation.proof import WITHHELD, problems_of, sourced, withheld

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
