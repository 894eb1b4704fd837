"""What became of a matter after it was put off (重新论证后通过了吗), which the minutes that put it off cannot tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters
from pipeline.generation.extractive.evidence import Terms
from pipeline.generation.extractive.premises.presumed import MATTER, decides_later, stretches
from pipeline.generation.extractive.premises.taken import matter_of
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing

AFTERWARDS = compiled(
    r"(?:重新|再次?|修改|完善|补充|论证|评估|测算|审计|调研|公示|听证)[^，。？?]{0,6}(?:后|之后|以后)"
    r"[^？?]{0,14}(?:通过|同意|批准|定下来|过会)[^，。？?]{0,4}(?:吗|没有?|么|[？?]|$)"
)
"""Asks for the verdict after what a meeting ordered was done."""


def afterwards(composing: Composing) -> Draft | None:
    """Refuse where a later verdict is asked for and only the one that put the matter off is held; it is shown."""
    question = composing.question
    if not AFTERWARDS.search(question.text):
        return None
    concepts = matter_of(
        replace(
            question,
            text=blanked(question.text, [match.span() for match in AFTERWARDS.finditer(question.text)], mark="，"),
        )
    )
    found = stretches(composing, concepts) if concepts else []
    if not found or found[0].share < MATTER or found[0].item is None:
        return None
    best, item = found[0], found[0].item
    put_off = [one for one in item.outcomes if one.class_ == "deferred"]
    if not put_off or any(decides_later(best, other) for other in found[1:]):
        return None
    told = matters.outcome(Target(best.source, item, 1.0), Terms({}))
    return composing.refusal("not_stated", f"{item.title}：此后的结论未载明。", route="record", instead=told)
