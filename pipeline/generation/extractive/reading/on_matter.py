"""Which items speak of the matter that a question names, where each item may hold a verdict of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.premises.taken import of_the_matter, telling
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

MOST_TOLD = 0.5
"""Share of what the item that speaks most of a matter holds of it that another must hold to be on it."""
TOLD_ALONE = 0.5
"""How telling what the only item holds of the words of a question must be."""


def of_one_matter(question: Question, found: Sequence[Candidate]) -> list[Candidate]:
    """Return what stands in items that speak of what a question names, where the likeliest does not, and any does.

    会议原则通过 is said of every matter.
    """
    first = next((one for one in found if one.item is not None), None)
    if first is None or first.item is None or of_the_matter(question, first.source, first.item):
        return list(found)
    held = {id(one.item): matter_told(question, one.source, one.item) for one in found if one.item is not None}
    enough = MOST_TOLD * max(held.values())
    return [one for one in found if one.item is None or held[id(one.item)] >= enough]


def is_only_one(question: Question, first: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell whether the item of the likeliest sentence is the only one of a named meeting that speaks of the matter."""
    if first.item is None or not question.scope.named or any(one.item is not first.item for one in found):
        return False
    return matter_told(question, first.source, first.item) >= TOLD_ALONE


def matter_told(question: Question, source: Source, item: Item) -> float:
    """Return how much an item holds of the telling words of a question, by their pairs: 砂场 of 三家砂场."""
    text = fold(" ".join((*question.titles, *question.topic))) or fold(question.text)
    words = {one.word for one in telling(text) if one.word not in COMMON}
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)} - COMMON
    told, rarity = fold(f"{item.title or ''} {source.document.quote(item.span)}"), load_lexicon().rarity
    return sum(rarity(pair) for pair in pairs if pair in told)
