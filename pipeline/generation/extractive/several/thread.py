"""The thread of a matter that a question names: the items under which it came before the meetings of one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, Source
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.stages import AT_MOST, Stage, stages_of, weighed, weighed_items
from pipeline.generation.extractive.several.wordings import matter_of
from pipeline.generation.matter_names import matter_name
from pipeline.generation.threads import Strand, followed, strand_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.generation.extractive.composing import Composing
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Entry

Seed = tuple[Source, "Item"]
LEAST = 4
"""Characters that a matter's name in a question must have to be looked for in titles to the letter."""
_NO_HAN = compiled(r"[，,。；;？?、\s]+")
QUERIES = 6
"""Names that are looked for at once."""


def thread_of(composing: Composing, allowed: Mapping[str, Entry], seed: Seed | None = None) -> list[Stage]:
    """Return the items of one matter, newest first, the best of each document, whatever it was called.

    Args:
        composing: a question whose text names the matter.
        allowed: the documents to look through.
        seed: an item that is known to be of the matter, from which it is followed where the words of the question lead
            to no two meetings.
    """
    stages = stages_of(composing, allowed)
    if len(stages) < 2 and seed is not None and seed[0].entry.date:
        stages = [_weighed(seed)]
    if not stages:
        return []
    words = list(stages[0].words)
    known = {_key(stage): stage for stage in stages}

    def look(names: Sequence[str]) -> Iterator[Strand]:
        for name in names[:QUERIES]:
            for one in weighed_items(composing, words, allowed, query=name):
                known.setdefault(_key(one), one)
                yield _strand(one)

    wording = _wording(composing)
    named = [stage for stage in stages if wording and wording in fold(stage.item.title)]
    found = [known[one.key] for one in followed([_strand(stage) for stage in named or stages], look)]
    if named:  # of 东湖公园 an item on 东湖安置房 says nothing
        ours = {_key(stage) for stage in found}
        stages = [one for one in stages if _key(one) in ours or wording in fold(_strand(one).said())]
    best: dict[str, Stage] = {}
    for stage in [*stages, *sorted(found, key=lambda one: one.held, reverse=True)]:
        best.setdefault(stage.source.document_id, stage)
    return sorted(best.values(), key=lambda stage: stage.source.entry.date or "", reverse=True)[:AT_MOST]


def _wording(composing: Composing) -> str:
    """Return what a question calls a matter, where it says nothing else; empty where it is too short to tell one."""
    question = composing.question
    text = fold(_NO_HAN.sub("", matter_of(without(question.text, question.scope.mentions, gap="，")))).strip()
    return text if len(text) >= LEAST else ""


def _weighed(seed: Seed) -> Stage:
    """Return an item with how much it holds of the words of its own title."""
    from pipeline.generation.extractive.reading.concepts import concepts_of

    source, item = seed
    words = list(concepts_of(fold(matter_name(item.title))))
    return weighed(source, item, [one for one in words if len(one.word) > 1 and one.word not in COMMON] or words)


def _key(stage: Stage) -> tuple[str, int]:
    return stage.source.document_id, stage.item.start


def _strand(stage: Stage) -> Strand:
    return strand_of(stage.source.entry, stage.source.document, stage.item)
