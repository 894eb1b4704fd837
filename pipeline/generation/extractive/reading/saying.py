"""A sentence that answers as it is told: a long one cut to the clauses that answer, a list with what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import Terms, terms_of
from pipeline.generation.extractive.series import in_full
from pipeline.generation.extractive.stretches import to_its_consent, with_what_follows

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question

ANNOUNCED = 240
"""Characters of a list that is shown with the words that announce it."""
WHOLE = 100
"""A sentence up to this long is shown whole."""


def said_of(question: Question, terms: Terms, one: Candidate) -> Sentence:
    """Return a candidate as a sentence, a long one cut to the clauses that answer."""
    place = passages.without_label(one.source, one.span)
    if place.end - place.start > WHOLE:
        core = terms if terms.weights else terms_of((question.text,))
        place = passages.cut(question, passages.Found(one.source, one.item, place, one.likely), core)
    if one.item is not None:
        place = to_its_consent(one.source.document, place)
        place = with_what_follows(one.source.document, place, within=one.item.span, limit=ANNOUNCED)
    told = passages.said(one.source, in_full(question.text, one.source.document, place))
    if one.labels is None or any(one.labels.end <= quote.end for quote in told.quotes):
        return told
    beside = passages.said(one.source, one.labels)
    return Sentence(f"{told.text}{beside.text}", (*told.quotes, *beside.quotes))
