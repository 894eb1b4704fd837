"""What was ordered right behind a verdict: 不同意单独立项。由数据局修改方案，8月底前再报."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.premises.instead import ordered_instead
from pipeline.minutes import Span

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.target import Target
    from pipeline.generation.question import Question


def ordered_behind(question: Question, target: Target, told: Sequence[Sentence]) -> list[Sentence]:
    """Return what was ordered right behind the only verdict that is told, where it turns the matter down."""
    if len(told) != 1:
        return []
    first = told[0].quotes[0]
    return ordered_instead(question, target.source, target.item, Span(first.start, first.end))
