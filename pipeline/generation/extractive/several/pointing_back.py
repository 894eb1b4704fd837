"""A question that opens with a word that points back (那他们当时…) goes on in the item of the answer before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import around
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.reading.plain_asks import names_no_matter
from pipeline.generation.extractive.several.going_on import names_another, read_on, stands_alone, within
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.several.going_on import Focus
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue

BACK = compiled(r"那(?![天年次场份])|这(?![次场份])|它|其|该|他们?|她们?")


def points_back(question: Question) -> bool:
    """Tell whether a question opens as one that goes on: 那他们当时想拿多少."""
    return bool(BACK.match(question.text))


def goes_on_in(question: Question, focus: Focus, catalogue: Catalogue) -> Draft | None:
    """Answer out of an item that tells in words of its own what points back to it, or why; `None` where it does not."""
    kind = kind_asked(question.text).kind
    of_it = kind in STRICT and points_back(question) and not names_another(question, focus)
    return read_on(question, focus, catalogue) if kind == "reason" or of_it else None


def leaves(draft: Draft, question: Question, focus: Focus | None, catalogue: Catalogue) -> bool:
    """Tell whether what points back to an earlier answer (那修桥期间…) was answered out of another matter."""
    if focus is None or draft.route != "passages":
        return False
    here = {(focus.source.document_id, focus.item.start)}
    documents = {one.document_id: catalogue.document(one.document_id) for one in draft.quotes}
    items = [(one.document_id, documents[one.document_id].item_at(one.start)) for one in draft.quotes]
    if {(document, item.start if item else -1) for document, item in items} == here:
        return False
    return not stands_alone(draft, question, catalogue)


def strays(
    draft: Draft, question: Question, focus: Focus | None, earlier: Sequence[Question], catalogue: Catalogue
) -> bool:
    """Tell whether what names no matter of its own (那从哪天起执行呢) was answered out of another than was spoken of.

    Args:
        draft: the answer.
        question: the question.
        focus: the item in which it goes on, if one is known.
        earlier: the earlier questions, oldest first.
        catalogue: where the documents are.
    """
    if draft.refused or not draft.quotes or not names_no_matter(fold(question.text)):
        return False
    if focus is not None:
        return not within(draft, focus)
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
    from pipeline.generation.extractive.reading.misplaced import OF_THE_MATTER

    named = next((one for one in reversed(earlier) if not names_no_matter(fold(one.text))), None)
    if named is None:
        return False
    words = concepts_of(fold(named.text), without=named.scope.mentions)
    documents = {one.document_id: catalogue.document(one.document_id) for one in draft.quotes}
    told = (fold(around(one, documents[one.document_id])) for one in draft.quotes)
    return all(share_held(words, text) < OF_THE_MATTER for text in told)
