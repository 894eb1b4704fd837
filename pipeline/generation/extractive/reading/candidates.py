"""The sentences of what a search found, each weighed as an answer; those that cannot answer are struck out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.documents.text.spacing import closed_up
from pipeline.generation.extractive.reading.doubts import doubted
from pipeline.generation.extractive.reading.kinds import Kind
from pipeline.generation.extractive.reading.labelled import labelled
from pipeline.generation.extractive.reading.pairing import Place
from pipeline.generation.extractive.reading.reader import load_reader
from pipeline.generation.extractive.reading.traits import Asked, Passage, read_question, traits
from pipeline.generation.extractive.stretches import sentences
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.search import Hit

PASSAGES = 6
SHORTEST = 4
TOLD_BY_LABELS: tuple[Kind, ...] = ("day", "span", "unit", "person")
WHOSE = compiled(r"归|牵头|挑头|领头|负责|主办|承办|落实|责任|谁(?:来)?(?:管|办|干|盯|弄)")
"""Asks whose duty something is: the labels tell that, whoever else the sentence names."""
SEVERAL_WHO = compiled(
    r"哪[一-鿿]{0,2}?[个位名家些](?:人|单位|部门|领导|同志|干部|负责人|公司|科室|处室|责任)|谁|(?:责任|牵头|配合|承办|主办|协办)(?:单位|部门|处室|科室|人)"
)
"""Asks for several who have something to do: 让哪两个人去谈, 列出责任单位."""
LIMIT = compiled(r"(?:时限|时间|期限|日期)[:：]")
LEAST = 0.02
"""A sentence less likely than this never answers, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: where it stands, and how likely it is to be what was asked (0 to 1).

    `can` is false for one that lacks the kind of thing asked for, or speaks of another figure or phase: it never
    answers, but tells which item the question is about. `labels` are those behind it, where they tell what it lacks:
    责任单位：财务科；完成时限：9月底前.
    """

    source: Source
    item: Item | None
    span: Span
    text: str
    likely: float
    can: bool = True
    labels: Span | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document that is read without a search."""

    document_id: str
    start: int
    end: int
    score: float = 1.0


def passages_of(sources: Mapping[str, Source], hits: Sequence[Hit | Stretch]) -> tuple[list[Passage], list[Place]]:
    """Return the whole items (or other parts) that hits stand in, each once, and their sentences in the same order.

    Args:
        sources: the documents in scope by id; hits of others are left out.
        hits: what a search found, best first.
    """
    places: list[Place] = []
    passages: list[Passage] = []
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        source = sources.get(hit.document_id)
        if source is None or len(passages) == PASSAGES:
            continue
        item = source.document.item_at(hit.start)
        span = item.span if item else Span(hit.start, hit.end)
        if (hit.document_id, span.start) in seen:
            continue
        seen.add((hit.document_id, span.start))
        found = [
            Place(source, item, place, closed_up(source.document.quote(place)), None if item else span)
            for place in sentences(source.document, span)
            if place.end - place.start >= SHORTEST
        ]
        entry = source.entry
        stamp = f"{source.meeting} {entry.name} {entry.issuing_body or ''} {entry.document_number or ''} {entry.file}"
        title = (item.title if item else "") or ""
        passages.append(Passage(tuple(one.text for one in found), title, stamp, len(passages), hit.score))
        places += found
    return passages, places


def asked_of(question: Question, text: str | None = None) -> Asked:
    """Return a question as the reader sees it; `text` is it in other words, where it takes up an earlier one."""
    return read_question(text or question.text, without=() if text else question.scope.mentions)


def candidates(
    question: Question,
    sources: Mapping[str, Source],
    hits: Sequence[Hit],
    *,
    text: str | None = None,
    alone: bool = True,
) -> list[Candidate]:
    """Return the sentences of the hits, the likeliest to answer first.

    Args:
        question: the question as understood.
        sources: the documents in scope by id; hits of others are left out.
        hits: what a search found, best first.
        text: the question in other words than its own, where it takes something up from an earlier one.
        alone: a sentence must hold every figure of the question; false where it asks about several meetings at once.
    """
    passages, places = passages_of(sources, hits)
    return _weighed(asked_of(question, text), question, passages, places, alone=alone)


def candidates_in(question: Question, source: Source, item: Item) -> list[Candidate]:
    """Return the sentences of one item, the likeliest to answer first."""
    hit = Stretch(source.document_id, item.start, item.end)
    passages, places = passages_of({source.document_id: source}, [hit])
    return _weighed(asked_of(question), question, passages, places, alone=True, known=True)


def _weighed(
    asked: Asked,
    question: Question,
    passages: Sequence[Passage],
    places: Sequence[Place],
    *,
    alone: bool,
    known: bool = False,
) -> list[Candidate]:
    """Return sentences weighed as answers, the likeliest first."""
    if not places or not asked.concepts:
        return []
    labels = [_labels(asked, place) for place in places]
    whole = [
        f"{place.text}{closed_up(place.source.document.quote(behind))}" if behind else place.text
        for place, behind in zip(places, labels, strict=True)
    ]
    chances = load_reader().likely(traits(asked, _with_labels(passages, whole) if any(labels) else passages)).tolist()
    found = []
    for place, behind, text, likely in zip(places, labels, whole, chances, strict=True):
        can = likely >= LEAST and not doubted(asked, question, place, likely=likely, alone=alone, known=known)
        told = behind if behind and likely >= LEAST and (not can or _tells_better(asked, text)) else None
        if told is not None and not can:
            can = not doubted(asked, question, replace(place, text=text), likely=likely, alone=alone, known=known)
        found.append(Candidate(place.source, place.item, place.span, place.text, likely, can, told if can else None))
    return sorted(found, key=lambda one: -one.likely)


def _labels(asked: Asked, place: Place) -> Span | None:
    """Return the labels behind a sentence, where a question asks for what labels tell."""
    who = asked.kind.kind in ("list", "text") and SEVERAL_WHO.search(asked.folded)
    if place.item is None or not (who or asked.kind.kind in TOLD_BY_LABELS):
        return None
    return labelled(place.source.document, place.span, within=place.item.span)


def _tells_better(asked: Asked, text: str) -> bool:
    """Tell whether the labels behind a sentence tell what is asked better than whatever it holds of the kind itself."""
    return bool(WHOSE.search(asked.folded) or (asked.kind.kind in ("day", "span") and LIMIT.search(text)))


def _with_labels(passages: Sequence[Passage], whole: Sequence[str]) -> list[Passage]:
    """Return the passages with other texts for their sentences, in the same order."""
    texts = iter(whole)
    return [replace(passage, sentences=tuple(next(texts) for _ in passage.sentences)) for passage in passages]
