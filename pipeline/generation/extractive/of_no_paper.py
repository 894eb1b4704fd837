"""A question about a place or a body of which no paper is held: another body's paper does not answer in its stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import around
from pipeline.generation.extractive.several.pointing_back import points_back
from pipeline.generation.understanding.bodies_named import Named, is_of, named_in, told_by
from pipeline.generation.understanding.body_of_a_meeting import body_lacking
from pipeline.generation.understanding.meeting_kinds import forms_of, kind_lacking, kinds_asked
from pipeline.generation.understanding.naming import DOCUMENT_NUMBER
from pipeline.simplified import simplified, written_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue


BESIDE = 4
"""Characters at most between a body and the number of its paper: 甲高速指挥部17号纪要."""


@dataclass(frozen=True, slots=True)
class NotHeld:
    """What a question names and no paper is of, how a text says it that speaks of it, and whether any does.

    `meeting` is what the meeting is called that the question asks of: one of it must be spoken of as well.
    """

    wordings: tuple[str, ...]
    told: tuple[str, ...]
    mentioned: bool
    meeting: tuple[str, ...] = ()


def not_held(question: Question, catalogue: Catalogue) -> NotHeld | None:
    """Return the places and bodies that a question names, where there is no paper of any of them; else `None`.

    So is the meeting of a body that has papers, but none of such a meeting: 县水务集团董事会 beside 县政府常务会.
    """
    scope = question.scope
    if not scope.every or ("number" in scope.filters and DOCUMENT_NUMBER.search(question.text)):
        return None
    named = _named(question)
    if not named or any(is_of(one, entry) for one in named for entry in scope.every):
        return None if scope.missing else _meeting_not_held(question)
    told = tuple(tell for one in named for tell in told_by(one, scope.every))
    forms = [form for tell in told for form in written_forms(tell)]
    mentioned = catalogue.mentioning(forms) & {entry.document_id for entry in scope.every}
    found = {"meeting", "date", "meeting_name"} & set(scope.filters) and not kind_lacking(question.text, scope.entries)
    kinds = [] if found else kinds_asked(question.text)  # of a meeting that is held, the place is where its matter is
    meeting = tuple(form for kind in kinds for form in forms_of(kind))
    return NotHeld(tuple(one.wording for one in named), told, bool(mentioned), meeting)


def _meeting_not_held(question: Question) -> NotHeld | None:
    """Return the kind of meeting that a question asks of, or the body whose meeting it is, where no paper is of it."""
    text, scope = question.text, question.scope
    lacking = kind_lacking(text, scope.entries)
    if lacking:
        return NotHeld(lacking[:1], lacking, mentioned=True, meeting=lacking)
    found = {"body", "meeting", "number"} & set(scope.filters)  # 第50次会某局谁列席 is of a meeting that is held
    body = None if found else body_lacking(text, scope.every)
    if body is None:
        return None
    meeting = tuple(form for kind in kinds_asked(text) for form in forms_of(kind)) or (f"{body}会",)
    return NotHeld((body,), (body,), mentioned=True, meeting=meeting)


def _named(question: Question) -> tuple[Named, ...]:
    """Return the places and bodies that a question names and that may be what it is about.

    Where a body told which papers are meant, what else is named is of their matters; but 岚江水务 is not told by 岚江.
    """
    named, body = named_in(question.text), question.scope.filters.get("body")
    if "number" in question.scope.filters:  # 甲高速17号纪要 may have been found with the number of another body
        ends = {one: question.text.find(one.wording) + len(one.wording) for one in named}
        starts = [start for start, _ in question.scope.mentions]
        named = tuple(one for one in named if any(0 <= start - ends[one] <= BESIDE for start in starts))
    if body is None:
        return named
    openings = str(body).split("、")
    return tuple(one for one in named if all(opening.startswith(one.name) for opening in openings))


def left_not_held(question: Question, earlier: Sequence[Question], catalogue: Catalogue) -> NotHeld | None:
    """Return the same of the question before one that takes from it what it is about: 那由谁承担, 头一笔是多少."""
    own = named_in(question.text) or (question.scope.named and "scope" not in question.inherited)
    if own or not earlier or not (question.inherited or points_back(question)):
        return None
    return not_held(earlier[-1], catalogue) or left_not_held(earlier[-1], earlier[:-1], catalogue)


def speaks_of(draft: Draft, missing: NotHeld, question: Question, catalogue: Catalogue) -> bool:
    """Tell whether a draft is refused, or stands beside the name of what the question names, its meeting included.

    Anywhere in a paper of which no body is on record: what it speaks of may be its own. Where a meeting is not held,
    that is a better reason to refuse than that nothing was found.
    """
    if draft.refused:
        return not missing.meeting
    bare = {entry.document_id for entry in question.scope.every if entry.issuing_body is None}
    for quote in draft.quotes:
        document = catalogue.document(quote.document_id)
        text = simplified(document.text if quote.document_id in bare else around(quote, document))
        of_meeting = not missing.meeting or any(one in text for one in missing.meeting)
        if of_meeting and any(one in text for one in missing.told):
            return True
    return False
