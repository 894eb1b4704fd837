"""Minutes that name no body: where a question names a place alone, those that speak of the place are of it as well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.places import PARTY, PLACE
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue, Entry

MOST = 24
"""So many documents are opened at most to look for the place."""
A_PLACE = compiled(r"(?P<name>[一-鿿]{2,3}?)(?:省|市|县|区|州|盟|旗|镇|乡|街道)?")
"""临川, 临川市: the name of a place, and not that of a body."""


def with_papers_of_no_body(question: Question, catalogue: Catalogue) -> Question:
    """Return a question of a place with the minutes as well that name no body, and speak of that place alone.

    市政府六届43次常务会议纪要 without a letterhead is of 临川, where it tells of 临川 and of no other place held.
    """
    scope = question.scope
    if set(scope.filters) != {"body"} or scope.missing is not None or len(scope.entries) == len(scope.every):
        return question
    named = [A_PLACE.fullmatch(name) for name in str(scope.filters["body"]).split("、")]
    places = {match["name"] for match in named if match}
    held = {place for entry in scope.entries for place in _places(entry)}
    chosen = {entry.document_id for entry in scope.entries}
    unknown = [entry for entry in scope.every if entry.document_id not in chosen and _names_no_place(entry)]
    if len(places) != len(named) or not places <= held or not 0 < len(unknown) <= MOST:
        return question
    others = {place for entry in scope.every for place in _places(entry)} - held
    opened = catalogue.documents_named([entry.document_id for entry in unknown])
    texts = {entry.document_id: document.text for entry, document in opened}
    more = {
        key
        for key, text in texts.items()
        if any(name in text for name in places) and not any(place in text for place in others)
    }
    if not more:
        return question
    entries = tuple(entry for entry in scope.every if entry.document_id in chosen | more)
    return replace(question, scope=replace(scope, entries=entries))


def _names_no_place(entry: Entry) -> bool:
    """Tell whether neither the body of a paper is known nor anything else that says of which place it is."""
    return entry.issuing_body is None and not _places(entry)


def _places(entry: Entry) -> set[str]:
    """Return the names of places with which the names of a body and its paper begin: 临川 of 中共临川市委."""
    names = (PARTY.sub("", name) for name in (entry.issuing_body, entry.meeting_name, entry.name, entry.file) if name)
    return {match.group()[:-1] for match in map(PLACE.match, names) if match and len(match.group()) > 2}
