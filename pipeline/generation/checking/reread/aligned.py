"""Word by word: what of a statement stands in its sources, in which order, and what is left on either side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.parties import people
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.speech import RUN, kind_of, words_of
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.generation.checking.reread.placed import Placed, is_verb
from pipeline.generation.meaning import vectors
from pipeline.patterns import compiled

_CLAUSE = compiled(r"[^,。;:\n]+")
_KINDS = ("v", "n", "a", "f", "")
_SIDES = ("new_near", "new_far", "left_near", "left_far", "new_shares", "new_share", "new_strange")
NAMES = (
    *(f"{side}_{kind or 'other'}" for side in ("new", "left") for kind in _KINDS),
    "new", "new_long", "new_characters", "words", "left",
    *_SIDES,
    "longest_gap", "gaps", "mean_gap", "longest_copy", "mean_copy", "copies",
    "units", "units_held", "units_left", "people", "people_held",
    "turned", "turned_verbs", "turned_nouns", "turned_acts", "other_act", "other_acts", "clause_fit",
    "least_clause_fit", "figures_new", "values_new", "values_left",
    "clauses", "sources", "length", "window", "ratio", "told",
)  # fmt: skip
"""The traits of this room, in order."""
Row = dict[str, float]


def aligned(one: Placed, sources: Sequence[Source]) -> Row:
    """Return how the words of a statement stand beside those of its sources."""
    words = "\n".join(source.words for source in sources)
    sizes = {
        "clauses": float(len(one.clauses)),
        "sources": float(len(sources)),
        "length": float(len(one.text)),
        "window": float(len(one.window)),
        "ratio": len(one.text) / max(1, len(one.window)),
        "told": float(len(one.told)),
    }
    return _changed(one, words) | _runs(one) | _named(one, words) | _turned(one) | _fit(one) | _figures(one) | sizes


def _changed(one: Placed, words: str) -> Row:
    """Return how many words are the statement's own, how many of the sources' it leaves, and how near these are."""
    said, behind = words_of(one.text), words_of(one.window)
    new = [word for word in said if word not in words]
    left = [word for word in behind if word not in one.text and len(word) > 1]
    long = [word for word in new if len(word) > 1]
    row = {f"{side}_{kind or 'other'}": 0.0 for side in ("new", "left") for kind in _KINDS}
    for side, changed in (("new", new), ("left", left)):
        for kind, count in Counter(map(kind_of, changed)).items():
            row[f"{side}_{kind or 'other'}"] = float(count)
    row |= {
        "new": len(new) / max(1, len(said)),
        "new_long": float(len(long)),
        "new_characters": float(sum(character not in words for word in new for character in word)),
        "words": float(len(said)),
        "left": len(left) / max(1, len(behind)),
    }
    return row | _near(long, left)


def _near(new: Sequence[str], left: Sequence[str]) -> Row:
    """Return how near in meaning and in characters new words are to those left out; missing where there are none."""
    if not new or not left:
        return dict.fromkeys(_SIDES, np.nan)
    cosines = vectors(list(new)) @ vectors(list(left)).T
    shared = [max(len(set(word) & set(other)) for other in left) / len(word) for word in new]
    best, other = cosines.max(axis=1), cosines.max(axis=0)
    return {
        "new_far": float(best.min()),
        "new_near": float(best.mean()),
        "left_far": float(other.min()),
        "left_near": float(other.mean()),
        "new_shares": min(shared),
        "new_share": sum(shared) / len(shared),
        "new_strange": float(shared.count(0)),
    }


def _runs(one: Placed) -> Row:
    """Return how long the runs are that a statement copies, and those between."""
    text = "".join(RUN.findall(one.text))
    gaps, gap = list[int](), 0
    for at in range(len(text) - 1):
        if text[at : at + 2] not in one.told:
            gap += 1
        elif gap:
            gaps.append(gap)
            gap = 0
    gaps.append(gap)
    copies, at = list[int](), 0
    while at < len(text):
        size = 1
        while at + size < len(text) and text[at : at + size + 1] in one.told:
            size += 1
        copies.append(size)
        at += size
    return {
        "longest_gap": float(max(gaps)),
        "gaps": float(sum(gap > 0 for gap in gaps)),
        "mean_gap": sum(gaps) / len(gaps),
        "longest_copy": float(max(copies, default=0)),
        "mean_copy": sum(copies) / max(1, len(copies)),
        "copies": len(copies) / max(1, len(text)),
    }


def _named(one: Placed, words: str) -> Row:
    """Return how many units and people a statement names, how many of these its sources do, and which it leaves."""
    own = set(units(one.text))
    persons = {name for readings in people(one.text) for name in readings}
    return {
        "units": float(len(own)),
        "units_held": float(sum(name in words for name in own)),
        "units_left": float(sum(name not in one.text for name in set(units(one.window)))),
        "people": float(len(persons)),
        "people_held": float(sum(name in words for name in persons)),
    }


def _turned(one: Placed) -> Row:
    """Return how many words stand in another order than in the sources, and how many beside another act."""
    said = dict.fromkeys(word for word in words_of(one.text) if len(word) > 1 and one.window.count(word) == 1)
    places = [(word, one.window.index(word)) for word in said]
    turned = [(a, b) for (a, at), (b, after) in combinations(places, 2) if at > after]
    acts = [word for word in said if is_verb(word)]
    others = [word for word in said if not is_verb(word)] if len(acts) > 1 else []
    moved = sum(_nearest(word, acts, one.text) != _nearest(word, acts, one.window) for word in others)
    return {
        "turned": len(turned) / max(1, len(places) * (len(places) - 1) // 2),
        "turned_verbs": float(sum(is_verb(a) != is_verb(b) for a, b in turned)),
        "turned_nouns": float(sum(not is_verb(a) and not is_verb(b) for a, b in turned)),
        "turned_acts": float(sum(is_verb(a) and is_verb(b) for a, b in turned)),
        "other_act": float(moved),
        "other_acts": moved / len(others) if others else np.nan,
    }


def _nearest(word: str, acts: Sequence[str], text: str) -> str:
    at = text.find(word)
    return min(acts, key=lambda act: abs(text.find(act) - at))


def _fit(one: Placed) -> Row:
    """Return how much of each clause's words one clause of the sources holds alone."""
    there = [match.group() for match in _CLAUSE.finditer(one.told)]
    shares = []
    for clause in one.clauses:
        known = [word for word in clause.words if word in one.told]
        if len(known) > 1:
            shares.append(max(sum(word in part for word in known) for part in there) / len(known))
    return {
        "clause_fit": sum(shares) / len(shares) if shares else np.nan,
        "least_clause_fit": min(shares, default=np.nan),
    }


def _figures(one: Placed) -> Row:
    """Return how many amounts a statement tells that are not in its sources, and leaves that are beside it."""
    own, there, near = (amounts(re.sub(r"\n", "。", text)) for text in (one.text, one.told, one.window))
    both = {(amount.value, amount.unit) for amount in there}
    values, said = {amount.value for amount in there}, {amount.value for amount in own}
    return {
        "figures_new": float(sum((amount.value, amount.unit) not in both for amount in own)),
        "values_new": float(sum(amount.value not in values for amount in own)),
        "values_left": float(sum(amount.value not in said for amount in near)),
    }
