"""Near twins: one matter met in meeting after meeting counts once, is shown once, and leads to the other meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.patterns import compiled
from pipeline.retrieval.catalogue import Entry
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.spelling import Words
from pipeline.retrieval.tokens import fold

OPENING = 12
"""So many characters of a part that bears no title tell it from others: 出席：甲某某 opens the same list again."""
SAME_TEXT = 0.8
"""The share of pairs of characters that two texts have in common where one says what the other says."""
TOLD = 8
"""A word that fewer of the candidates hold is not looked at for standing in twins only."""
MOST_SHOWN = 20
"""How many twins of a hit are named."""

Kin = tuple[str, str]
_MARKS = compiled(r"[\W_]+")


def kin(chunk: Chunk) -> Kin:
    """Return what chunks on one matter have in common: the title of the item, else how the part opens."""
    return ("item", bare(chunk.item_title)) if chunk.item_title else (chunk.part, bare(chunk.text)[:OPENING])


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """Return a text folded, without blanks and marks.

    >>> bare("出席：金  铭")
    '出席金铭'
    """
    return _MARKS.sub("", fold(text))


def same_text(one: Chunk, other: Chunk) -> bool:
    """Tell whether two chunks say nearly the same."""
    first, second = _pairs(bare(one.text)), _pairs(bare(other.text))
    both = len(first & second)
    return both >= SAME_TEXT * (len(first) + len(second) - both)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


class Distinct:
    """The library's words, counted once for each matter: 500 twins of an item make none of its words a common one.

    How many of the chunks that hold a word are twins is read off the candidates.
    """

    def __init__(self, words: Words, chunks: Iterable[Chunk]) -> None:
        self._words = words
        self._texts = [(kin(chunk), fold(f"{chunk.heading} {chunk.text}")) for chunk in chunks]
        self._known: dict[str, int] = {}

    def frequency(self, text: str) -> int:
        """Return on how many matters a string stands, about; a string that few chunks hold is counted as it is."""
        if text not in self._known:
            frequency = self._words.frequency(text)
            if frequency >= TOLD:
                held = [name for name, said in self._texts if text in said]
                frequency = round(frequency * len(set(held)) / len(held)) if len(held) >= TOLD else frequency
            self._known[text] = frequency
        return self._known[text]

    def beginning(self, opening: str) -> list[str]:
        """Return the terms that begin so, the commonest first."""
        return self._words.beginning(opening)


def twins(chunk: Chunk, chunks: Iterable[Chunk], entries: Mapping[str, Entry]) -> list[Chunk]:
    """Return the chunks on the same matter in other documents, one for each, the newest first."""
    found: dict[str, Chunk] = {}
    for other in sorted(chunks, key=lambda each: each.chunk_id):
        if other.document_id != chunk.document_id and kin(other) == kin(chunk):
            found.setdefault(other.document_id, other)
    newest = sorted(found.values(), key=lambda each: entries[each.document_id].date or "", reverse=True)
    return newest[:MOST_SHOWN]
