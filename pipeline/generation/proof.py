"""Proves one sentence: its quotes are cited, and what they do not say is a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.checking.cells import told_by_cells
from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.cite import Citation, Shelf, Statement, cite
from pipeline.generation.draft import Sentence
from pipeline.generation.model.numbered import narrowed

if TYPE_CHECKING:
    from pipeline.generation.model.numbered import Passage

WITHHELD = "（与材料无关的一句话，未显示）"
"""Stands for a sentence that has no business in an answer: what an injected instruction made the model say."""
_FOREIGN = frozenset(("foreign", "link", "markup"))
_OF_A_COUNT = frozenset(("wording", "verdict", "modifier", "part", "unit", "date"))
"""What a count settles: 载明票数的共3项 is in no text; the three places are, and their number is checked."""
_OF_AN_ABSENCE = frozenset(("part",))
"""What an absence settles: the list that does not hold the name is quoted whole."""
_OF_THE_TEXT = frozenset(("part", "unit", "number"))
"""What is settled where whole sentences of the text stand: who does what, and how many. A verdict, a negation or a
hedge is not: the line that opens a list may turn its sentences down."""
_LEAST = 8
"""Characters of a sentence that is the text's own: fewer are a piece of another."""
_BOUNDARY = "。；！？：:;!?\n"


def checked(statement: Statement, sentence: Sentence, citations: Sequence[Citation]) -> Statement:
    """Return a statement with what the check found.

    Args:
        statement: the statement as it was cited.
        sentence: the sentence of the draft that it came from.
        citations: those that the statement's indexes number.
    """
    own = [citations[index] for index in statement.citations]
    counted = sentence.counted if sentence.counted == len(own) else None  # as many quotes prove the number
    sources = sources_of(own)
    problems = check_sources(statement.text, sources, counted=counted, absent=sentence.absent)
    settled = _OF_A_COUNT if counted is not None else _OF_AN_ABSENCE if sentence.absent else frozenset()
    if problems and word_for_word(statement.text, own):
        settled |= _OF_THE_TEXT
    problems = [problem for problem in problems if problem.kind not in settled]
    if problems and told_by_cells(statement.text, [citation.quote for citation in own]):
        problems = []
    if sentence.by_model:
        from pipeline.generation.checking.reread.second import second_reading  # numpy: an answer of ours goes without

        problems = second_reading(statement.text, sources, problems)
    return replace(statement, check="flagged" if problems else "verified", problems=tuple(problems))


def word_for_word(text: str, citations: Sequence[Citation]) -> bool:
    """Tell whether a text is whole sentences of its only item, behind no more than that item's title or its stamp.

    No reading of who does what can be truer than the text's own sentence.
    """
    if len({(one.document_id, one.item_title) for one in citations}) != 1:
        return False
    one = citations[0]
    stamp = [_bare(part) for part in (one.item_title, one.document_number, one.meeting, one.date, one.body) if part]
    *before, said = [_bare(piece) for piece in _split(text, [_bare(each.quote) for each in citations])]
    return bool(said) and not any(_beyond(piece, stamp) for piece in before)


def _beyond(piece: str, stamp: Sequence[str]) -> str:
    """Return what a piece says beyond a stamp."""
    for part in sorted(stamp, key=len, reverse=True):
        piece = piece.replace(part, "")
    return piece


def _split(text: str, quotes: Sequence[str]) -> list[str]:
    """Return a text cut at its colons up to where it is a quote word for word; the last is empty if nowhere."""
    pieces = text.split("：")
    for place in range(min(len(pieces), 4)):
        said = _bare("：".join(pieces[place:])).rstrip("。；;")  # an entry of a list may end as a sentence
        if len(said) >= _LEAST and any(_is_whole(said, quote) for quote in quotes):
            return [*pieces[:place], said]
    return [text, ""]


def _is_whole(said: str, quote: str) -> bool:
    """Tell whether a quote holds a text from one end of a sentence to another."""
    start = quote.find(said)
    if start < 0:
        return False
    end = start + len(said)
    closed = end == len(quote) or bool({said[-1], quote[end]} & {*_BOUNDARY})
    return closed and (start == 0 or quote[start - 1] in _BOUNDARY)


def _bare(text: str) -> str:
    return re.sub(r"[\s（）()]", "", text)


def problems_of(sentence: Sentence, catalogue: Shelf) -> tuple[Problem, ...]:
    """Return what the check finds in a sentence by itself.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    (statement,), citations = cite([sentence], catalogue)
    return checked(statement, sentence, citations).problems


def sourced(text: str, passages: Sequence[Passage], catalogue: Shelf) -> Sentence:
    """Return a model's sentence with the quotes that prove it best: a few sentences of its passages, else all."""
    few = Sentence(text, tuple(quote for passage in passages for quote in narrowed(text, passage)), by_model=True)
    whole = Sentence(text, tuple(passage.place for passage in passages), by_model=True)
    return min((few, whole), key=lambda sentence: len(problems_of(sentence, catalogue)))


def withheld(statement: Statement) -> Statement:
    """Return a flagged statement as it may be listed: wording that no source can have meant is not repeated."""
    if not any(problem.kind in _FOREIGN for problem in statement.problems):
        return statement
    return replace(statement, text=WITHHELD, problems=(Problem("foreign", "", "与材料无关"),))
