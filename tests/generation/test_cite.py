"""Citations: numbered in the order of first use, each quote the document's own text."""

from __future__ import annotations

import pytest

from pipeline.errors import UnknownDocument
from pipeline.generation.cite import cite
from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.evidence import Source


def place(source: Source, wording: str) -> Quote:
    """Return where a wording stands in a document."""
    start = source.document.text.index(wording)
    return Quote(source.document_id, start, start + len(wording))


@pytest.fixture
def first(sources: list[Source]) -> Source:
    return sources[0]


def test_a_quote_is_the_text_itself_with_the_stamp_of_its_document(first: Source, invented) -> None:  # type: ignore[no-untyped-def]
    quote = place(first, "市城管局局长周明")
    (statement,), (citation,) = cite([Sentence("周明汇报。", (quote,))], invented.catalogue)
    assert statement.citations == (0,)
    assert statement.check == "flagged", "a statement counts as flagged until it has been checked"
    assert citation.quote == first.document.text[citation.start : citation.end] == "市城管局局长周明"
    assert citation.to_json() == {
        "document_id": first.document_id,
        "file": first.document.file,
        "document_number": "临政纪〔2021〕6号",
        "meeting": "市政府第12次常务会议",
        "date": "2021-03-08",
        "item": "一",
        "item_title": "《临川市城区停车管理办法》",
        "quote": "市城管局局长周明",
        "start": quote.start,
        "end": quote.end,
        "page": None,
        "body": "临川市人民政府",
        "meeting_number": 12,
    }


def test_outside_an_item_there_is_none(first: Source, invented) -> None:  # type: ignore[no-untyped-def]
    _, (citation,) = cite([Sentence("郑远航主持。", (place(first, "郑远航主持"),))], invented.catalogue)
    assert (citation.item, citation.item_title) == (None, None)


def test_one_citation_for_each_place_in_the_order_of_first_use(sources: list[Source], invented) -> None:  # type: ignore[no-untyped-def]
    one, other = sources
    head, later = place(one, "郑远航主持"), place(other, "秦书怀主持")
    sentences = [Sentence("乙", (later,)), Sentence("甲", (head, later, head))]
    statements, citations = cite(sentences, invented.catalogue)
    assert [citation.quote for citation in citations] == ["秦书怀主持", "郑远航主持"]
    assert [statement.citations for statement in statements] == [(0,), (1, 0)]


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (9, 3), (-2, 4), (0, 10**6)], ids=["empty", "backward", "before", "beyond"]
)
def test_a_place_that_holds_nothing_proves_nothing(start: int, end: int, first: Source, invented) -> None:  # type: ignore[no-untyped-def]
    (statement,), citations = cite([Sentence("甲", (Quote(first.document_id, start, end),))], invented.catalogue)
    assert statement.citations == ()
    assert citations == ()


def test_blanks_prove_nothing(first: Source, invented) -> None:  # type: ignore[no-untyped-def]
    blank = place(first, "  ")
    assert cite([Sentence("甲", (blank,))], invented.catalogue)[1] == ()


def test_a_document_that_is_gone(invented) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnknownDocument, match="dffffffff"):
        cite([Sentence("甲", (Quote("dffffffff", 0, 1),))], invented.catalogue)
