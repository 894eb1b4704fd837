"""Answers to a question made of several: each is answered by itself, and all stand side by side or none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft, Sentence
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import around, terms_of
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT, find
from pipeline.generation.extractive.record import FIELD_NAMES
from pipeline.generation.extractive.splitting import Side, sides
from pipeline.generation.question import MEETING_ASPECTS
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.question import Question

PER_SIDE = 4
"""Sentences that a side may have; one with more is a list of its own."""
SPOKEN_OF = 0.3
"""Share of a side's words that the item of its answer must hold."""


def by_sides(composing: Composing, answer: Callable[[Question], Draft]) -> Draft | None:
    """Answer each of the questions that a question is made of; `None` where it is one, or one of them stays open.

    Args:
        composing: the question on its way.
        answer: composes the draft of one question.
    """
    asked = sides(composing.question)
    if not asked:
        return None
    drafts: list[Draft] = []
    silent: list[str] = []
    for side in asked:
        draft = answer(side.question)
        if draft.reason == "not_stated" and side.question.aspect in FIELD_NAMES:
            silent.append(draft.preface.split("已检索")[0])
            continue
        if not _answers(composing, draft, side.question):
            going_on = _in_the_same(composing, side, drafts[-1], answer) if side.goes_on and drafts else None
            if going_on is None:
                return None
            draft = going_on
        if draft.route != "ledger" and len(draft.sentences) > PER_SIDE:
            return None
        drafts.append(draft)
    if not drafts:
        return None
    places = [frozenset(quote for sentence in draft.sentences for quote in sentence.quotes) for draft in drafts]
    told = {tuple(sentence.text for sentence in draft.sentences) for draft in drafts}
    doubtful = len(set(places)) < len(places) and len(told) < len(drafts)
    if doubtful and not _names_all(drafts, asked) and not _holds_each(drafts, asked):
        return None  # one place for two questions: they ask the same, or one of them was misread
    sentences = list(dict.fromkeys(sentence for draft in drafts for sentence in draft.sentences))
    preface = "".join(dict.fromkeys(draft.preface for draft in drafts if draft.preface)) + "".join(silent)
    return composing.draft(drafts[0].route, _stamped(composing, sentences), preface=preface)


def _answers(composing: Composing, draft: Draft, question: Question) -> bool:
    """Tell whether a draft answers its side."""
    if draft.refused or not draft.sentences:
        return False
    return draft.route != "passages" or _speaks_of(composing, draft, question)


def _in_the_same(composing: Composing, side: Side, before: Draft, answer: Callable[[Question], Draft]) -> Draft | None:
    """Answer a side that goes on from the one before out of what answered that one; `None` where it is silent.

    总投资多少，已经到位多少: what 已经到位 speaks of is the item in which the sum was found; 哪天开的、在哪开的 asks
    of one meeting.
    """
    from pipeline.generation.extractive.by_reading import in_item

    quotes = [quote for sentence in before.sentences for quote in sentence.quotes]
    source = next((one for one in composing.sources if quotes and one.document_id == quotes[0].document_id), None)
    if source and side.question.aspect in MEETING_ASPECTS:
        scope = replace(side.question.scope, entries=(source.entry,))
        draft = answer(replace(side.question, scope=scope))
        return None if draft.refused else draft
    item = source.document.item_at(quotes[0].start) if source else None
    if source is None or item is None:
        return None
    found = in_item(composing, side.question, source, item)
    return composing.draft("passages", found) if found else None


def _holds_each(drafts: Sequence[Draft], asked: Sequence[Side]) -> bool:
    """Tell whether one sentence answers sides of different kinds, or as many of one kind as are asked: 9艘、27户."""
    if len({draft.sentences for draft in drafts}) > 1:
        return False
    said = fold("".join(sentence.text for sentence in drafts[0].sentences))
    kinds = [kind_asked(side.question.text) for side in asked]
    if any(one.kind not in STRICT for one in kinds):
        return False
    wanted = Counter((one.kind, one.counted) for one in kinds)
    held = {(one.kind, one.counted): {said[slice(*place)] for place in find(one, said)} for one in kinds}
    return all(len(held[key]) >= number for key, number in wanted.items())


def _speaks_of(composing: Composing, draft: Draft, question: Question) -> bool:
    """Tell whether what was found for a side stands in an item that speaks of it, under any name of its words."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    taken = {"topic", "titles"} & set(question.inherited)  # 什么时候能用 speaks of what the side before it named
    wording = f"{question.topic_text} {question.text}" if taken else question.text
    concepts = concepts_of(fold(wording), without=() if taken else question.scope.mentions)
    quotes = [quote for sentence in draft.sentences for quote in sentence.quotes]
    told = " ".join(around(quote, composing.catalogue.document(quote.document_id)) for quote in quotes)
    return share_held(concepts, fold(told)) >= SPOKEN_OF


def _names_all(drafts: Sequence[Draft], asked: Sequence[Side]) -> bool:
    """Tell whether one sentence answers every side by its name: A方案2票，B方案10票."""
    same = len({draft.sentences for draft in drafts}) == 1
    said = fold("".join(sentence.text for sentence in drafts[0].sentences))
    return same and all(side.name and terms_of((side.name,)).coverage(said) >= SPOKEN_OF for side in asked)


def _stamped(composing: Composing, sentences: list[Sentence]) -> list[Sentence]:
    """Return sentences of several documents each with its document's stamp."""
    ids = {quote.document_id for sentence in sentences for quote in sentence.quotes}
    if len(ids) < 2:
        return sentences
    stamps = {source.document_id: source.stamp for source in composing.sources}
    found = []
    for one in sentences:
        stamp = stamps.get(one.quotes[0].document_id, "") if one.quotes else ""
        text = one.text if not stamp or one.text.startswith(stamp) else f"{stamp}：{one.text}"
        found.append(Sentence(text, one.quotes, one.counted, one.absent))
    return found
