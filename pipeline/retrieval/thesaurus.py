"""Words that mean the same in the street and in an office: 煤气罐 is 瓶装液化气, 停车位 is 泊位, a budget is 预算.

`models/thesaurus.txt` holds one group a line; words before `|` may stand for each other, those after it are what
official texts say where people say one of the former. `models/glossary.txt` is the same for English. Both are read when
a search first needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import LibraryDamaged
from pipeline.patterns import compiled

FILES = (ROOT / "models" / "thesaurus.txt", ROOT / "models" / "glossary.txt", ROOT / "models" / "units.txt")
"""The groups of the product. The last is the roster of units (单位名册): the names of a unit, short, full, former."""

SAME_WEIGHT = 0.75
RELATED_WEIGHT = 0.45
"""What a word of the same group counts against the word that was asked, and one that is only related to it."""

LONGEST_ENGLISH = 4  # words of an English key: state-owned enterprise reform
_ENGLISH = compiled(r"[a-z]+(?:['’][a-z]+)?")
_CHINESE_RUN = compiled(r"[\u3400-\u9fff]+")
_YEAR = compiled(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a question that the thesaurus knows: its place, and what else would say it, each with its weight."""

    word: str
    start: int
    end: int
    others: dict[str, float]


class Thesaurus:
    """Groups of words, found by any word that stands before the bar."""

    def __init__(self, groups: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self._groups = tuple(groups)
        self._of: dict[str, list[int]] = {}
        for number, (same, _) in enumerate(self._groups):
            for word in same:
                self._of.setdefault(word, []).append(number)
        self._longest = max((len(word) for word in self._of if not word.isascii()), default=0)

    def __len__(self) -> int:
        """The number of groups."""
        return len(self._groups)

    def __contains__(self, word: str) -> bool:
        """Tell whether a word opens any group."""
        return word in self._of

    def others(self, word: str) -> dict[str, float]:
        """Return what else would say a word, each with its weight; nothing for a word that it does not know.

        >>> Thesaurus([(("煤气罐", "钢瓶"), ("燃气",))]).others("煤气罐")
        {'钢瓶': 0.75, '燃气': 0.45}
        """
        found: dict[str, float] = {}
        for number in self._of.get(word, ()):
            same, related = self._groups[number]
            for other in same:
                found[other] = SAME_WEIGHT
            for other in related:
                found.setdefault(other, RELATED_WEIGHT)
        return {
            other: weight for other, weight in found.items() if other != word and len(other) > 1 and not other.islower()
        }

    def find(self, text: str) -> list[Found]:
        """Return the known words of a folded text, in order; one that lies within a longer one is left out.

        >>> [found.word for found in Thesaurus([(("煤气", "燃气"), ()), (("煤气罐",), ("瓶装燃气",))]).find("换煤气罐")]
        ['煤气罐']
        """
        places = sorted({*self._chinese(text), *self._english(text)}, key=lambda place: (place[0], -place[1]))
        reached, found = -1, []
        for start, end, word in places:
            if end > reached:
                found.append(Found(word, start, end, self.others(word)))
                reached = end
        return found

    def _chinese(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the longest known Chinese word from each place of a text."""
        for match in _CHINESE_RUN.finditer(text):
            run, offset = match.group(), match.start()
            for start in range(len(run)):
                for end in range(min(len(run), start + self._longest), start + 1, -1):
                    if run[start:end] in self._of:
                        yield offset + start, offset + end, run[start:end]
                        break

    def _english(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the longest known English phrase from each word of a text, plurals and verb forms included."""
        tokens = list(_ENGLISH.finditer(text))
        for first in range(len(tokens)):
            for last in range(min(len(tokens), first + LONGEST_ENGLISH) - 1, first - 1, -1):
                head = "_".join(token.group() for token in tokens[first:last])
                bases = (base for base in _bases(tokens[last].group()))
                keys = (f"{head}_{base}" if head else base for base in bases)
                key = next((key for key in keys if key in self._of), None)
                if key is not None:
                    yield tokens[first].start(), tokens[last].end(), key
                    break


def _bases(word: str) -> Iterator[str]:
    """Yield an English word and what it may be a form of: policies → policy, approved → approve, parking → park."""
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            yield word[: -len(ending)]
            yield word[: -len(ending)] + "e"
            yield word[: -len(ending) - 1]  # planned → plan


def read_groups(text: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the groups of a file of words; `#` opens a note, `<` (a roster of units) the former names of a unit.

    >>> list(read_groups("停车位 车位 | 泊位 停车场  # 说明"))
    [(('停车位', '车位'), ('泊位', '停车场'))]
    >>> list(read_groups("水务局 水利水务局 < 2018 水利局"))
    [(('水务局', '水利水务局', '水利局'), ())]
    """
    for line in text.splitlines():
        said = line.partition("#")[0]
        if "<" in said:
            yield tuple(word for word in re.split(r"[\s<|]+", said) if word and not _YEAR.fullmatch(word)), ()
            continue
        same, _, related = said.partition("|")
        if words := tuple(same.split()):
            yield words, tuple(related.split())


_own: list[Path] = []


def use_units(file: Path | None) -> None:
    """Let a user's roster of units stand beside the product's, in place of the one before; one not there adds nothing.

    Its lines are checked where the parser reads them.
    """
    _own[:] = [file] if file is not None and file.is_file() else []


def load_thesaurus(files: tuple[Path, ...] = FILES) -> Thesaurus:
    """Return the thesaurus, with the user's units where there are any; read once.

    Raises:
        LibraryDamaged: a file is missing or not UTF-8.
    """
    return _read((*files, *_own))


@lru_cache(maxsize=4)
def _read(files: tuple[Path, ...]) -> Thesaurus:
    """Read the groups of some files."""
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for path in files:
        try:
            groups += read_groups(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise LibraryDamaged(path.name, str(error)) from error
    return Thesaurus(groups)
