"""What was ordered instead of what was turned down, and what took the place of what was given up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.premises.named import Named
from pipeline.generation.extractive.reading.settled import asks_outcome
from pipeline.generation.extractive.stretches import sentences
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.target import Target
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

INSTEAD = compiled(
    r"^[^，。；（）()：:]{0,14}(?:仍|继续|维持|由|请|责成|改[为用由按]|待|按|重新|先|现行|要求?|下次|退回|另行?|可|须|应|执行|其余|委托)"
)
"""How a sentence opens that says what is to be done instead."""
SHOWN = 170
"""Characters of an answer: the verdict, and of what was ordered instead as much as fits."""
GIVEN_UP = compiled(r"作废|终止|取消")
INTO = compiled(r"改[到为成由用]|调整[为到]|换[成为到]")
REACH = 5
"""Sentences before one that gives something up, in which what takes its place may stand."""


def before_it(named: Named, place: Span) -> Iterator[Sentence]:
    """Yield the sentence before that says what took the place of what was given up: 改到旧厂房空地, 原方案作废."""
    if not GIVEN_UP.search(named.source.document.quote(place)):
        return
    before = [one for one in sentences(named.source.document, named.span) if one.end <= place.start]
    for one in before[-REACH:]:
        if INTO.search(named.source.document.quote(one)):
            yield passages.told(named.source, one)
            return


def ordered_instead(question: Question, source: Source, item: Item | None, place: Span) -> list[Sentence]:
    """Return what was ordered, in the same line, instead of what a sentence turns down; where that is asked at all."""
    document, asked = source.document, asks_outcome(question.text) and not question.claim
    if item is None or not asked or not DOWN.search(document.quote(place)):
        return []
    end = document.text.find("\n", place.end, item.end)
    line = Named(source, None, Span(place.start, end if end >= 0 else item.end), 1.0)
    return list(orders(line, after=place.end, beside=place.end - place.start))


def ordered_behind(question: Question, target: Target, told: Sequence[Sentence]) -> list[Sentence]:
    """Return what was ordered behind the only verdict told: 不同意单独立项。由数据局修改方案，8月底前再报."""
    if len(told) != 1:
        return []
    return ordered_instead(question, target.source, target.item, told[0].quotes[0].span)


def orders(named: Named, *, after: int, beside: int) -> Iterator[Sentence]:
    """Yield the sentences right behind a verdict that say what is to be done instead, as many as fit."""
    shown = beside
    within = named.item.span if named.item else named.span
    for place in sentences(named.source.document, within):
        if place.start < after:
            continue
        place = passages.without_label(named.source, place)
        wording = named.source.document.quote(place)
        shown += len(wording)
        if shown > SHOWN or not INSTEAD.search(wording):
            return
        yield passages.said(named.source, place)
