"""Checks a gold set: every quote stands in its document and its item, every answer follows from the quotes."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from eval.decisions import wrong_with
from eval.gold import DIFFICULTIES, SPLITS, STYLES, TYPES, Evidence, ItemPoints, Question
from eval.locate import places_of
from eval.scorers import folded, holds, plain
from eval.sets import GoldSet
from pipeline.errors import RequestError
from pipeline.retrieval.filters import Filters

_QUOTED_TYPES = frozenset({"person", "number", "date", "unit", "lead_unit", "list"})
"""Types whose answer is a wording of the document; a count, a comparison or an attendance is concluded from it."""
Repeatable = TypeVar("Repeatable", bound=Hashable)
_FILTERS = {"from": "from_date", "to": "to_date"}


def filters_of(question: Question) -> Filters | None:
    """Return what a question narrows the library to, or `None`.

    Raises:
        TypeError: a filter that there is not.
        BadFilter: a value that cannot be understood.
    """
    if not question.filters:
        return None
    return Filters(**{_FILTERS.get(name, name): value for name, value in question.filters.items()})


def problems(sets: Sequence[GoldSet], *, with_test: bool = False) -> list[str]:
    """Return everything that is wrong with gold sets, one line each; an empty list means that they hold.

    Of what is held out a line tells the id and the kind of problem alone, unless `with_test` is set.
    """
    found = [f"{identity}：编号重复" for identity in _repeated(_identities(sets))]
    for one in sets:
        twice = set(_repeated(_asked(question) for question in one.questions))
        checked = [
            *((entry.id, entry.split, _of_question(entry, one.texts)) for entry in one.questions),
            *((entry.id, entry.split, iter(["题目重复"])) for entry in one.questions if _asked(entry) in twice),
            *((entry.id, entry.split, _of_points(entry, one.texts)) for entry in one.points),
            *((entry.id, entry.split, wrong_with(entry, one.texts)) for entry in one.decisions),
        ]
        for identity, split, wrong in checked:
            told = with_test or split != "test"
            found += [f"{identity}：{problem if told else problem.partition('：')[0]}" for problem in wrong]
    return found


def _asked(question: Question) -> tuple[str, ...]:
    """Return what is asked, with what was asked before and what the library was narrowed to."""
    return (question.question, *question.history, repr(sorted(question.filters.items())))


def _identities(sets: Sequence[GoldSet]) -> list[str]:
    """Return the ids of all questions, key points and decisions."""
    return [entry.id for one in sets for entries in (one.questions, one.points, one.decisions) for entry in entries]


def _of_question(question: Question, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with one question."""
    legal = (("type", TYPES), ("style", STYLES), ("difficulty", DIFFICULTIES), ("split", SPLITS))
    for field, known in legal:
        if getattr(question, field) not in known:
            yield f"{field} 未知：{getattr(question, field)}"
    for file in question.documents:
        if file not in texts:
            yield f"没有这份文件：{file}"
    if question.refused == bool(question.answers or question.must_include):
        yield "refused 与 answers、must_include 不符"
    if (question.type == "follow_up") != bool(question.history):
        yield "追问题与 history 不符"
    if not question.refused and not question.evidence:
        yield "没有依据"
    for piece in question.evidence:
        yield from _of_evidence(piece, texts)
        if piece.document not in question.documents:
            yield f"依据的文件不在 document 中：{piece.document}"
    yield from _of_filters(question)
    quoted = "".join(piece.quote for piece in question.evidence)
    counted = len(question.evidence) if question.type == "count" else None
    for needed in question.must_include:
        if not follows(needed, quoted, counted=counted):
            yield f"必含字串不见于引文：{needed}"
    to_be_quoted = question.type in _QUOTED_TYPES and question.answers and not question.must_include
    if to_be_quoted and not any(follows(answer, quoted) for answer in question.answers):
        yield f"没有一个答案见于引文：{'、'.join(question.answers)}"


def _of_points(entry: ItemPoints, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the key points of one item."""
    if entry.split not in SPLITS:
        yield f"split 未知：{entry.split}"
    if entry.document not in texts:
        yield f"没有这份文件：{entry.document}"
    for point in entry.points:
        yield from _of_evidence(Evidence(document=entry.document, item=entry.item, quote=point.quote), texts)
        if not point.must_include:
            yield f"要点没有 must_include：{point.point}"
        for needed in point.must_include:
            if not follows(needed, point.quote):
                yield f"必含字串不见于引文：{needed}"


def _of_evidence(piece: Evidence, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with a piece of evidence."""
    text = texts.get(piece.document, "")
    if piece.quote not in text:
        yield f"引文不在文件中：{piece.quote}"
    elif not places_of(piece, text):
        yield f"引文不在议题“{piece.item}”内：{piece.quote}"


def _of_filters(question: Question) -> Iterator[str]:
    """Yield what is wrong with the filters of a question."""
    try:
        filters_of(question)
    except (RequestError, TypeError) as error:
        yield f"filters 有误：{error}"


def follows(needed: str, quoted: str, *, counted: int | None = None) -> bool:
    """Tell whether a string follows from quotes: it stands there, numbers in any form, or it is their count.

    >>> follows("2.9万件", "共2.9 万件"), follows("6月30日", "六月三十日"), follows("3项", "甲乙丙", counted=3)
    (True, True, True)
    """
    if holds(plain(quoted), plain(needed)) or holds(folded(quoted), folded(needed)):
        return True
    number = re.match(r"\d+", folded(needed))
    return counted is not None and number is not None and int(number[0]) == counted


def _repeated(entries: Iterable[Repeatable]) -> list[Repeatable]:
    """Return what occurs more than once, each once."""
    seen: dict[Repeatable, int] = {}
    for entry in entries:
        seen[entry] = seen.get(entry, 0) + 1
    return [entry for entry, times in seen.items() if times > 1]
