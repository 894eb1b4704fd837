"""What several sentences of an item say is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.generation.summary.told import Told


def once(told: Sequence[Told]) -> list[Told]:
    """Return sentences without those that say word for word what another one says; what a point says counts with it."""
    left: list[Told] = []
    told = _with_points_held(told)
    for entry in told:
        said = entry.text.strip("。；")
        held = [other for other in told if len(other.text) > len(entry.text) and said in other.text]
        if held and (entry.role == "text" or any(entry.covers <= other.covers for other in held)):
            continue
        if all(entry.text != other.text or entry.covers - other.covers for other in left):
            left.append(entry)
    return left


def _with_points_held(told: Sequence[Told]) -> list[Told]:
    """Return sentences, each with the points that it says whole within what it quotes (会议同意作如下调整：…)."""
    return [
        replace(entry, covers=entry.covers.union(*(one.covers for one in told if _holds_point(entry, one))))
        for entry in told
    ]


def _holds_point(entry: Told, one: Told) -> bool:
    """Tell whether a sentence says a point word for word from the same place."""
    within = all(any(quote.start in place.span for place in entry.sentence.quotes) for quote in one.sentence.quotes)
    return one.role == "point" and within and one.text.strip("。；") in entry.text and one is not entry
