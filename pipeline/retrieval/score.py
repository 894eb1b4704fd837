"""How well a chunk answers what is wanted: words of the question and their like, each by how telling it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.lexicon import Lexicon
from pipeline.retrieval.spelling import Words
from pipeline.retrieval.tokens import fold, query_tokens
from pipeline.retrieval.wanted import Wanted

REPEATED = 0.6  # k of tf / (tf + k): the second mention adds a quarter, the tenth nothing
HEADING = 1.3  # what a word in the heading counts against one in the text
SECOND = 0.2  # what a second way of saying the same adds
LEAST_RARITY = 0.25
CROSSING = 0.3
LENGTH_SHARE = 0.25
USUAL_LENGTH = 500  # characters


def telling(word: str, *, words: Words, chunks: int, lexicon: Lexicon) -> float:
    """Return how telling a word is, 0 to 1: rare in this library, and rare in official texts at large."""
    frequency = min(words.frequency(word), chunks)
    rare = math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5)) / math.log(1 + (chunks + 0.5) / 0.5)
    return rare * (LEAST_RARITY + (1 - LEAST_RARITY) * lexicon.rarity(word))


def rate(
    chunks: Iterable[Chunk],
    asked: Sequence[Wanted],
    *,
    words: Words,
    total: int,
    lexicon: Lexicon,
    lengths: Mapping[str, int] = MappingProxyType({}),
) -> dict[str, float]:
    """Return for each chunk the sum over the wanted words of the best that it has for each.

    Args:
        chunks: the candidates.
        asked: the words of the question with what else would say them.
        words: the library's terms.
        total: how many chunks the library holds.
        lexicon: how common words are in official texts.
        lengths: by id, the length that counts instead of a chunk's own.
    """
    weighed = [
        [
            (way, weight * telling(way, words=words, chunks=total, lexicon=lexicon))
            for way, weight in ({each.word: 1.0} | each.others).items()
        ]
        for each in asked
    ]
    return {chunk.chunk_id: _sum(chunk, weighed, lengths.get(chunk.chunk_id, len(chunk.text))) for chunk in chunks}


def rate_terms(
    chunks: Iterable[Chunk],
    query: str,
    *,
    words: Words,
    total: int,
    lexicon: Lexicon,
    lengths: Mapping[str, int] = MappingProxyType({}),
) -> dict[str, float]:
    """Return for each chunk how much of a question's own wording it has, in pairs of characters and in words.

    This is BM25 but for three things. The length of a chunk counts little: an item with much else in it answers as
    well. The rarest term counts 1 in a library of any size: in a large one BM25 lets a pair that came about by accident
    outvote everything. And a pair over the edge of two words (山说 of 昆山说) counts for less.
    """
    crossing = _crossing(query, lexicon)
    terms = [
        (term, _idf(words.frequency(term), total) * (CROSSING if term in crossing else 1.0))
        for term in query_tokens(query)
    ]
    had = [(term, idf) for term, idf in terms if idf]
    return {chunk.chunk_id: _term_sum(chunk, had, lengths.get(chunk.chunk_id, len(chunk.text))) for chunk in chunks}


def _crossing(query: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the pairs of characters that stand in no word of a question, but where two known words meet."""
    inside: set[str] = set()
    across: set[str] = set()
    pieces = lexicon.segment(fold(query))
    for piece in pieces:
        inside |= {piece[place : place + 2] for place in range(len(piece) - 1)}
    for one, other in pairwise(pieces):
        if one in lexicon.counts and other in lexicon.counts:
            across.add(one[-1] + other[0])
    return frozenset(across - inside)


def _idf(frequency: int, total: int) -> float:
    """Return the inverse document frequency of a term as a share of the greatest, 0 for one that no chunk has."""
    held = min(frequency, total)
    most = math.log(1 + (total + 0.5) / 0.5)
    return math.log(1 + (total - held + 0.5) / (held + 0.5)) / most if held else 0.0


def _term_sum(chunk: Chunk, terms: Sequence[tuple[str, float]], length: int) -> float:
    """Return the sum over the terms of a question for one chunk; what its document's stamp says counts for none."""
    text, stamp, heading = _folded(chunk.text), _folded(chunk.stamp), _folded(chunk.heading)
    saturation = 1.2 * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    total = 0.0
    for term, idf in terms:
        if term in stamp:
            continue
        if count := text.count(term):
            total += idf * 2.2 * count / (count + saturation)
        if term in heading:
            total += idf
    return total


def _sum(chunk: Chunk, weighed: Sequence[Sequence[tuple[str, float]]], length: int) -> float:
    """Return what one chunk scores."""
    text, stamp = _folded(chunk.text), _folded(chunk.stamp)
    heading = _folded(chunk.heading) if chunk.part in ("item", "section") else ""  # else it is a name of ours
    longer = 1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH
    total = 0.0
    for ways in weighed:
        best = second = 0.0
        for way, weight in ways:
            count, titled = text.count(way), way in heading
            if (not count and not titled) or way in stamp:  # every chunk of the document says that
                continue
            worth = weight * (HEADING if titled else 1.0) * (1 + REPEATED) * max(count, 1) / (max(count, 1) + REPEATED)
            best, second = (worth, best) if worth > best else (best, max(second, worth))
        total += best + SECOND * second
    return total / longer


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Return a text folded; the same chunks come up again and again."""
    return fold(text)
