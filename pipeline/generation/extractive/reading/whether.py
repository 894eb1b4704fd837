"""What is asked of an act: 还挖不挖 is told by the sentence on digging, 谁来改 by the one that tells somebody to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate

ENOUGH, OBJECT_ENOUGH, WHO_ENOUGH = 0.4, 0.1, 0.2
"""How likely, beside the likeliest, a sentence of the same item must be that speaks of the act; of it with its object;
that says who is to do it."""
_ACT = compiled(
    r"(?![能要是会该可行对有好用成够算])(?P<act>[一-鿿])[不没](?P=act)(?!同|错|过|足|良)(?P<object>[一-鿿]?)"
)
"""挖不挖, 收不收费; of 能不能 and 是不是 no act is asked by themselves."""
_WHO = compiled(r"谁(?:来|去|负责)?(?P<act>[改修建装拆搬查验审印测招种清扫])[？?]?$")
_ITS_OWN = compiled(r"\s*(?:由|(?:责任|牵头|承办|主办|实施|建设)(?:单位|部门))")
"""Opens the clause behind one on an act that says whose it is: 建设口袋公园12处，责任单位为市园林局."""
_PARTS = compiled(r"[，,、。；;：:（）()]")


def of_the_act_asked(question: str, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the likeliest sentence that speaks of the act of which it is asked whether, or who does it, else the best.

    Args:
        question: the question as asked.
        best: the likeliest sentence.
        found: all that came into question, the likeliest first.
    """
    asked = fold(question)
    same = [one for one in found if one.can and one.source is best.source and one.item is best.item is not None]
    if who := _WHO.search(asked):
        told = (one for one in same if one.likely >= WHO_ENOUGH * best.likely and _says_who(one, who["act"]))
        return best if _says_who(best, who["act"]) else next(told, best)
    if (whether := _ACT.search(asked)) is None or whether["act"] in fold(best.text):
        return best
    act = whether["act"] + whether["object"]
    spoken = [one for one in same if whether["act"] in fold(one.text)]
    named = (
        one for one in spoken if len(act) > 1 and act in fold(one.text) and one.likely >= OBJECT_ENOUGH * best.likely
    )
    return next(named, next((one for one in spoken if one.likely >= ENOUGH * best.likely), best))


def speaks_of_act(question: str, text: str) -> bool:
    """Tell whether a text speaks of the act of which a question asks whether, with its object; true where none does.

    >>> speaks_of_act("停车场收不收费", "同意改建为停车场"), speaks_of_act("停车场收不收费", "停车收费暂不决定")
    (False, True)
    """
    asked = _ACT.search(fold(question))
    return asked is None or not asked["object"] or f"{asked['act']}{asked['object']}" in fold(text)


def _says_who(one: Candidate, act: str) -> bool:
    """Tell whether a clause of a sentence holds an act, not in the name of a unit, and somebody who does it."""
    names, parts = known_names(one.source), _PARTS.split(one.text)
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        units = find_units(part)
        if act not in blanked(part, [(place.start, place.end) for place, _ in units]):
            continue  # 市住建局 builds nothing
        if units or any(name in part for name in names) or re.search("[由请]", part) or _ITS_OWN.match(after):
            return True
    return False
