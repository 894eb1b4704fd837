"""What a meeting ruled of what an answer tells: told with a plan that was turned down, and with what holds of the rest.

A plan that is told alone reads as decided, and 其余6户同意 as the approval of the two that were sent back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import Source, terms_of
from pipeline.generation.extractive.premises.down import turns_down
from pipeline.generation.extractive.premises.the_rest import rest_agreed
from pipeline.generation.extractive.premises.turned_down import ORDERED, proposes
from pipeline.generation.extractive.reading.settled import asks_outcome, asks_proposal, only_proposes
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Terms
    from pipeline.minutes import Document, Item, Span

REST = compiled(r"(?:会议)?(?:同意|原则同意|通过|批准)?(?:其[余他它]|剩余|余下|另外的)")
"""How a clause opens that rules on what is left when some of it was ruled on before."""
BACK = compiled(
    r"相应(?:地)?(?:顺延|推迟|延后|延期|提前|调整|核减|核增|调减|调增|取消|变更|终止|废止)"
    r"|^(?:(?!调整|同意|变更|维持|仍|[改由])[^。；])+不再(?:采用|执行|沿用|适用|实施)[。；]?$"
)
"""原定的计划相应顺延, 原方案不再采用 lean on the sentence before."""
REPORTS = compiled(r"(?:汇报|介绍|说明|报告)了?[^。；]{2,60}(?:事项|事宜|情况|方案|问题|建议|请示)[。；]?$")
"""Tells who reported on what, and nothing of that."""
OF_IT = 0.5
"""Share of what is named beside the title that the sentence before the rest must hold."""
SPEAKS = 0.25
"""Share of the words of a question that a ruling must hold to be on the matter."""
RUN = 4
"""Characters in a row that a plan and what rules on it share."""
BEFORE = 2
"""Sentences before the rest in which what it is the rest of stands."""


def ruled_with(composing: Composing, draft: Draft) -> Draft:
    """Return an answer with the rulings that belong to what it tells."""
    question = composing.question
    # 总分提到60分了吗: that somebody wanted it is no answer either
    only_plans = all(proposes(line.text) for line in draft.sentences)
    if draft.refused or not draft.sentences or draft.route == "ledger" or (question.claim and not only_plans):
        return draft
    told: list[Sentence] = []
    for line in draft.sentences:
        for one in _with_its_ruling(composing, line):
            if one.text not in (each.text for each in told) and (one is line or not _is_told(one, draft)):
                told.append(one)
    return replace(draft, sentences=tuple(told)) if told != list(draft.sentences) else draft


def _with_its_ruling(composing: Composing, line: Sentence) -> Iterator[Sentence]:
    """Yield a line of an answer with what rules on it: before it, behind it, or in the place of a mere report."""
    place = line.quotes[0] if line.quotes else None
    entry = next(
        (one for one in composing.question.scope.every if place and one.document_id == place.document_id), None
    )
    if place is None or entry is None or line.counted is not None or line.absent:
        yield line
        return
    source = Source(entry, composing.catalogue.document(place.document_id))
    item = source.document.item_at(place.start)
    if item is None:
        yield line
        return
    said = source.document.quote(place.span)
    if (before := _before(source.document, item, place.span, said, composing.terms.without(item.title))) is not None:
        yield passages.told(source, before)
    ruling = _ruling(composing, source.document, item, place.span, said)
    if ruling is None or not REPORTS.search(said):
        yield line
    if ruling is not None:
        yield passages.told(source, ruling)
    if (rest := _rest_behind(composing.question.text, source.document, item, place.span)) is not None:
        yield passages.told(source, rest)


def _before(document: Document, item: Item, place: Span, said: str, beyond: Terms) -> Span | None:
    """Return the sentence before one that rules on the rest, where that names what is asked, or which it leans on."""
    behind, leans = REST.match(said.lstrip()), BACK.search(said)
    if not (behind or leans):
        return None
    earlier = [one for one in sentences(document, item.span) if one.end <= place.start]
    if leans:
        return next((one for one in earlier[-1:] if not REPORTS.search(document.quote(one))), None)
    if beyond.weights and beyond.coverage(said) >= OF_IT:
        return None
    if not beyond.weights:  # all of them are asked about: what some were held back for stands right before
        return next((one for one in earlier[-1:] if not REPORTS.search(document.quote(one))), None)
    return next((one for one in earlier[: -BEFORE - 1 : -1] if beyond.coverage(document.quote(one)) >= OF_IT), None)


def _rest_behind(question: str, document: Document, item: Item, place: Span) -> Span | None:
    """Return what grants the rest right behind a ruling that is told, where it is asked how the meeting decided."""
    if not asks_outcome(question):
        return None
    behind = next((one for one in sentences(document, item.span) if one.start >= place.end), None)
    return behind if behind is not None and rest_agreed(document.quote(behind)) else None


def _ruling(composing: Composing, document: Document, item: Item, place: Span, said: str) -> Span | None:
    """Return the sentence behind a plan, or a report, that turns down what it is about."""
    plan = proposes(said) and only_proposes(ORDERED.sub("，", said))
    if not (plan or REPORTS.search(said)) or turns_down(said) or asks_proposal(composing.question.text):
        return None
    title, asked = item.title or "", terms_of((composing.question.text,))
    behind = [one for one in sentences(document, item.span) if one.start >= place.end]
    down = [one for one in behind if turns_down(document.quote(one))]
    of_it = (
        one
        for one in down
        if _share_a_run(said, wording := document.quote(one), beside=title) or asked.coverage(wording) >= SPEAKS
    )
    return next(of_it, None)


def _share_a_run(said: str, other: str, *, beside: str) -> bool:
    """Tell whether two sentences share a run of characters that a title does not hold."""
    runs = (said[at : at + RUN] for at in range(len(said) - RUN + 1))
    return any(run in other and run not in beside for run in runs)


def _is_told(one: Sentence, draft: Draft) -> bool:
    """Tell whether an answer tells a place already."""
    return any(quote.overlaps(line.quotes[0]) for quote in one.quotes for line in draft.sentences if line.quotes)
