"""What the time before was said of a matter: 上一回为什么没定下来, after a question on what a meeting decided of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.several.going_on import Focus, read_on
from pipeline.generation.extractive.several.stages import stages_of, told_apart
from pipeline.generation.neighbours import find_step

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.question import Question
    from pipeline.retrieval.catalogue import Catalogue


def time_before(question: Question, focus: Focus, *, catalogue: Catalogue, find: Find) -> Draft | None:
    """Answer out of the item of the meeting that dealt with a matter the time before, or after, the one of an answer.

    `None` where a question goes to no other time, or no other meeting of the library dealt with the matter.

    Args:
        question: a question that goes to the meeting before or after, which the library does not hold by its number.
        focus: the item that the answer before rests on.
        catalogue: where the documents are.
        find: searches the library.
    """
    step = find_step(question.text)
    if step is None or question.scope.missing is None:
        return None
    here = focus.source.entry.date or ""
    scope = replace(focus.asked.scope, entries=question.scope.every, filters={}, missing=None)
    composing = Composing(replace(focus.asked, scope=scope), catalogue, find)
    every = {entry.document_id: entry for entry in question.scope.every}
    dated = [(stage.source.entry.date or "", stage) for stage in stages_of(composing, every)]
    others = [pair for pair in dated if (pair[0] < here if step.back else pair[0] > here)]
    if not others or not here:
        return None
    chosen = (max if step.back else min)(others, key=lambda pair: pair[0])[1]
    bare = f"{question.text[: step.start]}{question.text[step.end :]}"
    asked = replace(question, text=bare, scope=replace(scope, entries=(chosen.source.entry,), mentions=()))
    told = read_on(asked, Focus(chosen.source, chosen.item, (), focus.asked), catalogue)
    lines = told.sentences if told is not None else told_apart(chosen) if chosen.apart else ()
    return composing.stamped("passages", [(chosen.source, line) for line in lines], several=True) if lines else None
