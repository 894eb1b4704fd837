"""What a question takes for what holds, and the record tells as what was before: 每台补20万元, since cut to 15."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import THOUSANDS
from pipeline.generation.extractive.premises.presumed import LEAST, stretches
from pipeline.generation.extractive.premises.taken import asserted, matter_of, share_of, weight_of
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    import re

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

VALUE = compiled(
    r"(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底|初|[上中下]旬)|[0-9]{1,2}:[0-9]{2}"
    r"|(?<![0-9.第])[0-9]+(?:\.[0-9]+)?[百千万亿]*(?:元|平方米|公里|米|亩|吨|户|人|名|家|个(?!月)|套|台|辆|座|处|条|项|栋|间|所|%|年(?![0-9底初末度])|个月|天)"
)
"""A day, a time of the day, or a figure with what it counts."""
BECAME = (
    r"(?:调[整高低减增]?|改|压[减缩]|缩[减短]|削减|降低?|[上下]调|减少?|提高|提升|增加?|延长?|推迟|推后|提前|顺延|延期|放宽|变更|更改|上移|扩大?|加大)"
    r"[到至为成由]"
)
CHANGE = compiled(rf"(?P<before>[^。；;\n]{{2,90}}?){BECAME}(?P<after>[^，,。；;\n]{{1,30}})")
"""A clause that tells what became of a value told before it: 由20万元调整为15万元, 原定6月底，顺延至8月10日."""
OF_OLD = compiled(r"原|此前|先前|上次|[由从]|拟|曾|要求|确定|议定|定[的于在为]|[0-9]次")
"""What says of a value that it was the one before."""
KNOWS = compiled(
    r"原[来先定本]?|之前|以前|此前|本来|起初|[由从][^，。？?]{1,16}?[到至改调为成]|拟|改[成为到由]|调整|推迟|顺延|变[成为更]|吗|没有"
)
"""A question that tells of a change itself, or asks for what was before."""
ON_MATTER = 0.6
"""Share of what a question asserts that a stretch must hold."""


def superseded(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return the sentence that tells what became of a value which a question asserts; nothing where none does."""
    question = composing.question
    said = asserted(question.text)
    taken = {match.group() for match in VALUE.finditer(_plain(said))} | {unit for _, unit in find_units(said)}
    if not taken or question.claim or KNOWS.search(question.text):
        return []
    concepts = matter_of(question)
    found = stretches(composing, concepts) if weight_of(concepts) >= LEAST else []
    if not found or found[0].share < ON_MATTER:
        return []
    best = found[0]
    told = []
    for place in sentences(best.source.document, best.span):
        wording = _plain(best.source.document.quote(place))
        about = share_of(concepts, fold(f"{best.title} {wording} {best.source.entry.issuing_body or ''}"))
        if about >= ON_MATTER and any(_gave_way(change, taken) for change in CHANGE.finditer(wording)):
            told.append(place)
    if len(told) != 1:
        return []
    return [(best.source, passages.told(best.source, told[0]))]


def _plain(text: str) -> str:
    return fold(THOUSANDS.sub("", text))


def _gave_way(change: re.Match[str], taken: set[str]) -> bool:
    """Tell whether a value taken for what holds is told as the one before a change, to another of its kind."""
    before, after = change["before"], change["after"]
    for value in taken:
        at = before.find(value)
        if at < 0 or value in after or not OF_OLD.search(before[:at]):
            continue
        if VALUE.fullmatch(value) is None:
            return True
        new = VALUE.search(after)
        if new is not None and _kind(value) == _kind(new.group()):
            return True
    return False


def _kind(value: str) -> str:
    return "day" if "月" in value and "个月" not in value else value.lstrip("0123456789.百千万亿")
