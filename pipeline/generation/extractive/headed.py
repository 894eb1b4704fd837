"""Minutes counted by an issue that no record holds: the heads of the texts tell which are meant, or that none is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.understanding.asking import ORDINAL
from pipeline.generation.understanding.written_dates import number_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Document
    from pipeline.retrieval.catalogue import Catalogue

MOST = 24
"""So many documents are opened at most to look at their heads."""
HEAD = 300
"""Characters at most in which the issue stands, before the first item."""
ISSUE = compiled(rf"第\s*(?P<number>{ORDINAL})\s*期(?![会的])")
"""2025年第9期 beneath a title; 第7期会议 is another meeting that a text speaks of."""


def by_head(question: Question, catalogue: Catalogue) -> Question:
    """Return a question narrowed to the minutes whose head shows the issue that it names.

    Where every head shows another issue, the meeting is one that the library does not hold.
    """
    scope = question.scope
    if scope.issue is None or scope.missing is not None or len(scope.entries) > MOST:
        return question
    ids = [entry.document_id for entry in scope.entries]
    shown = {entry.document_id: shown_issues(document) for entry, document in catalogue.documents_named(ids)}
    fits = tuple(entry for entry in scope.entries if scope.issue in shown[entry.document_id])
    if fits:
        filters = {**scope.filters, "meeting": str(scope.issue)}
        return replace(question, scope=replace(scope, entries=fits, filters=filters))
    if shown and all(shown.values()):
        return replace(question, scope=replace(scope, missing=f"第{scope.issue}期"))
    return question


def shown_issues(document: Document) -> set[int | None]:
    """Return the issues that stand in the head of a document."""
    first = min((item.start for item in document.items), default=HEAD)
    return {number_of(match["number"]) for match in ISSUE.finditer(document.text, 0, min(first, HEAD))}
