"""Where the words of a statement stand: each clause beside the part of its sources that suits it best."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.fold import clauses, fold, without_titles
from pipeline.generation.checking.reading.offices import as_named
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.speech import RUN, cut, is_ordinary, kind_of
from pipeline.patterns import compiled

_FIGURE = compiled(r"\d+(?:\.\d+)?[%\u4e00-\u9fff]?")
_PART = compiled(r"[^。;!?\n①②③④⑤⑥⑦⑧⑨⑩]+")
_COUNTS = compiled(
    r"[〇零一二两三四五六七八九十百千万亿元角分年月日号旬天周底初末今明去前昨本当季度半个第至约余多于即里]+"
)
"""Figures and times in words: how a figure is written tells nothing, and other checks read what it says."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a statement, its telling words, and the part of the sources that holds most of them."""

    text: str
    words: tuple[str, ...]
    part: str

    @property
    def held(self) -> list[str]:
        """The words that its part holds."""
        return [word for word in self.words if word in self.part]

    @property
    def lacking(self) -> list[str]:
        """The words that its part does not hold."""
        return [word for word in self.words if word not in self.part]


@dataclass(frozen=True, slots=True)
class Placed:
    """A folded statement beside its sources.

    `told` is all that they say, `window` the parts on which the statement rests, `weights` how telling each of its
    words is (rare among the parts: more), `spread` in how many parts each stands, `turns` how often it goes from one
    part to another.
    """

    text: str
    told: str
    window: str
    clauses: tuple[Clause, ...]
    weights: dict[str, float]
    spread: dict[str, int]
    turns: int

    @property
    def whole(self) -> float:
        """How telling all words of the clauses are together; 1 where there is none."""
        return sum(self.weights[word] for clause in self.clauses for word in clause.words) or 1.0


def placed(statement: str, sources: Sequence[Source]) -> Placed:
    """Return a statement beside its sources."""
    words = "\n".join(source.words for source in sources)
    text = without_titles(in_words_of(as_named(fold(statement), words), words))
    told = without_titles("\n\n".join(source.text for source in sources))
    parts = [match.group() for match in _PART.finditer(told) if match.group().strip()] or [told]
    spread = {word: sum(word in part for part in parts) for word in telling_words(text)}
    weights = {word: math.log(1 + (len(parts) + 1) / (count or 0.5)) for word, count in spread.items()}
    found: list[Clause] = []
    at: list[int] = []
    for clause in clauses(text):
        own = telling_words(clause)
        if own:
            at.append(_best(own, parts, weights, before=at[-1] if at else -1))
            found.append(Clause(clause, tuple(own), parts[at[-1]]))
    window = "。".join(parts[index] for index in sorted(set(at)))
    turns = sum(one != other for one, other in pairwise(at))
    return Placed(text, told, window, tuple(found), weights, spread, turns)


def telling_words(text: str) -> list[str]:
    """Return the words of a folded text that say something, in order; figures and times are none.

    >>> telling_words("由市水利局在6月底前完成清淤")
    ['水利局', '清淤']
    """
    runs = RUN.findall(_FIGURE.sub("|", text))
    words = [word for run in runs for word in cut(run) if len(word) > 1 and not is_ordinary(word)]
    return [word for word in words if not _COUNTS.fullmatch(word)]


def is_verb(word: str) -> bool:
    """Tell whether a word is known for a verb."""
    return kind_of(word) == "v"


def _best(words: Sequence[str], parts: Sequence[str], weights: dict[str, float], *, before: int) -> int:
    """Return which part holds most of some words; of equal ones that of the clause before."""
    return max(
        range(len(parts)),
        key=lambda index: (sum(weights[word] for word in words if word in parts[index]), index == before),
    )
