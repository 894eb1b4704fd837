"""The thread of a matter: the items under which it came before the meetings of one place, whatever it was called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.several.stages import AT_MOST, Stage, of_one_place_too, stages_of, weighed_items
from pipeline.generation.former_names import former_names
from pipeline.generation.matter_names import matter_name, same_matter
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.generation.extractive.composing import Composing
    from pipeline.retrieval.catalogue import Entry

LEAST = 4
"""Characters that a former name must have to be looked for."""


def thread_of(composing: Composing, allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items of one matter, newest first, those under a name that the matter had before with them."""
    stages = stages_of(composing, allowed)
    if not stages:
        return []
    known = {stage.source.document_id for stage in stages}
    beside = [one for one in _found_by_name(composing, stages, allowed) if one.source.document_id not in known]
    found = [*stages, *{one.source.document_id: one for one in reversed(beside)}.values()]
    return sorted(found, key=lambda stage: stage.source.entry.date or "", reverse=True)[:AT_MOST]


def _found_by_name(composing: Composing, stages: Sequence[Stage], allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that bear a former name of a matter, and those that say that they had its name before."""
    words = list(stages[0].words)
    former = [name for stage in stages for name in _names_before(stage)]
    queries = [*former, *(matter_name(stage.item.title) for stage in stages[:1])]
    found = [one for query in dict.fromkeys(queries) for one in weighed_items(composing, words, allowed, query=query)]
    called = [name for stage in stages for name in (fold(matter_name(stage.item.title)), *map(fold, _names_before(stage)))]
    return [
        one
        for one in found
        if any(of_one_place_too(one, stage) for stage in stages)
        and (_bears(one, [fold(name) for name in former]) or _had(one, called))
    ]


def _names_before(stage: Stage) -> list[str]:
    return former_names(f"{stage.item.title}，{stage.source.document.quote(stage.item.span)}")


def _bears(one: Stage, names: Sequence[str]) -> bool:
    """Tell whether the title of an item holds one of some names."""
    title = fold(one.item.title)
    return any(len(name) >= LEAST and name in title for name in names)


def _had(one: Stage, called: Sequence[str]) -> bool:
    """Tell whether an item says that its matter had one of some names before."""
    return any(same_matter(fold(name), other) for name in _names_before(one) for other in called)
