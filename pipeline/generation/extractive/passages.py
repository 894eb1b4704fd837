"""Answers from passages: the sentence, or the clauses of it, that say what is asked; nothing where none says enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import Source, Terms, plain
from pipeline.generation.extractive.fitting import Fitting, answers, fits, holds_heart
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.series import in_full
from pipeline.generation.extractive.stretches import CLAUSE_END, clauses_around, sentences
from pipeline.generation.understanding.asking import UNIT_NAME_ASKED
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.search import Hit

SENTENCE_FITS = 0.52
"""Share of the topic that a sentence must hold, its item's title and stamp counted in part, to be an answer."""
SHOWN = 120
RANK_COST = 0.004
LABEL = compiled(
    r"\s*(?:[①-⑳]|[（(]?(?:[0-9一二三四五六七八九十百]{1,4}|[A-Za-z])[)）]|[0-9]{1,2}(?:[.．][0-9]{1,2}){1,2}[ 　]"
    r"|[0-9]{1,3}(?:[.．](?![0-9])|、)|[一二三四五六七八九十]{1,3}、)\s*"
)
_OPENING = compiled(
    r"(?:会议)?(?:议定|决定|明确|要求|强调|指出|认为)(?:如下|以下事项)?[：:]\s*"
    r"(?=[（(]?[1一①][)）、.．]?(?![0-9一二三四五六七八九十]))"
)
"""会议议定：（1）: what opens a list says nothing of its first entry that it does not say of the others."""
REPORTED = compiled(r"会议?听取了?.{2,80}汇报")
TITLE_SENTENCE = 26
"""A first sentence of a point that is this short is a title (加快推进某项目建设。) and says nothing about it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that may answer, and how much of the topic it holds."""

    source: Source
    item: Item | None
    span: Span
    score: float


def best_sentences(question: Question, sources: Sequence[Source], hits: Sequence[Hit], terms: Terms) -> list[Found]:
    """Return the sentences of the hits that hold enough of the topic and can answer what is asked, best first."""
    by_id = {source.document_id: source for source in sources}
    candidates: list[Found] = []
    for rank, hit in enumerate(hits):
        source = by_id.get(hit.document_id)
        if source is None:
            continue
        for place in sentences(source.document, Span(hit.start, hit.end)):
            found = _weigh(question, source, without_label(source, place), terms)
            if found:
                candidates.append(Found(source, found.item, found.span, found.score - RANK_COST * rank))
    return sorted(candidates, key=lambda found: -found.score)


def answer(question: Question, found: Sequence[Found], terms: Terms) -> list[Sentence]:
    """Return the best sentence, cut to the clauses that answer; one of another document only where it fits alike."""
    if not found:
        return []
    best = found[0]
    chosen = [best]
    others = (one for one in found if one.source.document_id != best.source.document_id)
    chosen += [one for one in others if one.score >= best.score - 0.03][:1]
    result: list[Sentence] = []
    for one in chosen:
        place = cut(question, one, terms)
        lead = f"{one.source.stamp}：" if len(chosen) > 1 else ""
        result.append(said(one.source, in_full(question.text, one.source.document, place), lead=lead))
    return result


def said(source: Source, place: Span, *, lead: str = "") -> Sentence:
    """Return a place of a document as a sentence of an answer, in its own words, with the place as its quote."""
    return Sentence(lead + plain(source.document.quote(place)).rstrip("，,、"), (quote(source, place),))


def told(source: Source, place: Span) -> Sentence:
    """Return a sentence of a document as one of an answer, without its label (1. （一）)."""
    return said(source, without_label(source, place))


def _weigh(question: Question, source: Source, place: Span, terms: Terms) -> Found | None:
    """Return a sentence with its weight, or `None` where it cannot answer."""
    document = source.document
    if place.end <= place.start:
        return None
    text = document.quote(place)
    item = document.item_at(place.start)
    if item and place.start < (item.spans["title"].end if "title" in item.spans else item.start):
        return None  # a heading names the matter and says nothing about it
    if document.attendance and place.start in document.attendance.span:
        return None  # a list of names says only who was there
    head = document.head
    if head and place.start in head and document.items and document.kind != "rectification":
        return None  # the lead names the whole agenda; what was said of it stands further down
    point = next((one for one in item.points if place.start in one.span), None) if item else None
    stamp = (
        f"{source.meeting} {source.entry.issuing_body or ''} {source.entry.document_number or ''} {source.entry.file}"
    )
    context = " ".join(filter(None, (item.title if item else "", point.group if point else "", stamp)))
    around = document.quote(point.span) if point else text
    if not fits(question, terms, Fitting(text=text, context=context, around=around, source=source)):
        return None
    core = terms.core(stamp)
    if not holds_heart(question, core, f"{text} {context}"):
        return None
    score = core.coverage(text, context=context, credit=0.75)
    if score < SENTENCE_FITS:
        return None
    return Found(
        source,
        item,
        place,
        score - _dullness(question, text, opens=point is not None and place.start == point.start),
    )


def _dullness(question: Question, text: str, *, opens: bool) -> float:
    """Return how much a sentence loses for saying little: a reporter, the title of a measure."""
    lost = 0.0
    if REPORTED.search(text) and question.aspect != "presenter":
        lost += 0.2
    if opens and len(text) <= TITLE_SENTENCE:
        lost += 0.12
    return lost


def without_label(source: Source, place: Span) -> Span:
    """Return a sentence without the label (1. （一）) before it, and without what opens the list (会议议定：)."""
    text = source.document.text
    opening = _OPENING.match(text, place.start, place.end)
    match = LABEL.match(text, opening.end() if opening else place.start, place.end)
    return Span(match.end(), place.end) if match else place


def cut(question: Question, found: Found, terms: Terms) -> Span:
    """Return the clauses of a long sentence that hold the topic and, where a figure is asked, the figure."""
    document, whole = found.source.document, found.span
    asks_figure = question.asked == "number" and not question.claim
    if whole.end - whole.start <= 60 and not asks_figure:
        return whole
    clauses = list(_clauses(document.text, whole))
    if len(clauses) < 2:
        return whole
    windows = list(_windows(clauses))
    if asks_figure:  # 单项奖有几个: the clause that names them without a figure is no answer
        windows = [one for one in windows if answers(question, document.quote(one), found.source)] or windows
    ranked = sorted(
        ((_clause_score(question, found.source, window, terms), window) for window in windows),
        key=lambda pair: (-pair[0], pair[1].end - pair[1].start),
    )
    core = ranked[0][1]
    if asks_figure or UNIT_NAME_ASKED.search(question.text):
        return core
    return clauses_around(document, whole, core, limit=SHOWN)


def _windows(clauses: Sequence[Span]) -> Iterable[Span]:
    """Yield every run of one to three clauses."""
    for first in range(len(clauses)):
        for last in range(first, min(first + 3, len(clauses))):
            yield Span(clauses[first].start, clauses[last].end)


def _clause_score(question: Question, source: Source, window: Span, terms: Terms) -> float:
    wording = source.document.quote(window)
    score = terms.coverage(wording)
    if answers(question, wording, source):
        score += 0.3
    return score - 0.0015 * (window.end - window.start)


def _clauses(text: str, whole: Span) -> Iterable[Span]:
    """Yield the clauses of a sentence; the comma of 1,208 ends none."""
    start = whole.start
    for match in CLAUSE_END.finditer(text, whole.start, whole.end):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 3]
        if text[match.start()] == "," and before.isdigit() and len(after) == 3 and after.isdigit():
            continue
        yield Span(start, match.end())
        start = match.end()
    if start < whole.end:
        yield Span(start, whole.end)
