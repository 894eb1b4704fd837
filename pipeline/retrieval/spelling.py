"""A slip of the pen and pinyin, mended through the library's own words: 办发 → 办法 where the library knows 办法."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from pipeline.patterns import compiled
from pipeline.retrieval.syllables import Syllables, latin_words

SOUNDS_ALIKE = 0.7
LOOKS_ALIKE = 0.5
READ_ALOUD = 0.6
"""What a mended string counts against one that was found as asked: by its sound, by its neighbours on both sides only,
and one that was typed in pinyin."""

_RUN = compiled(r"[\u3400-\u9fff]{2,}")
_ENGLISH = frozenset(
    re.findall(
        r"[a-z]+",
        """
        a ai an are at ban bang bin can dan date den die dong e en er fan fang gang gun hang he in is line
        long man me men o on pan pen pin ran run sang she song sun sung tan tang the was we women yang
        """,
    )
)
_MOST_READ = 12  # words that one pair of syllables may stand for


class Words(Protocol):
    """What the library's index tells of its terms."""

    def frequency(self, text: str) -> int:
        """Return in how many chunks a string stands, at most."""

    def beginning(self, opening: str) -> list[str]:
        """Return the terms that begin so, the commonest first."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A string of a question as the library may spell it."""

    written: str
    meant: str
    weight: float


def mend(text: str, *, words: Words, known: frozenset[str], syllables: Syllables) -> list[Mended]:
    """Return likely spellings of what no chunk of the library has.

    Args:
        text: a folded question without its asking phrases.
        words: the library's terms.
        known: words of the question that are right in themselves, whether or not the library has them.
        syllables: how characters are read.
    """
    found: dict[str, Mended] = {}
    for match in _RUN.finditer(text):
        for mended in _run(match.group(), words, known, syllables):
            if mended.meant not in found or found[mended.meant].weight < mended.weight:
                found[mended.meant] = mended
    return list(found.values())


def _run(run: str, words: Words, known: frozenset[str], syllables: Syllables) -> Iterator[Mended]:
    """Yield spellings for the characters of a run that stand in no word and make no pair that the library has."""
    right = {
        place
        for word in known
        for start in range(len(run) - len(word) + 1)
        if len(word) > 1 and run.startswith(word, start)
        for place in range(start, start + len(word))
    }
    pairs = [words.frequency(run[place : place + 2]) > 0 for place in range(len(run) - 1)]
    for place, character in enumerate(run):
        before, after = run[place - 1 : place] if place else "", run[place + 1 : place + 2]
        if place in right or (place and pairs[place - 1]) or (after and pairs[place]):
            continue
        yield from _character(character, before, after, words, syllables)
    for place, (one, other) in enumerate(pairwise(run)):  # 采府政购: two that changed places
        if not pairs[place] and not {place, place + 1} & right and words.frequency(other + one):
            yield Mended(one + other, other + one, LOOKS_ALIKE)


def _character(wrong: str, before: str, after: str, words: Words, syllables: Syllables) -> Iterator[Mended]:
    """Yield what the library has in place of one character between its neighbours."""
    fits = {term[1] for term in words.beginning(before) if len(term) == 2} if before else set()
    for meant in sorted(fits):
        both = bool(after) and words.frequency(meant + after) > 0
        if syllables.alike(wrong, meant):
            yield Mended(before + wrong, before + meant, SOUNDS_ALIKE)
            if both:
                yield Mended(wrong + after, meant + after, SOUNDS_ALIKE)
        elif both:
            yield Mended(before + wrong + after, before + meant + after, LOOKS_ALIKE)
    if not after:
        return
    for syllable in syllables.of.get(wrong, ()):
        for meant in syllables.read_as[syllable]:
            if meant not in fits and meant != wrong and words.frequency(meant + after):
                yield Mended(wrong + after, meant + after, SOUNDS_ALIKE)


def read_aloud(text: str, *, words: Words, syllables: Syllables, known: frozenset[str] = frozenset()) -> list[Mended]:
    """Return the pairs of characters that pinyin in a folded question may stand for (tingche, du xiaogang).

    Args:
        text: the folded question.
        words: the library's terms.
        syllables: how characters are read.
        known: English words of the question, which are no pinyin.
    """
    found: list[Mended] = []
    row: list[str] = []
    for word in [*latin_words(text), ""]:
        read = [] if word in _ENGLISH or word in known else syllables.split(word)
        if read:
            row += read
            continue
        for one, other in pairwise(row):
            firsts, seconds = syllables.read_as[one], syllables.read_as[other]
            pairs = [
                term for first in firsts for term in words.beginning(first) if len(term) == 2 and term[1] in seconds
            ]
            found += [Mended(f"{one} {other}", pair, READ_ALOUD) for pair in pairs[:_MOST_READ]]
        row = []
    return found
