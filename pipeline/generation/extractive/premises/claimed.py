"""What the item says against a question's own statement: another figure, or what it turned down beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.reading.sureness import APART, LIKELY
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question

NEAR = 0.15
"""From here on a sentence that is not sure enough is shown with the refusal, as what comes nearest."""
FIGURE = compiled(
    r"(?<![0-9.第])(?!(?:19|20)[0-9]{2}年)(?P<figure>[0-9]+(?:\.[0-9]+)?)(?P<unit>[万亿]?(?:元|亩|户|人|家|个|名|套|台|部(?!门)|座|公里|天|年|票|项|条|件|辆|吨|%|平方米|期|次|宗|处|所|艘|栋|间|位|起|份|公顷|米|小时|张|株|头))"
)
"""A figure with what it counts; dates and ordinals are none."""
BARE_SUM = compiled(
    r"(?<=[0-9])(?P<scale>[万亿]?)(?:块(?:钱|(?=[，,。；;、？?了吗呢吧]|$))|(?<=[万亿])(?=[，,。；;、？?的了吗呢吧]|$))"
)
"""贷100万，…, 3500块: sums as they are said."""
FORMER = compiled(
    r"(?:[由从]|原(?:来|定)?的?)[^，,。；;]{0,14}?[0-9.]+[万亿]?元(?=[^，,。；;]{0,4}(?:[提调增降减改压][^，,。；;]{0,3})?[到至为])"
)
"""由60万元提高至80万元: the first is what it was."""


def held_against(question: Question, best: Candidate, apart: float) -> bool:
    """Tell whether a statement is to be held against the sentence that comes nearest, in whatever words that has it.

    整治资金市里出七成，对吧: the record says 60%, and to refuse would leave the statement as it is.
    """
    return question.claim and best.item is not None and best.likely >= NEAR and apart >= APART


def other_figure(question: Question, found: Sequence[Candidate]) -> list[tuple[Source, Sentence]]:
    """Return the sentence that states another figure than the one taken for granted: 320万亩, not 230.

    Where a question states a thing to have it confirmed, the figure is looked for in the whole item, which must state
    one alone of the kind.
    """
    asked = BARE_SUM.sub(r"\g<scale>元", fold(question.text))
    taken = [(match["figure"], match["unit"]) for match in FIGURE.finditer(asked)]
    best = found[0]
    if not taken or (best.can and not question.claim) or best.likely < LIKELY or best.item is None:
        return []
    around = fold(best.source.document.quote(best.item.span))
    pool = [one for one in found if one.item is best.item and one.source is best.source] if question.claim else [best]
    for figure, unit in taken:
        if re.search(rf"(?<![0-9.]){figure}(?![0-9.])", around):
            continue  # 23家 may be told as 23处
        stated = [(match["figure"], one) for one in pool for match in _of_unit(one, unit)]
        if len(stated) == 1 and stated[0][0] != figure:
            told = stated[0][1]
            return [(told.source, passages.told(told.source, told.span))]
    return []


def _of_unit(one: Candidate, unit: str) -> list[dict[str, str]]:
    said = fold(one.text)
    former = [match.span() for match in FORMER.finditer(said)]
    return [
        match.groupdict()
        for match in FIGURE.finditer(said)
        if match["unit"] == unit and not any(start <= match.start() < end for start, end in former)
    ]


def refused_beside(question: Question, best: Candidate, found: Sequence[Candidate]) -> list[Sentence]:
    """Return the sentence beside the likeliest that turns down a part of what a question states; or nothing.

    两个科室都延到22:00，对吗: one was put off to 22:00, the other was not.
    """
    if not question.claim or best.item is None or DOWN.search(best.text):
        return []
    from pipeline.generation.extractive.reading.candidates import asked_of

    said = fold(best.text)
    words = [one for one in asked_of(question).concepts if len(one.word) > 1 and one.word not in COMMON]
    beyond = [one for one in words if one.held(said)[1] < HELD]
    beside = (one for one in found if one.item is best.item and one.source is best.source and DOWN.search(one.text))
    told = [one for one in beside if any(word.held(fold(one.text))[0] == 1.0 for word in beyond)]
    return [passages.told(one.source, one.span) for one in told[:1]]
