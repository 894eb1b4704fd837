"""Room that a full draft has left is given to what was left out of its sentences, the shortest additions first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.generation.draft import Quote
from pipeline.generation.summary.condense import Level
from pipeline.generation.summary.told import Part, Told

FULLER: Mapping[Level, Level] = {3: 2, 2: 1, 1: 1}
"""The level at which less of a passage goes."""


def length_of(parts: Iterable[Part]) -> int:
    """Return how many characters the sentences of a draft have."""
    return sum(len(told.text) for part in parts for told in part.told)


def fuller(parts: Sequence[Part], richer: Sequence[Part], *, room: int) -> list[Part]:
    """Return a draft with its sentences as a richer one has them, as far as there is room.

    Those that would get their ways and effects back only as a quote come last.

    Args:
        parts: the draft.
        richer: the same draft, less condensed; a sentence is found again by what it quotes.
        room: how many characters may be added.
    """
    longer = {told.sentence.quotes: told for part in richer for told in part.told}
    offers = [(told, longer[told.sentence.quotes]) for part in parts for told in part.told if _gains(told, longer)]
    offers.sort(key=lambda offer: (offer[1].text.count("“") > offer[0].text.count("“"), _added(offer)))
    chosen: dict[Told, Told] = {}
    for short, long in offers:
        added = _added((short, long))
        if added <= room:
            chosen[short] = long
            room -= added
    return [replace(part, told=tuple(chosen.get(told, told) for told in part.told)) for part in parts]


def _added(offer: tuple[Told, Told]) -> int:
    return len(offer[1].text) - len(offer[0].text)


def _gains(told: Told, longer: Mapping[tuple[Quote, ...], Told]) -> bool:
    """Tell whether a richer draft has more of a sentence."""
    other = longer.get(told.sentence.quotes)
    return other is not None and len(other.text) > len(told.text)
