"""What the rules found, as figures that trees can weigh, and what of it no weighing may lift."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import is_ordinary, kind_of, words_of
from pipeline.patterns import compiled

FOUND = (
    "wording", "number", "modifier", "unit", "date", "verdict", "person", "part", "bound", "condition", "foreign",
    "joined", "scope", "deed", "title", "post", "meeting", "document_number",
)  # fmt: skip
"""The kinds of problems that the rules find."""
READ = ("unit", "person", "wording", "date", "number", "modifier", "part")
"""The kinds whose wording is read: how much of it stands in the sources after all."""
NAMES = (
    *(f"found_{kind}" for kind in FOUND), "found", "problems", "wordings",
    *(f"{how}_{kind}" for kind in READ for how in ("missed", "uncovered", "lacking", "longest")),
)  # fmt: skip
"""The traits of this room, in order."""
SOFT = frozenset(("wording", "modifier", "condition", "scope", "unit", "number", "date"))
"""The kinds that may be lifted; of units, numbers and dates only those that the sources hold, of units only names read
too long: the unit of another matter, a swapped role read like any other sentence."""
MISSED = "出处中没有"
_CHARGED = ("由", "请", "责成", "交")
_DENIES = compiled("[不未没无非勿别]")
_FIGURE = compiled(r"\d+(?:\.\d+)?")


def flag_traits(problems: Sequence[Problem] | None, sources: Sequence[Source]) -> dict[str, float]:
    """Return what was found as traits; all missing where it is not known, those of a wording where there is none."""
    if problems is None:
        return dict.fromkeys(NAMES, np.nan)
    words = "\n".join(source.words for source in sources)
    kinds = {problem.kind for problem in problems}
    row = {f"found_{kind}": float(kind in kinds) for kind in FOUND}
    row |= {
        "found": float(len(kinds)),
        "problems": float(len(problems)),
        "wordings": float(len({problem.text for problem in problems})),
    }
    for kind in READ:
        own = [problem for problem in problems if problem.kind == kind and problem.text]
        texts = [in_words_of(problem.text, words) for problem in own]
        row |= {
            f"missed_{kind}": float(sum(problem.message.startswith(MISSED) for problem in own)),
            f"uncovered_{kind}": max((_uncovered(text, words) / len(text) for text in texts), default=np.nan),
            f"lacking_{kind}": float(max((len(_lacking(text, words)) for text in texts), default=np.nan)),
            f"longest_{kind}": float(max(map(len, texts), default=np.nan)),
        }
    return row


def is_hard(problem: Problem, sources: Sequence[Source]) -> bool:
    """Tell whether a problem stands whatever else speaks for its statement.

    A number, a date, a verdict, a title, a person or a unit that the sources do not hold, a changed negation, a role.

    >>> source = Source("由市水利局牵头，6月底前完成。", "")
    >>> is_hard(Problem("date", "7月底", "出处中没有日期“7月底”"), [source])
    True
    >>> is_hard(Problem("unit", "由市水利局牵头", "出处中没有单位“由市水利局牵头”"), [source])
    False
    """
    if problem.kind not in SOFT or not problem.text or _DENIES.search(problem.text):
        return True
    words = "\n".join(source.words for source in sources)
    text = problem.text
    if problem.kind in ("number", "date"):
        return text not in words
    figures = set(_FIGURE.findall(text))
    if figures and not figures <= set(_FIGURE.findall(words)):
        return True
    if problem.kind == "unit" and text.startswith(_CHARGED) and text not in words:
        return True  # who is charged with something is a role, also where the name stands elsewhere
    return problem.kind == "unit" and not (problem.message.startswith(MISSED) and _stands(text, words))


def _stands(text: str, words: str) -> bool:
    """Tell whether each word of a name read too long stands in the sources, or names nothing."""
    pieces = words_of(in_words_of(text, words))
    held = [len(word) > 1 and word in words for word in pieces]
    return any(held) and all(
        known or is_ordinary(word) or kind_of(word) == "v" or (len(word) == 1 and word in words)
        for word, known in zip(pieces, held, strict=True)
    )


def _lacking(text: str, words: str) -> list[str]:
    return [word for word in words_of(text) if word not in words and not is_ordinary(word)]


def _uncovered(text: str, words: str) -> int:
    """Return how many characters of a text are in no piece of two or more that the sources hold."""
    found, at = 0, 0
    while at < len(text):
        size = next((size for size in range(len(text) - at, 1, -1) if text[at : at + size] in words), 0)
        found += not size
        at += size or 1
    return found
