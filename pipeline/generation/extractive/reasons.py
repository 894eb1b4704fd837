"""Why something was decided: the sentence that gives the reason beside the one that answers, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import Terms
from pipeline.generation.extractive.fitting import LACKING, REASON, kind_asked
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Span

SHORTEST = 4
VIEW = compiled(r"(?P<who>[一-鿿]{2,3}?)(?:同志)?(?:提出|表示|建议|则?认为|主张|指出)")
"""How a sentence opens that tells one person's view: 某某提出, 某某同志认为; 会议认为 is none."""
OF_SOMEBODY = compiled(r"谁|哪[位个]|反对|保留|意见|认为|提出|建议|主张")


def gives_reason(said: str) -> bool:
    """Tell whether wording gives a reason.

    >>> gives_reason("会议认为，方案不够成熟"), gives_reason("该方案暂缓上会")
    (True, False)
    """
    return bool(REASON.search(said))


def of_the_meeting(found: Sequence[Candidate], asked: str) -> list[Candidate]:
    """Return what is not one person's own view, where a question asks for the reason of a decision and names nobody."""
    if OF_SOMEBODY.search(asked):
        return list(found)
    views = [VIEW.match(one.text) for one in found]
    own = [
        one
        for one, held in zip(found, views, strict=True)
        if held is None or held["who"] in asked or not is_name(held["who"])
    ]
    return own if any(one.can for one in own) else list(found)


def with_reason(best: Candidate, own: Sentence) -> list[Sentence]:
    """Return the sentence that answers, with the one beside it that gives the reason; none where nothing does.

    Args:
        best: the sentence that answers.
        own: the same as it is shown.
    """
    if best.item is None:
        return []
    beside = _reason_beside(best.source, best.item, best.span.start)
    if beside is not None:
        pair = sorted((beside, best.span), key=lambda place: place.start)
        return [passages.told(best.source, place) for place in pair]
    return [own] if LACKING.search(best.text) else []


def reason_of(question: Question, one: Target, verdicts: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentence beside a verdict that gives its reason, where that is asked, too: 批没批，为什么.

    There is none where a verdict gives its reason itself, or nothing beside the first does.
    """
    if not verdicts or kind_asked(question.text).kind != "reason" or any(gives_reason(line.text) for line in verdicts):
        return []
    beside = _reason_beside(one.source, one.item, verdicts[0].quotes[0].start)
    return [] if beside is None else [passages.told(one.source, beside)]


def _reason_beside(source: Source, item: Item, start: int) -> Span | None:
    """Return the place of the sentence that gives a reason, right before or behind the one that holds an offset."""
    document = source.document
    places = [place for place in sentences(document, item.span) if place.end - place.start >= SHORTEST]
    at = next((index for index, place in enumerate(places) if place.start <= start < place.end), 0)
    near = (places[beside] for beside in (at - 1, at + 1, at - 2) if 0 <= beside < len(places))
    return next((place for place in near if gives_reason(document.quote(place))), None)


def other_verdict(question: Question, best: Candidate) -> list[Sentence]:
    """Return the verdict of an item where a question asks why it got another: 为什么不同意 of what was agreed to."""
    item = best.item
    if item is None or not item.outcomes or not question.verdicts:
        return []
    if any(one.class_ in question.verdicts for one in item.outcomes):
        return []
    return matters.outcome(Target(best.source, item, best.likely), Terms({}))[:1]
