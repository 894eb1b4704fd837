"""Digests: of a record without its places, what lists look at is the same."""

from __future__ import annotations

import pytest

from pipeline.minutes import EXAMPLE_MINUTES, Document
from pipeline.retrieval.digest import digest_of
from pipeline.retrieval.record import to_record
from tests.retrieval.examples import minutes


@pytest.mark.parametrize("document", [EXAMPLE_MINUTES, minutes()], ids=["example", "from-parts"])
def test_a_digest_says_what_the_document_says(document: Document) -> None:
    digest = digest_of(to_record(document))
    assert digest.kind == document.kind
    assert [item.title for item in digest.items] == [item.title for item in document.items]
    for short, item in zip(digest.items, document.items, strict=True):
        assert [one.class_ for one in short.outcomes] == [one.class_ for one in item.outcomes]
        assert (short.presenter, short.next_step, short.votes) == (item.presenter, item.next_step, item.votes)
        names = ("text", "group", "addressed_to", "lead_units", "support_units", "deadline")
        told = [[getattr(point, name) for name in names] for point in short.points]
        assert told == [[getattr(point, name) for name in names] for point in item.points]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param("", id="empty"),
        pytest.param('{"kind":"minutes","items":[{"title":', id="cut"),
        pytest.param('{"kind":"minutes","items":[{"title":3}]}', id="another-kind"),
    ],
)
def test_what_is_no_record_is_said(record: str) -> None:
    with pytest.raises(ValueError, match="no record of a document"):
        digest_of(record)
