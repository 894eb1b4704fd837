"""A question about a place or a body of which no paper is held: another body's paper does not answer in its stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.bodies_named import is_of, named_in, told_by
from pipeline.generation.extractive.evidence import around
from pipeline.generation.extractive.several.pointing_back import points_back
from pipeline.simplified import simplified, written_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.question import Question
    from pipeline.retrieval.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class NotHeld:
    """What a question names and no paper is of, how a text says it that speaks of it, and whether any does."""

    wordings: tuple[str, ...]
    told: tuple[str, ...]
    mentioned: bool


def not_held(question: Question, catalogue: Catalogue) -> NotHeld | None:
    """Return the places and bodies that a question names, where there is no paper of any of them; else `None`.

    Where a body or the number of a paper told which papers are meant, what else is named is of their matters.
    """
    scope = question.scope
    if {"body", "number"} & set(scope.filters):
        return None
    named = named_in(question.text)
    if not named or not scope.every or any(is_of(one, entry) for one in named for entry in scope.every):
        return None
    told = tuple(tell for one in named for tell in told_by(one, scope.every))
    forms = [form for tell in told for form in written_forms(tell)]
    mentioned = catalogue.mentioning(forms) & {entry.document_id for entry in scope.every}
    return NotHeld(tuple(one.wording for one in named), told, bool(mentioned))


def left_not_held(question: Question, earlier: Sequence[Question], catalogue: Catalogue) -> NotHeld | None:
    """Return the same of the question before one that takes from it what it is about: 那由谁承担, 头一笔是多少."""
    own = named_in(question.text) or (question.scope.named and "scope" not in question.inherited)
    if own or not earlier or not (question.inherited or points_back(question)):
        return None
    return not_held(earlier[-1], catalogue) or left_not_held(earlier[-1], earlier[:-1], catalogue)


def speaks_of(draft: Draft, missing: NotHeld, question: Question, catalogue: Catalogue) -> bool:
    """Tell whether a draft is refused, or stands beside the name of what the question names.

    Anywhere in a paper of which no body is on record: what it speaks of may be its own.
    """
    bare = {entry.document_id for entry in question.scope.every if entry.issuing_body is None}
    beside = []
    for quote in draft.quotes:
        document = catalogue.document(quote.document_id)
        beside.append(document.text if quote.document_id in bare else around(quote, document))
    return draft.refused or any(one in simplified(text) for text in beside for one in missing.told)
