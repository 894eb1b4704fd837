"""How characters are read: two that sound alike are easily mistaken for one another, and names are typed in pinyin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.patterns import compiled

TABLE = ROOT / "models" / "pinyin.txt"
_LONGEST = 6  # letters of a syllable: zhuang
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
_LETTERS = compiled(r"[a-z]+(?:['’][a-z]+)*")


@dataclass(frozen=True)
class Syllables:
    """Characters by the syllables that read them, without tones."""

    read_as: dict[str, str]
    of: dict[str, frozenset[str]]

    def alike(self, one: str, other: str) -> bool:
        """Tell whether two characters may sound alike, 在 and 再, also where z and zh or n and ng are not told apart.

        >>> load_syllables().alike("在", "再"), load_syllables().alike("在", "会")
        (True, False)
        """
        mine, theirs = self.of.get(one, frozenset()), self.of.get(other, frozenset())
        return bool(mine & theirs) or bool({_broad(each) for each in mine} & {_broad(each) for each in theirs})

    def split(self, letters: str) -> list[str]:
        """Return the syllables of a string of letters, or nothing where it is not made of whole ones.

        >>> load_syllables().split("tingche"), load_syllables().split("budget")
        (['ting', 'che'], [])
        """
        ways: list[list[str] | None] = [[]] + [None] * len(letters)
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before = ways[start]
                if before is not None and letters[start:end] in self.read_as:
                    way = [*before, letters[start:end]]
                    best = ways[end]
                    if best is None or len(way) < len(best):
                        ways[end] = way
        return ways[-1] or []


def latin_words(text: str) -> list[str]:
    """Return the words of a folded text that are written in letters, apostrophes left out (xi'an)."""
    return [re.sub("['’]", "", word) for word in _LETTERS.findall(text)]


def _broad(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make."""
    for strict, loose in _ALIKE[:3]:
        if syllable.startswith(strict):
            syllable = loose + syllable[len(strict) :]
    for strict, loose in _ALIKE[3:]:
        if syllable.endswith(strict):
            syllable = syllable[: -len(strict)] + loose
    return syllable


@lru_cache(maxsize=2)
def load_syllables(path: Path = TABLE) -> Syllables:
    """Read the table of syllables.

    Raises:
        LibraryDamaged: the file is missing or not such a table.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        read_as = dict(line.split(" ") for line in lines if line and not line.startswith("#"))
    except (OSError, ValueError) as error:
        raise LibraryDamaged(path.name, str(error)) from error
    of: dict[str, set[str]] = {}
    for syllable, characters in read_as.items():
        for character in characters:
            of.setdefault(character, set()).add(syllable)
    return Syllables(read_as, {character: frozenset(found) for character, found in of.items()})
