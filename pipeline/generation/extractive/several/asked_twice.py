"""One thing asked of two meetings, each in a clause of its own, or of two bodies in one clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.named_apart import named_apart
from pipeline.generation.extractive.several.one_side import ASKS
from pipeline.generation.extractive.several.splitting import PIECE, without
from pipeline.generation.extractive.several.stage_lines import likeliest, lines
from pipeline.generation.extractive.several.stages import fitting, stages_of
from pipeline.generation.extractive.several.time_asks import pieces_asked
from pipeline.generation.extractive.several.wordings import AGAIN, TWO_BODIES

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing


def asked_of_two(composing: Composing) -> Draft | None:
    """Answer what is asked of two meetings, each in a clause of its own, or of two bodies in one.

    `None` where a question asks no such thing, or where only one meeting tells.
    """
    question = composing.question
    if question.claim or len(question.scope.every) < 2:
        return None
    text = without(question.text, question.scope.mentions, gap="，")
    of_two = TWO_BODIES.search(text) is not None
    if not of_two and not _asks_twice(text):
        return None
    asked, read = pieces_asked(text), lines if of_two else likeliest
    named = {entry.document_id: entry for entry in question.scope.entries}
    each = set(named) if len(named) > 1 and len(named_apart(question)) > 1 else set[str]()
    # 从5月的会到6月的会 names one of two, a village others that speak of it
    for allowed in (named, {entry.document_id: entry for entry in question.scope.every}):
        stages = stages_of(composing, allowed)
        told = [(one.source, line) for one in stages for line in read(composing, one, fitting(one, asked))]
        ids = {source.document_id for source, _ in told}
        if len(ids) > 1 and each <= ids:
            return composing.stamped("passages", told, several=True)
    return None


def _asks_twice(text: str) -> bool:
    """Tell whether a text asks for things of one kind twice, the second time of another meeting or of what was done.

    >>> _asks_twice("县里要求几号完成，镇上自己又定的几号完工？"), _asks_twice("总投资多少，资本金多少？")
    (True, False)
    """
    asking = [match.group() for match in PIECE.finditer(text) if ASKS.search(match.group())]
    kinds = {kind_asked(piece).kind for piece in asking}
    return len(asking) == 2 and len(kinds) == 1 and kinds <= set(STRICT) and bool(AGAIN.search(asking[1]))
