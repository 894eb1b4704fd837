"""Proves one sentence: its quotes are cited, and what they do not say is a problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.checking.check import check_sources, sources_of
from pipeline.generation.checking.source import Problem
from pipeline.generation.cite import Citation, Shelf, Statement, cite
from pipeline.generation.draft import Sentence
from pipeline.generation.numbered import narrowed

if TYPE_CHECKING:
    from pipeline.generation.numbered import Passage

WITHHELD = "（与材料无关的一句话，未显示）"
"""Stands for a sentence that has no business in an answer: what an injected instruction made the model say."""
_FOREIGN = frozenset(("foreign", "link", "markup"))


def checked(statement: Statement, sentence: Sentence, citations: Sequence[Citation]) -> Statement:
    """Return a statement with what the check found.

    Args:
        statement: the statement as it was cited.
        sentence: the sentence of the draft that it came from.
        citations: those that the statement's indexes number.
    """
    own = [citations[index] for index in statement.citations]
    counted = sentence.counted if sentence.counted == len(own) else None  # as many quotes prove the number
    problems = check_sources(statement.text, sources_of(own), counted=counted, absent=sentence.absent)
    return replace(statement, check="flagged" if problems else "verified", problems=tuple(problems))


def problems_of(sentence: Sentence, catalogue: Shelf) -> tuple[Problem, ...]:
    """Return what the check finds in a sentence by itself.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    (statement,), citations = cite([sentence], catalogue)
    return checked(statement, sentence, citations).problems


def sourced(text: str, passages: Sequence[Passage], catalogue: Shelf) -> Sentence:
    """Return a sentence with the quotes that prove it best: a few sentences of its passages, else these whole."""
    few = Sentence(text, tuple(quote for passage in passages for quote in narrowed(text, passage)))
    whole = Sentence(text, tuple(passage.place for passage in passages))
    return min((few, whole), key=lambda sentence: len(problems_of(sentence, catalogue)))


def withheld(statement: Statement) -> Statement:
    """Return a flagged statement as it may be listed: wording that no source can have meant is not repeated."""
    if not any(problem.kind in _FOREIGN for problem in statement.problems):
        return statement
    return replace(statement, text=WITHHELD, problems=(Problem("foreign", "", "与材料无关"),))
