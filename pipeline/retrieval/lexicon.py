"""Words and how telling each is: a question is cut into words, and rare ones weigh more than common ones.

The lexicon (`models/lexicon.txt`) counts in how many pieces of laws, reports and news each word occurs; it takes a
twentieth of a second to read, where a segmenter with a dictionary takes one or more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.patterns import compiled

LEXICON = ROOT / "models" / "lexicon.txt"
LONGEST_WORD = 6
UNKNOWN_PENALTY = 4.0  # what a character outside every word costs beyond the rarest word, in nats
UNKNOWN_BONUS = 0.25
COMMON_SHARE = 0.4  # a single character in more texts than this (年, 的) is a word of its own and joins nothing
_RUN = compiled(r"[\u4e00-\u9fff]+|[0-9a-z]+(?:[.+\-][0-9a-z]+)*%?")


@dataclass(frozen=True)
class Lexicon:
    """Words with their counts among `texts` pieces of text."""

    counts: dict[str, int]
    texts: int

    def segment(self, text: str) -> list[str]:
        """Return the words of a folded text, in order; characters that belong to no word stay together as one.

        The most probable cut, each word by itself.
        """
        words: list[str] = []
        for match in _RUN.finditer(text):
            run = match.group()
            words += [run] if run.isascii() else self._cut(run)
        return words

    def rarity(self, word: str) -> float:
        """Return how telling a word is: 0 for one that every text has, 1 for one that no text of the lexicon has.

        A string that is no word is as telling as its characters, and a little more: 投下去 says less than a name.
        """
        count = self.counts.get(word, 0)
        if not count and len(word) > 1 and not word.isascii():
            return min(1.0, UNKNOWN_BONUS + sum(map(self.rarity, word)) / len(word))
        return math.log((self.texts + 1) / (count + 0.5)) / math.log((self.texts + 1) / 0.5)

    def _cut(self, run: str) -> list[str]:
        """Return the most probable words of a run of Chinese characters."""
        best = [0.0] + [-math.inf] * len(run)
        back = [0] * (len(run) + 1)
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST_WORD, len(run)) + 1):
                count = self.counts.get(run[start:end])
                if count is None and end > start + 1:
                    continue
                score = best[start] + math.log((count or 0.5) / self.texts) - (0 if count else UNKNOWN_PENALTY)
                if score > best[end]:
                    best[end], back[end] = score, start
        cuts: list[str] = []
        end = len(run)
        while end:
            cuts.append(run[back[end] : end])
            end = back[end]
        return self._joined(cuts[::-1])

    def _joined(self, words: list[str]) -> list[str]:
        """Join neighbouring single characters: together they are a name or a word that the lexicon lacks."""
        joined: list[str] = []
        open_end = False
        for word in words:
            part = len(word) == 1 and self.counts.get(word, 0) < COMMON_SHARE * self.texts
            if part and open_end:
                joined[-1] += word
            else:
                joined.append(word)
            open_end = part
        return joined


@lru_cache(maxsize=2)
def load_lexicon(path: Path = LEXICON) -> Lexicon:
    """Read the lexicon.

    Raises:
        LibraryDamaged: the file is missing or not a lexicon.
    """
    try:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        counts = {word: int(number) for word, number in (line.split(" ") for line in lines)}
        return Lexicon(counts, int(first))
    except (OSError, ValueError) as error:
        raise LibraryDamaged(path.name, str(error)) from error
