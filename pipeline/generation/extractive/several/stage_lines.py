"""What a meeting says of a matter: its verdicts, what it set anew, or the sentence that answers what is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import Terms
from pipeline.generation.extractive.fitting import kind_asked, tells_kind
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.reasons import gives_reason
from pipeline.generation.extractive.replaced import replacement
from pipeline.generation.extractive.several.stages import NAMED_APART, Stage, matter_words
from pipeline.generation.extractive.several.wordings import VERDICT_ASKED
from pipeline.generation.extractive.stretches import sentences, with_what_follows
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing

ENOUGH = 0.06
"""How likely a sentence of such an item must be to tell what is asked."""
BESIDE, AS_LIKELY = 0.55, 0.8
"""A second sentence is told as well where it is so likely, and nearly as likely as the first."""
SPOKEN_OF = 0.3
"""Share of the matter's words that a sentence must hold where the item's title holds none."""
VERDICTS = 3
"""Verdicts of one item that are told, and points beside them that change what was decided."""
ANEW = compiled(
    r"(?:改|调整|变更|更换|延长|延期|延|推迟|提前|顺延|压减|调减|调增|核减|核增|增加|提高|降低?)(?:为|至|到|成|由)(?!下|第)|不再(?:由|负责|担任|执行)|此前[^，。；]{0,12}(?:作废|不再)"
)
"""What is set anew: 改由某局牵头, 延至11月底."""
SENTENCES = 3
"""Sentences that are told of a matter which is one of several of an item."""
ANNOUNCED = 240


def lines(
    composing: Composing, stage: Stage, asked: Sequence[str], *, beside: tuple[float, float] = (BESIDE, AS_LIKELY)
) -> list[Sentence]:
    """Return what a meeting says of the matter: an answer to each thing asked, each sentence once.

    Args:
        composing: the question on its way.
        stage: the item of the meeting.
        asked: what is asked of it.
        beside: how likely a second sentence must be to be told as well, alone and as a share of the first.
    """
    told = (line for text in asked for _, line in _told(composing, stage, text, beside))
    return list({line.text: line for line in told}.values())


def likeliest(composing: Composing, stage: Stage, asked: Sequence[str]) -> list[Sentence]:
    """Return what a meeting says in answer to one of several wordings, of which another may be meant for another."""
    told = [found for text in asked if (found := _told(composing, stage, text))]
    best = max(told, key=lambda found: found[0][0], default=[])
    return [line for _, line in best]


def told_apart(stage: Stage) -> list[Sentence]:
    """Return the sentences of an item that name a matter which is one of several of it."""
    from pipeline.generation.extractive.reading.concepts import share_held

    document = stage.source.document
    places = [
        place
        for place in sentences(document, stage.item.span)
        if share_held(stage.words, fold(document.quote(place))) >= NAMED_APART
    ]
    return [passages.told(stage.source, place) for place in places[:SENTENCES]]


def _on_what_is_named(stage: Stage, verdicts: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return those of several verdicts that speak of what is named beside the item's title; else all, if few.

    屋顶光伏 in 9栋先行试点屋顶光伏, and in 其余8栋的屋顶光伏暂缓: both rule on it.
    """
    from pipeline.generation.extractive.reading.concepts import share_held

    title = fold(stage.item.title)
    beside = [one for one in stage.words if not one.held(title)[1]]
    if not beside:
        return verdicts[:VERDICTS]
    shares = [share_held(beside, fold(line.text)) for line in verdicts]
    best = max(shares)
    own = [line for line, share in zip(verdicts, shares, strict=True) if best and share >= AS_LIKELY * best]
    return (own or verdicts)[:VERDICTS]


def _put_anew(stage: Stage, told: Sequence[Sentence]) -> list[Sentence]:
    """Return the points of an item that put one thing in the place of another, beside its verdicts: 改由某局牵头.

    Nothing where more is asked than the item's title names.
    """
    title, document = fold(stage.item.title), stage.source.document
    if any(not one.held(title)[1] for one in stage.words):
        return []
    taken = [quote for line in told for quote in line.quotes]
    places = [
        place
        for place in sentences(document, stage.item.span)
        if ANEW.search(document.quote(place)) and not any(place.overlaps(quote.span) for quote in taken)
    ]
    return [passages.told(stage.source, place) for place in places[:VERDICTS]]


def _told(
    composing: Composing, stage: Stage, text: str, beside: tuple[float, float] = (BESIDE, AS_LIKELY)
) -> list[tuple[float, Sentence]]:
    """Return what an item says in answer to a text, the likeliest first: one sentence, or two as likely."""
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: only where it reads
    from pipeline.generation.extractive.reading.concepts import share_held

    kind = kind_asked(text).kind
    if (kind == "verdict" or VERDICT_ASKED.search(text)) and stage.apart:
        return [(1.0, line) for line in told_apart(stage)]
    if kind == "verdict" or VERDICT_ASKED.search(text):
        told = matters.outcome(Target(stage.source, stage.item, 1.0), Terms({}))
        if told:
            return [(1.0, line) for line in (*_on_what_is_named(stage, told), *_put_anew(stage, told))]
    scope = replace(composing.question.scope, mentions=())
    question = replace(composing.question, text=text, aspect=None, titles=(), inherited=(), scope=scope)
    words = [] if stage.titled else matter_words(composing)
    title = stage.item.spans.get("title")
    found: list[tuple[float, Sentence]] = []
    for one in candidates_in(question, stage.source, stage.item):
        if one.likely < (max(beside[0], beside[1] * found[0][0]) if found else ENOUGH) or len(found) > 1:
            break
        heads = title is not None and one.span.start <= title.start < one.span.end <= title.end + 1
        strays = bool(words) and share_held(words, fold(one.text)) < SPOKEN_OF
        if heads or strays or not tells_kind(text, one.text) or not (one.can or kind not in STRICT):
            continue
        if kind == "reason" and not gives_reason(one.text):
            continue
        place = passages.without_label(one.source, one.span)
        place = with_what_follows(one.source.document, place, within=stage.item.span, limit=ANNOUNCED)
        found.append((one.likely, passages.said(one.source, place)))
        if (now := replacement(one.source.document, stage.item, one.span)) is not None:
            found.append((one.likely, passages.told(one.source, now)))
    return found
