"""A figure that a question takes for granted and the record gives otherwise: 获批1.2亿元, where it was 9000万元."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import COMMON, THOUSANDS
from pipeline.generation.extractive.giving_way import CHANGE
from pipeline.generation.extractive.premises.presumed import MATTER, stretches
from pipeline.generation.extractive.premises.taken import matter_of, weight_of
from pipeline.generation.extractive.reading.settled import only_proposes
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.premises.named import Named
    from pipeline.minutes import Span

COUNTED = (
    r"平方米|平方公里|公里|米|公顷|亩|吨|户|人|名|位|家|个|套|台|辆|部(?!门)|座|处|条|项|件|宗|栋|间|所|艘|张|株|头|票|岁|层"
    r"|台次|%"
)
FIGURE = compiled(
    rf"(?<![0-9.第\-/])(?!(?:19|20)[0-9]{{2}}年)(?P<figure>[0-9]+(?:\.[0-9]+)?)(?P<scale>[十百千万亿]*)(?P<unit>元|{COUNTED})"
    r"(?![多余来左上]|以[上下内])"
)
"""A figure with what it counts; dates, ordinals and round ones (3万多元) are none."""
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
ALIKE = {"名": "人", "位": "人", "个": "人", "户": "家", "项": "条", "件": "条", "部": "台", "辆": "台"}
"""Units that count the same things: 15个在编的, 在编人员5名."""
CLAUSE = compiled(r"[^，,。；;：:！？!?\n]+")
WORD = compiled(r"(?!.?[的了那这是与和及由把被这共约达近有要])[一-鿿]{2}")
BARE_SUM = compiled(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?[万亿](?=[，,。；;？?、的了]|$)")
OF_MONEY = compiled(r"贷|借|补|拨|奖|投资|预算|概算|钱|资金|费|价|款|花|付|罚")
"""A sum without 元, and what says that a question speaks of money."""
CHANGED_TO = compiled(
    r"(?:[从由][^，,。；;]{1,16}?)?(?:提高?|[上下]?调整?|增加?|[上下]?[涨升降]低?|减少?|压[减缩]?|核[定增减]|扩大?|缩小?|改|变更?|追加)[到至为成]了?$"
)
"""What stands between a thing and the figure to which it is changed: 概算|由4亿元调整为|5亿元."""
CHANGES = compiled(r"(?:调整?|提高|改|降低?|增加|减少?|核定)[^，,。；;0-9]{0,2}[到至为成][^，,。；;0-9]{0,10}[0-9]")
NEIGHBOUR = 6
"""Characters beside a figure in which the word stands that says of what it is."""
LEAST = 0.8
"""The weight of the words that must say which matter is meant."""


def contradicted(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return the sentence that gives another figure than the one a question takes for granted; nothing where none does.

    The figure must stand nowhere in the document, and the sentence give just one of the kind, of the thing of which
    the question gives its own.
    """
    question = composing.question
    text = _in_full(fold(THOUSANDS.sub("", question.text)))
    taken = list(FIGURE.finditer(text))
    if not taken or question.claim or question.yes_no:
        return []
    concepts = matter_of(question)
    found = stretches(composing, concepts) if weight_of(concepts) >= LEAST else []
    if not found or found[0].share < MATTER:
        return []
    best = found[0]
    held = set(_values(fold(THOUSANDS.sub("", best.source.document.text))))
    named = set(_values(text))
    for match in taken:
        beside = _beside(text, match)
        if _value(match) in held or not beside:
            continue
        told = [
            place
            for place in sentences(best.source.document, best.span)
            if _of_it(fold(THOUSANDS.sub("", best.source.document.quote(place))), match, beside, named)
        ]
        settled = [one for one in told if not only_proposes(best.source.document.quote(one))]
        if len(told := settled or told) == 1:
            return [(best.source, passages.told(best.source, place)) for place in _to_the_change(best, told[0], match)]
    return []


def _to_the_change(best: Named, told: Span, taken: re.Match[str]) -> list[Span]:
    """Return a sentence with the next one, where that changes what it gives: 原定每月200元。同意调整为每月260元."""
    document = best.source.document
    following = next((place for place in sentences(document, best.span) if place.start >= told.end), None)
    text = fold(THOUSANDS.sub("", document.quote(following))) if following else ""
    counts = any(unit == _value(taken)[1] for _, unit in _values(text))
    return [told, following] if following and counts and CHANGES.search(text) else [told]


def _value(match: re.Match[str]) -> tuple[Decimal, str]:
    """Return what a figure comes to, with what it counts: 1.2亿元 is 120000000 of 元."""
    value = Decimal(match["figure"])
    for scale in match["scale"]:
        value *= SCALES[scale]
    return value, ALIKE.get(match["unit"], match["unit"])


def _values(folded: str) -> Iterator[tuple[Decimal, str]]:
    return (_value(match) for match in FIGURE.finditer(folded))


def _in_full(text: str) -> str:
    """Return a folded question with the unit behind a bare sum, where it speaks of money: 最高能贷100万.

    >>> _in_full("最高能贷100万，什么时候放款"), _in_full("来了3万人")
    ('最高能贷100万元，什么时候放款', '来了3万人')
    """
    return BARE_SUM.sub(r"\g<0>元", text) if OF_MONEY.search(text) else text


def _beside(text: str, match: re.Match[str]) -> list[str]:
    """Return the words right before and behind a figure that say of what it is."""
    before = CHANGED_TO.sub("", text[: match.start()])[-NEIGHBOUR:]
    behind = CLAUSE.match(text, match.end())
    runs = (before[-2:], before[-3:-1], (behind.group()[:2] if behind else ""), (behind.group()[1:3] if behind else ""))
    return [run for run in runs if WORD.fullmatch(run) and run not in COMMON]


def _of_it(folded: str, taken: re.Match[str], beside: list[str], named: Set[tuple[Decimal, str]]) -> bool:
    """Tell whether one clause of a sentence gives one figure of the kind and of the same thing, beside those named.

    由800万元下调为500万元 contradicts 由800万元下调为600万元.
    """
    unit = _value(taken)[1]
    for clause in CLAUSE.finditer(folded):
        change = CHANGE.search(clause.group())  # 由60万元提高至80万元 gives 80万元
        given = change["after"] if change else clause.group()
        values = {value for value, counts in _values(given) if counts == unit and (value, counts) not in named}
        if len(values) == 1 and any(word in clause.group() for word in beside):
            return True
    return False
