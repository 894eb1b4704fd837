"""Answers from passages: the sentence, or the clauses of it, that say what is asked; nothing where none says enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.evidence import CLAUSE_END, Source, Terms, clauses_around, plain, sentences
from pipeline.generation.record import quote
from pipeline.minutes import Span

if TYPE_CHECKING:
    from pipeline.generation.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.search import Hit

SENTENCE_FITS = 0.5
"""Share of the topic that a sentence must hold, its item's title and stamp counted in part, to be shown as an answer."""
CLAUSE_FITS = 0.62
"""The same for the clauses shown where a figure is asked: a figure beside other words is another figure."""
SHOWN = 120
FIGURE = re.compile(r"[0-9０-９][0-9０-９,.，]*|[一二三四五六七八九十百千万亿两]+(?=[个项家人次条名位倍成年月日])")
WHEN = re.compile(r"[0-9一二三四五六七八九十]+[年月日]|[年月]底|[上中下]旬|季度|每(?:年|月|周|半年|季)|尽快|近期|目前")
KIND_OF_ANSWER = {"number": FIGURE, "date": WHEN}


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that may answer, and how much of the topic it holds."""

    source: Source
    item: Item | None
    span: Span
    score: float


def best_sentences(question: Question, sources: Sequence[Source], hits: Sequence[Hit], terms: Terms) -> list[Found]:
    """Return the sentences of the hits that hold enough of the topic, best first."""
    by_id = {source.document_id: source for source in sources}
    candidates: list[Found] = []
    for rank, hit in enumerate(hits):
        source = by_id.get(hit.document_id)
        if source is None:
            continue
        for place in sentences(source.document, Span(hit.start, hit.end)):
            found = _weigh(question, source, place, terms)
            if found:
                candidates.append(Found(source, found.item, place, found.score - 0.004 * rank))
    return sorted(candidates, key=lambda found: -found.score)


def answer(question: Question, found: Sequence[Found], terms: Terms) -> list[Sentence]:
    """Return the best sentence, cut to the clauses that answer; a second one only from another document that fits alike."""
    if not found:
        return []
    best = found[0]
    chosen = [best]
    others = (one for one in found if one.source.document_id != best.source.document_id)
    chosen += [one for one in others if one.score >= best.score - 0.03][:1]
    result: list[Sentence] = []
    for one in chosen:
        place = _cut(question, one, terms)
        text = plain(one.source.document.quote(place))
        lead = f"{one.source.stamp}：" if len(chosen) > 1 else ""
        result.append(Sentence(lead + text, (quote(one.source, place),)))
    return result


def _weigh(question: Question, source: Source, place: Span, terms: Terms) -> Found | None:
    """Return a sentence with its weight, or `None` where it cannot answer."""
    document = source.document
    text = document.quote(place)
    item = document.item_at(place.start)
    if item and place.start < (item.spans["title"].end if "title" in item.spans else item.start):
        return None  # a heading names the matter and says nothing about it
    context = f"{item.title if item else ''} {source.meeting} {source.entry.date or ''} {source.entry.issuing_body or ''}"
    kind = KIND_OF_ANSWER.get(question.asked)
    if kind and not kind.search(text):
        return None
    if terms.missing_figures(f"{text} {context}"):
        return None
    score = terms.coverage(text, context=context)
    return Found(source, item, place, score) if score >= SENTENCE_FITS else None


def _cut(question: Question, found: Found, terms: Terms) -> Span:
    """Return the clauses of a long sentence that hold the topic and, where a figure is asked, the figure."""
    document, whole = found.source.document, found.span
    if whole.end - whole.start <= 60 and question.asked != "number":
        return whole
    clauses = list(_clauses(document.text, whole))
    if len(clauses) < 2:
        return whole
    kind = KIND_OF_ANSWER.get(question.asked)
    ranked = sorted(
        ((_clause_score(document.text, window, terms, kind), window) for window in _windows(clauses)),
        key=lambda pair: (-pair[0], pair[1].end - pair[1].start),
    )
    core = ranked[0][1]
    if question.asked == "number":
        return core
    return clauses_around(document, whole, core, limit=SHOWN)


def _windows(clauses: Sequence[Span]) -> Iterable[Span]:
    """Yield every run of one to three clauses."""
    for first in range(len(clauses)):
        for last in range(first, min(first + 3, len(clauses))):
            yield Span(clauses[first].start, clauses[last].end)


def _clause_score(text: str, window: Span, terms: Terms, kind: re.Pattern[str] | None) -> float:
    wording = text[window.start : window.end]
    score = terms.coverage(wording)
    if kind:
        score += 0.3 if kind.search(wording) else 0.0
    return score - 0.0015 * (window.end - window.start)


def _clauses(text: str, whole: Span) -> Iterable[Span]:
    start = whole.start
    for match in CLAUSE_END.finditer(text, whole.start, whole.end):
        if text[match.start()] in ",，" and text[match.start() - 1 : match.start()].isdigit() and text[match.end() : match.end() + 3].isdigit():
            continue  # 1,208: a comma inside a figure
        yield Span(start, match.end())
        start = match.end()
    if start < whole.end:
        yield Span(start, whole.end)
