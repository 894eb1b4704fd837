"""Who is taken for what somebody else has to do, or did elsewhere: 甲包案, where it is 乙; 甲反对, elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import Terms, heading, item_name
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.premises.presumed import on_matter
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item

DUTY = compiled(
    r"(?:同志)?(?:来|去|亲自|具体)?(?P<duty>包案|包联|包保|牵头|负责|督办|带队|挂帅|联系|跟踪)(?!人|单位|部门|制)"
)
CAST = compiled(
    r"(?:董事|委员|监事|理事|代表|同志)?(?:在会上|当时|为什么|为何|为啥|凭什么|因为什么|是因为什么|怎么)*(?:投(?:了|的)?|提出|表示)?(?P<cast>反对|弃权)"
)
ASKS_WHO = compiled(r"谁|哪[位个几些]|何人|是不是|是否|有没有")


def somebody_else(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return who it was, or of which matter, where the record tells it otherwise than a question."""
    question = composing.question
    if question.claim or ASKS_WHO.search(question.text):
        return []
    for pattern in (CAST, DUTY):
        for match in pattern.finditer(question.text):
            found = _named_before(composing, match.start())
            if found is None:
                continue
            source, name = found
            place = (match.start() - len(name), match.end())
            if pattern is CAST:
                return _cast_elsewhere(composing, source, name, place, match["cast"])
            return _has_the_duty(composing, name, place, match["duty"])
    return []


def _named_before(composing: Composing, end: int) -> tuple[Source, str] | None:
    """Return whom a question names right before an offset, and the document that names him as well."""
    for length in (4, 3, 2):
        name = composing.question.text[max(0, end - length) : end]
        source = next((one for one in composing.sources if name in one.document.text), None)
        if source is not None and (is_name(name) or name in known_names(source)):
            return source, name
    return None


def _has_the_duty(composing: Composing, name: str, place: tuple[int, int], duty: str) -> list[tuple[Source, Sentence]]:
    """Return the one sentence that gives a duty to somebody, where its item does not name who is taken for it."""
    best = on_matter(composing, [*composing.question.scope.mentions, place])
    if best is None or best.item is None or name in best.source.document.quote(best.item.span):
        return []
    others = [one for one in known_names(best.source) if one != name and len(one) > 1]
    told = [
        span
        for span in sentences(best.source.document, best.item.span)
        if duty in (said := best.source.document.quote(span))
        and any(other in said[: said.find(duty)] for other in others)
    ]
    if len(told) != 1:
        return []
    return [(best.source, passages.told(best.source, told[0]))]


def _cast_elsewhere(
    composing: Composing, source: Source, name: str, place: tuple[int, int], cast: str
) -> list[tuple[Source, Sentence]]:
    """Return against what somebody voted, where the matter that is meant was voted on with nobody against."""
    best = on_matter(composing, [*composing.question.scope.mentions, place])
    if best is None or best.item is None or best.source is not source:
        return []
    votes = best.item.votes
    none = votes is not None and (votes.abstain if cast == "弃权" else votes.against) == 0
    if not none or _told(source, best.item, name, cast):
        return []
    elsewhere = [
        line for item in source.document.items if item is not best.item for line in _told(source, item, name, cast)
    ]
    own = matters.votes(Target(source, best.item, 1.0), Terms({}))
    return [(source, line) for line in (*elsewhere, *own)] if elsewhere else []


def _told(source: Source, item: Item, name: str, cast: str) -> Sequence[Sentence]:
    """Return the sentences of an item that say that somebody voted so, named by the title."""
    return [
        Sentence(f"{item_name(item)}：{line.text}", (*line.quotes, heading(source, item)))
        for span in sentences(source.document, item.span)
        if name in (said := source.document.quote(span)) and cast in said[said.find(name) :]
        for line in [passages.told(source, span)]
    ]
