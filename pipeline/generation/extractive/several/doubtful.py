"""Whether one place answers two questions that a question is made of: then they ask the same, or one was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import terms_of
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT, find
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.several.splitting import Side

SPOKEN_OF = 0.3
"""Share of the words of a side's name that an answer must hold."""


def doubtful(drafts: Sequence[Draft], asked: Sequence[Side]) -> bool:
    """Tell whether one place answers two questions and does not plainly hold what each of them asks for."""
    places = [frozenset(draft.quotes) for draft in drafts]
    told = {tuple(sentence.text for sentence in draft.sentences) for draft in drafts}
    twice = len(set(places)) < len(places) and len(told) < len(drafts)
    return twice and not _names_all(drafts, asked) and not _holds_each(drafts, asked)


def _holds_each(drafts: Sequence[Draft], asked: Sequence[Side]) -> bool:
    """Tell whether one sentence answers sides of different kinds, or as many of one kind as are asked: 9艘、27户."""
    if len({draft.sentences for draft in drafts}) > 1:
        return False
    said = fold(drafts[0].said)
    kinds = [kind_asked(side.question.text) for side in asked]
    if any(one.kind not in STRICT for one in kinds):
        return False
    wanted = Counter((one.kind, one.counted) for one in kinds)
    held = {(one.kind, one.counted): {said[slice(*place)] for place in find(one, said)} for one in kinds}
    return all(len(held[key]) >= number for key, number in wanted.items())


def _names_all(drafts: Sequence[Draft], asked: Sequence[Side]) -> bool:
    """Tell whether one sentence answers every side by its name: A方案2票，B方案10票."""
    same = len({draft.sentences for draft in drafts}) == 1
    said = fold(drafts[0].said)
    return same and all(side.name and terms_of((side.name,)).coverage(said) >= SPOKEN_OF for side in asked)
