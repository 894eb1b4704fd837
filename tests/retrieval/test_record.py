"""Records: a document comes back exactly as it went in."""

from __future__ import annotations

import json

import pytest

from pipeline.minutes import EXAMPLE_MINUTES, Document, Item, OtherMatter, Section, Span, Votes
from pipeline.retrieval.record import from_record, to_record
from tests.retrieval.examples import minutes, report_of

FULL = Document(
    file="a.docx",
    text="正文" * 20,
    kind="rectification",
    name="a",
    title="题",
    issued_date="--03-08",
    preamble=Span(1, 2),
    sections=(Section(label="一", title="进展", start=0, end=9),),
    items=(
        Item(
            label=None,
            number=None,
            title="题",
            votes=Votes(for_=4, against=7),
            remarks=(Span(1, 2), Span(3, 4)),
            next_step="提交市委常委会讨论",
            start=0,
            end=9,
        ),
    ),
    other_matters=(OtherMatter(verb="学习", title="法", outcome="studied", start=1, end=3),),
    spans={"title": Span(0, 1), "meeting.date": Span(2, 3)},
    pages=(0, 12),
)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(EXAMPLE_MINUTES, id="example"),
        pytest.param(minutes(), id="minutes"),
        pytest.param(report_of("通知"), id="other"),
        pytest.param(FULL, id="every-kind-of-part"),
    ],
)
def test_a_document_comes_back_exactly(document: Document) -> None:
    record = to_record(document)
    again = from_record(record, document.text)
    assert again == document
    assert again.to_json() == document.to_json()
    assert to_record(again) == record


def test_the_text_is_not_in_the_record() -> None:
    assert "text" not in json.loads(to_record(report_of("只有正文")))


@pytest.mark.parametrize("record", ["", "{", "[]", "{}", '{"file":"a","kind":"other","name":"a","head":{"start":0}}'])
def test_what_is_no_record_is_refused(record: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_record(record, "正文")
