"""What a question wants, word by word: each with everything that would say the same, weighed below the word itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import Lexicon
from pipeline.retrieval.mentions import Mentions
from pipeline.retrieval.spelling import Words, mend, read_aloud
from pipeline.retrieval.syllables import load_syllables
from pipeline.retrieval.thesaurus import Found, Thesaurus
from pipeline.retrieval.tokens import without_phrases

MOST_OTHERS = 24
"""How many other words one word of the question may bring, the weightiest first."""
MOST_WANTED = 48
"""How many words of a question are looked at one by one; a longer question is a text, and its words outvote ours."""

_FIGURE = compiled(r"\d")
_SMALL = compiled(
    r"[要的了在和是等被把对有会做作给从到让向为与及这那哪个些就还也都又再才只很能得着过吗呢吧跟谁啥咋几多少用]"
)
_ENGLISH = frozenset(
    re.findall(
        r"[a-z]+",
        """
        about according all an and any are as at be been between both by can could did do does each for from
        had has have he her his how if in into is it its many may me mr mrs ms much must name no not of on
        onto or other our over please she should so some such tell than that the their then there these they
        this those to under us was were what when where which who whom why will with would yes you your
        """,
    )
)
_LATIN = compiled(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of the question, and what else would say it, each with its weight below 1."""

    word: str
    others: dict[str, float] = field(default_factory=dict)


def wanted(folded: str, *, mentions: Mentions, lexicon: Lexicon, thesaurus: Thesaurus, words: Words) -> list[Wanted]:
    """Return the words of a folded question with what else would say them.

    The wording that names a meeting is left out: documents are chosen by it, not passages. Other words that the library
    does not have are left out as well.
    """
    matter = blanked(folded, mentions.spans)
    bare = without_phrases(matter)
    cut = [word for piece in lexicon.segment(bare) for word in _words(piece, lexicon)]
    concepts: dict[str, dict[str, float]] = {word: {} for word in cut}
    found = [each for each in thesaurus.find(matter) if _stands_free(each, _edges(matter, lexicon))]
    for each in found:
        concepts.setdefault(each.word, {}).update(each.others)
    known = frozenset(word for word in concepts if word in lexicon.counts or word in thesaurus)
    for mended in mend(bare, words=words, known=known, syllables=load_syllables()):
        concepts.setdefault(mended.written, {})[mended.meant] = mended.weight
    if _LATIN.search(matter):
        english = frozenset(part for each in found for part in matter[each.start : each.end].split())
        for mended in read_aloud(matter, words=words, syllables=load_syllables(), known=english):
            concepts.setdefault(mended.written, {})[mended.meant] = mended.weight
    return [Wanted(word, _kept(others, words)) for word, others in list(concepts.items())[:MOST_WANTED]]


def _words(piece: str, lexicon: Lexicon) -> list[str]:
    """Return what of a piece of a question may be a word or a name: 徐某 of 徐某在, nothing of small words that met."""
    if len(piece) == 1:
        return [piece] if _FIGURE.search(piece) else []
    if piece.isascii():
        return [] if piece in _ENGLISH else [piece]
    if piece in lexicon.counts:
        return [piece]
    return [word for word in _SMALL.split(piece) if len(word) > 1]


def blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with a comma for every character of some places, its length kept."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "，" * (end - start)
    return "".join(characters)


def _kept(others: dict[str, float], words: Words) -> dict[str, float]:
    """Return the other words that the library has, the weightiest first, and not too many."""
    had = [(other, weight) for other, weight in others.items() if words.frequency(other)]
    return dict(sorted(had, key=lambda each: -each[1])[:MOST_OTHERS])


def _edges(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the places of a text where a word begins or ends."""
    edges, reached = set(), 0
    for word in lexicon.segment(text):
        start = text.find(word, reached)
        reached = start + len(word)
        edges |= {start, reached}
    return frozenset(edges)


def _stands_free(found: Found, edges: frozenset[int]) -> bool:
    """Tell whether a short word is one here and no accident of two neighbours: 市长 in 市长期."""
    return found.end - found.start > 2 or found.start in edges or found.end in edges
