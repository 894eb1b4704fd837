"""The one sentence of the clear item that fills the slot, where nothing was told, or what was told does not fill it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.naming_people import OF_REPORTS, REPORTER, names_another
from pipeline.generation.extractive.reading.saying import said_of
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.second_look.told_better import FORMER, weigh
from pipeline.generation.extractive.slots.gate import or_refused
from pipeline.generation.extractive.target import topic_terms
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.extractive.reading.kinds import Kind
    from pipeline.generation.extractive.reading.traits import Asked
    from pipeline.generation.extractive.second_look.told_better import Weighed
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue

SLOTS: tuple[Kind, ...] = ("day", "span", "unit", "person", "list")
"""Kinds that a sentence holds or does not; a figure of something else stands in most sentences."""
SURE = 0.75
"""How likely a sentence must be to the reader, once it is known in which item to read."""
APART = 5.0
"""So many times as likely as any other of the item that can answer."""
LEAST = 0.01
HEARD = compiled(r"听取[^。;，,]{0,60}?(?:汇报|说明|介绍|通报|报告)")
"""Says who reported, and gives nobody anything to do."""


def found_after_all(question: Question, draft: Draft, refused: Draft, catalogue: Catalogue, find: Find) -> Draft:
    """Return a refusal, or the sentence of the item in which it is clear to look, where one stands out.

    Args:
        question: the question as understood.
        draft: what was told before the refusal, which may be that itself.
        refused: the refusal.
        catalogue: where the documents are.
        find: searches the library.
    """
    if question.claim or refused.reason not in ("no_evidence", "not_stated"):
        return refused
    if kind_asked(question.text).kind not in SLOTS:
        return refused
    place = rests_on(refused.quotes, catalogue) or _first_hit(question, catalogue, find)
    if place is None:
        return refused
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: a record answer goes without

    source, item = place
    weighed = [each for each in weigh(question, source, item, candidates_in(question, source, item)) if each.one.can]
    best = _standing_out(weighed) or _the_one_person(question, weighed)
    taken = [quote.span for quote in draft.quotes if not draft.refused]
    if best is None or any(best.one.span.overlaps(span) for span in taken):
        return refused
    line = said_of(question, topic_terms(question), best.one)
    told = replace(refused, route="passages", sentences=(line,), preface="", refused=False, reason=None, nearest=())
    again = or_refused(question, told, catalogue)
    return refused if again.refused else told


def _standing_out(weighed: Sequence[Weighed]) -> Weighed | None:
    """Return the sentence that is likely by itself and far likelier than the others that can answer."""
    ranked = sorted(weighed, key=lambda each: -each.one.likely)
    best = next((each for each in ranked if each.fills), None)
    if best is None or best.one.likely < SURE:
        return None
    other = max((each.one.likely for each in ranked if each is not best), default=0.0)
    return best if best.one.likely >= APART * max(other, LEAST) else None


def _the_one_person(question: Question, weighed: Sequence[Weighed]) -> Weighed | None:
    """Return the only sentence of an item that can answer who, and names a person whom the question does not."""
    if kind_asked(question.text).kind != "person" or FORMER.search(fold(question.text)):
        return None
    from pipeline.generation.extractive.reading.candidates import asked_of  # numpy: a record answer goes without

    named = [each for each in weighed if _names_another(asked_of(question), each.one)]
    return named[0] if len(named) == 1 else None


def _names_another(asked: Asked, one: Candidate) -> bool:
    """Tell whether a sentence names a person beside those of a question, and beside who reported."""
    told = fold(one.text)
    if not OF_REPORTS.search(asked.folded):
        told = HEARD.sub("，", REPORTER.sub("", told))
    known = (name for name in known_names(one.source) if is_name(name) and name not in asked.folded)
    return any(name in told for name in known) or names_another(asked, told)


def _first_hit(question: Question, catalogue: Catalogue, find: Find) -> tuple[Source, Item] | None:
    """Return the item that a search for the question finds first within its scope."""
    allowed = {entry.document_id for entry in question.scope.entries}
    first = next((hit for hit in find(question.text, 12) if hit.document_id in allowed), None)
    if first is None:
        return None
    entry, document = next(iter(catalogue.documents_named([first.document_id])))
    item = document.item_at(first.start)
    return (Source(entry, document), item) if item is not None else None
