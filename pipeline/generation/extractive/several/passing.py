"""A body that a question names in passing: where its own documents do not tell, others that speak of it may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import around, terms_of

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.question import Question
    from pipeline.retrieval.catalogue import Catalogue

MATTER = 0.5
"""How much of what is asked, the name aside, the item of an answer must speak of."""


def in_passing(question: Question) -> Question | None:
    """Return a question over all documents where nothing but the name of a body narrowed it, else `None`."""
    scope = question.scope
    if set(scope.filters) != {"body"} or scope.missing is not None or len(scope.every) <= len(scope.entries):
        return None
    own = {entry.document_id for entry in scope.entries}
    others = tuple(entry for entry in scope.every if entry.document_id not in own)
    return replace(question, scope=replace(scope, entries=others, filters={}))


def told_elsewhere(draft: Draft, question: Question, catalogue: Catalogue) -> Draft | None:
    """Return an answer from other documents, which says so, where all of it stands beside the name of the body.

    What is asked must be what it speaks of: 「某县夜市去哪里考察」 is not told by a line that names the county.
    """
    named = str(question.scope.filters.get("body", "")).split("、")
    if draft.refused or not draft.sentences:
        return None
    asked = terms_of((*question.titles, *question.topic))
    for name in named:
        asked = asked.without(name)
    for sentence in draft.sentences:
        beside = [around(quote, catalogue.document(quote.document_id)) for quote in sentence.quotes]
        if not any(name in text for text in beside for name in named):
            return None
        if max(asked.coverage(text) for text in beside) < MATTER:
            return None
    told = f"{'、'.join(named)}的文件没有载明，以下出自提到它的其他文件。"
    return replace(draft, preface=told + draft.preface)
