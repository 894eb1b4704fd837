"""The thread of a matter: the items under which it came before the meetings of one place, whatever it was called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, Source
from pipeline.generation.extractive.several.stages import (
    AT_MOST,
    Stage,
    kindred,
    share_a_place,
    stages_of,
    weighed,
    weighed_items,
)
from pipeline.generation.former_names import former_names
from pipeline.generation.matter_names import goes_on, matter_name
from pipeline.generation.places import place_of
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.generation.extractive.composing import Composing
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Entry

Seed = tuple[Source, "Item"]
LEAST = 4
"""Characters that a former name must have to be looked for."""


def thread_of(composing: Composing, allowed: Mapping[str, Entry], seed: Seed | None = None) -> list[Stage]:
    """Return the items of one matter, newest first, those under a name that the matter had before with them.

    Args:
        composing: a question whose text names the matter.
        allowed: the documents to look through.
        seed: an item that is known to be of the matter; its title is gone by where the words of the question lead to
            no two meetings.
    """
    stages = stages_of(composing, allowed)
    if len(stages) < 2 and seed is not None:
        stages = _like(composing, seed, allowed) or stages
    if not stages:
        return []
    known = {stage.source.document_id for stage in stages}
    beside = [one for one in _found_by_name(composing, stages, allowed) if one.source.document_id not in known]
    found = [*stages, *{one.source.document_id: one for one in reversed(beside)}.values()]
    return sorted(found, key=lambda stage: stage.source.entry.date or "", reverse=True)[:AT_MOST]


def _like(composing: Composing, seed: Seed, allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that are about the matter of one, by what its title calls it."""
    from pipeline.generation.extractive.reading.concepts import concepts_of

    source, item = seed
    name = matter_name(item.title)
    words = [one for one in concepts_of(fold(name)) if len(one.word) > 1 and one.word not in COMMON]
    if not words or not source.entry.date:
        return []
    first = weighed(source, item, words)
    found = [
        one
        for one in weighed_items(composing, words, allowed, query=name)
        if goes_on(fold(name), fold(matter_name(one.item.title)), place=place_of(source.entry))
    ]
    return list(kindred(first, [first, *found]).values())


def _found_by_name(composing: Composing, stages: Sequence[Stage], allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that are called as a matter is, or was, and those that say that they were called so before."""
    words = list(stages[0].words)
    former = [name for stage in stages for name in _names_before(stage)]
    queries = [*former, *(matter_name(stage.item.title) for stage in stages[:1])]
    found = [one for query in dict.fromkeys(queries) for one in weighed_items(composing, words, allowed, query=query)]
    before = [fold(name) for name in former]
    called = [*(fold(matter_name(stage.item.title)) for stage in stages), *before]
    return [
        one
        for one in found
        if any(share_a_place(one, stage) for stage in stages) and (_bears(one, before) or _is_or_was(one, called))
    ]


def _names_before(stage: Stage) -> list[str]:
    return former_names(f"{stage.item.title}，{stage.source.document.quote(stage.item.span)}")


def _bears(one: Stage, names: Sequence[str]) -> bool:
    """Tell whether the title of an item holds one of some names."""
    title = fold(one.item.title)
    return any(len(name) >= LEAST and name in title for name in names)


def _is_or_was(one: Stage, called: Sequence[str]) -> bool:
    """Tell whether an item is called as one of some matters, or says that its matter was before."""
    place = place_of(one.source.entry)
    names = [matter_name(one.item.title), *_names_before(one)]
    return any(goes_on(fold(name), other, place=place) for name in names for other in called)
