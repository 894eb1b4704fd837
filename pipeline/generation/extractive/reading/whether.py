"""Whether something is done: 还挖不挖 is told by the sentence that speaks of digging, not by why work stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate

ENOUGH = 0.4
"""How likely, beside the likeliest, a sentence of the same item must be that speaks of the act."""
_ACT = compiled(r"(?![能要是会该可行对有好用成够算])(?P<act>[一-鿿])[不没](?P=act)(?!同|错|过|足|良)")
"""挖不挖; of 能不能 and 是不是 no act is asked by themselves."""


def of_the_act_asked(question: str, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the likeliest sentence that speaks of the act of which it is asked whether, if the likeliest does not.

    Args:
        question: the question as asked.
        best: the likeliest sentence.
        found: all that came into question, the likeliest first.
    """
    asked = _ACT.search(fold(question))
    if asked is None or asked["act"] in fold(best.text):
        return best
    same = (one for one in found if one.can and one.source is best.source and one.item is best.item is not None)
    speaks = (one for one in same if one.likely >= ENOUGH * best.likely and asked["act"] in fold(one.text))
    return next(speaks, best)
