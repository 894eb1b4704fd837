"""Whose: to whom, to which figure and to which date each word belongs, in a statement and in its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.parties import people
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.unit_runs import UNIT_END
from pipeline.generation.checking.reread.placed import Placed, is_verb, telling_words
from pipeline.patterns import compiled

_SENTENCE = compiled(r"[^。;!?\n]+")
_CLAUSE = compiled(r"[^,:。;!?\n]+")
_DATE = compiled(r"\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?|年底|\d{1,3}个?(?:工作日|月|天)内")
_HAN = compiled("[\u4e00-\u9fff]")
_AHEAD = 2  # characters of a unit's name before its last word: 水利|局
KINDS = ("actor", "figure", "date")
NAMES = (
    *(f"{kind}_{what}" for kind in KINDS for what in ("kept", "moved", "acts_moved", "swapped", "share_moved")),
    "above", "person_above", "actors_left", "above_instead",
)  # fmt: skip
"""The traits of this room, in order."""


@dataclass(frozen=True, slots=True)
class Name:
    """A unit, a person, a figure or a date where a text has it."""

    key: str
    start: int
    end: int


def whose(one: Placed, sources: Sequence[Source]) -> dict[str, float]:
    """Return how many words belong to another one than in the sources, and who stands in a heading alone.

    Of 甲局组织,乙科监督 the words of 乙科组织,甲局监督 all belong to another; so does what another figure tells of.
    """
    persons = {name for name in _people(one.told) | _people(one.text) if name in one.told}
    row: dict[str, float] = {}
    for kind in KINDS:
        row |= _moved(kind, one, persons)
    return row | _above(one, sources, persons)


def named(kind: str, text: str, persons: Iterable[str] = ()) -> Iterator[Name]:
    """Yield what of a kind a folded text names; of a unit the end of its name.

    >>> [name.key for name in named("actor", "由市水利局牵头")], [name.key for name in named("date", "6月底前")]
    (['水利局'], ['6月底'])
    """
    if kind == "figure":
        for each in amounts(text):
            yield Name(f"{each.value.normalize()}{each.unit}", each.start, each.start + len(each.text))
    elif kind == "date":
        for match in _DATE.finditer(text):
            yield Name(match.group(), match.start(), match.end())
    else:
        for match in UNIT_END.finditer(text):
            start = max(match.start() - _AHEAD, 0)
            yield Name("".join(_HAN.findall(text[start : match.end()])), start, match.end())
        for name in sorted(persons):
            for match in re.finditer(re.escape(name), text):
                yield Name(name, match.start(), match.end())


def _people(text: str) -> set[str]:
    return {name for readings in people(text) for name in readings}


def _moved(kind: str, one: Placed, persons: set[str]) -> dict[str, float]:
    """Return how many words belong to another one of a kind than in the sources, and how many changed places."""
    here, there = list(named(kind, one.text, persons)), list(named(kind, one.told, persons))
    words = sorted({word for word in telling_words(one.text) if word in one.told})
    known = {name.key for name in there}
    said, behind = _owners(one.text, here, words), _owners(one.told, there, words)
    both = [word for word in words if said.get(word, set()) & known and behind.get(word)]
    moved = [word for word in both if not said[word] & behind[word]]
    pairs = {(a, b) for word in moved for a in said[word] for b in behind[word]}
    return {
        f"{kind}_kept": float(len(both) - len(moved)),
        f"{kind}_moved": float(len(moved)),
        f"{kind}_acts_moved": float(sum(map(is_verb, moved))),
        f"{kind}_swapped": float(sum((b, a) in pairs for a, b in pairs)),
        f"{kind}_share_moved": _weight(moved, one) / (_weight(both, one) or 1.0),
    }


def _weight(words: Iterable[str], one: Placed) -> float:
    return sum(one.weights.get(word, 1.0) for word in words)


def _owners(text: str, names: Sequence[Name], words: Iterable[str]) -> dict[str, set[str]]:
    """Return the keys of those to whom each word of a text belongs, at any of its places."""
    clauses = [match.span() for match in _CLAUSE.finditer(text)]
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    found: dict[str, set[str]] = {}
    for word in words:
        for match in re.finditer(re.escape(word), text):
            at = match.start()
            if any(name.start <= at < name.end for name in names):
                continue
            own = _nearest(names, at, clauses) or _nearest(names, at, sentences)
            if own is not None:
                found.setdefault(word, set()).add(own.key)
    return found


def _nearest(names: Sequence[Name], at: int, spans: Sequence[tuple[int, int]]) -> Name | None:
    """Return the last name before a place in its span, else the first behind it."""
    start, end = next(((start, end) for start, end in spans if start <= at < end), (0, 0))
    inside = [name for name in names if start <= name.start < end]
    before = [name for name in inside if name.start < at]
    if before:
        return max(before, key=lambda name: name.start)
    return min(inside, key=lambda name: name.start, default=None)


def _above(one: Placed, sources: Sequence[Source], persons: set[str]) -> dict[str, float]:
    """Return how many names stand in no quote but in its heading or stamp, and whether the quotes name others."""
    around = "\n".join(f"{source.heading}\n{source.stamp}" for source in sources)
    known = _people(around)
    here = {name.key for name in named("actor", one.text, persons | known)}
    above = {key for key in here if key not in one.told and key in around}
    left = {name.key for name in named("actor", one.window, persons) if name.key not in one.text}
    return {
        "above": float(len(above)),
        "person_above": float(len(above & known)),
        "actors_left": float(len(left)),
        "above_instead": float(min(len(above), len(left))),
    }
