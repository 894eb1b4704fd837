"""Answers from the passages that a search finds, where the record does not hold the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import Source

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft


def by_passage(composing: Composing) -> Draft | None:
    """Answer with the best sentence of the best passages."""
    if not composing.terms.weights:
        return None
    hits = composing.hits()
    ids = {source.document_id for source in composing.sources}
    extra = [hit.document_id for hit in hits if hit.document_id not in ids]
    allowed = {entry.document_id: entry for entry in composing.question.scope.entries}
    for document_id in dict.fromkeys(extra):
        if document_id in allowed:
            composing.sources.append(Source(allowed[document_id], composing.catalogue.document(document_id)))
    found = passages.best_sentences(composing.question, composing.sources, hits, composing.terms)
    sentences = passages.answer(composing.question, found, composing.terms)
    preface = "原文载明：" if composing.question.claim else ""
    return composing.draft("passages", sentences, preface=preface) if sentences else None
