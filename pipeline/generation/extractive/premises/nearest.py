"""The verdict that comes nearest to what a question takes for decided, where nothing answers it in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.down import DOWN, turns_down
from pipeline.generation.extractive.premises.ruling import APPROVES, CHANGED, CHANGES
from pipeline.generation.extractive.premises.taken import ASSERTS, asserted, takes_nothing
from pipeline.generation.extractive.premises.turned_down import TURNED_DOWN, proposes
from pipeline.generation.extractive.reading.kinds import MEASURES
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Outcome, Span

DONE = compiled(r"了[呢啊吧]?(?:，|$)|了[0-9一二两三四五六七八九十]|[之以]后(?:，|$)|不是[^，]{2,}了?(?:，|$)")
"""How a clause ends that tells of something done: 夜市放开了, 涨价落地之后."""
REPORTED = compiled(r"\s*[一-鿿]{2,14}(?:汇报|介绍|说明)[：:，,]")
"""How a sentence opens that reports what somebody wants."""
ITSELF = 0.35
"""How likely the likeliest sentence must be, where it turns something down itself."""
WHOLE, APART = 0.2, 2.5
"""The same where all that was ruled on in its item was turned down, and so many times as likely as any other item."""


def nearest_turned_down(question: Question, found: Sequence[Candidate], apart: float) -> list[tuple[Source, Sentence]]:
    """Return the verdict that turned down what reading holds for the matter of a question.

    People ask in words of their own of what was never agreed to (夜市放开了，摊位费多少): no sentence states it, and to
    refuse would leave them in the belief that it was decided.

    Args:
        question: the question as understood.
        found: the sentences weighed, the likeliest first, those too that cannot answer.
        apart: how many times as likely the likeliest is as any of another item.
    """
    first = found[0]
    if not _states(question) or first.item is None:
        return []
    if first.likely >= ITSELF and turns_down(first.text):
        return [(first.source, passages.told(first.source, first.span))]
    if first.likely >= WHOLE and apart >= APART and (kept := _keeps_as_it_was(question, first)):
        return [(first.source, passages.told(first.source, kept))]
    ruled = [one for one in first.item.outcomes if turns_down(_around(first, one)) or one.class_ not in TURNED_DOWN]
    if first.likely < WHOLE or apart < APART or not ruled or any(one.class_ not in TURNED_DOWN for one in ruled):
        return []
    return [(first.source, matters.verdict_line(Target(first.source, first.item, first.likely), ruled[0]))]


def proposed_in_vain(question: Question, best: Candidate) -> list[Sentence]:
    """Return what turned down a proposal that would be shown as the answer, where a question takes it for decided.

    单项奖励上限多少, of rules said to have passed: 修订稿将上限降至12万元 was reported, and sent back.
    """
    return _down_behind(best) if _states(question) else []


def fate_of(question: Question, best: Candidate) -> list[Sentence]:
    """Return what became of a figure or a time that is only proposed, where its matter was put off or turned down.

    每台补助多少钱: 拟每台补助3.2万元 is told with 会议认为标准偏高，暂缓实施.
    """
    measured = kind_asked(question.text).kind in MEASURES and not question.claim
    return _down_behind(best) if measured and not turns_down(best.text) else []


def _down_behind(best: Candidate) -> list[Sentence]:
    """Return the sentence behind a proposal that turns it down, where nothing of the item was agreed to."""
    if best.item is None or not (proposes(best.text) or REPORTED.match(best.text)):
        return []
    document = best.source.document
    places = [place for place in sentences(document, best.item.span) if place.start >= best.span.end]
    said = [document.quote(place) for place in places]
    down = [place for place, one in zip(places, said, strict=True) if turns_down(one)]
    agreed = any(one.class_ not in TURNED_DOWN for one in best.item.outcomes)
    if not down or agreed or any(APPROVES.search(DOWN.sub("", one)) for one in said):
        return []
    return [passages.told(best.source, down[0])]


def _keeps_as_it_was(question: Question, first: Candidate) -> Span | None:
    """Return the one sentence of an item that turns down a change, where a question takes one for decided.

    酬金涨到150块了: 不同意提高课时酬金，维持120元不变, whatever else the item orders.
    """
    if first.item is None or not CHANGES.search(question.text):
        return None
    document = first.source.document
    kept = [
        place
        for place in sentences(document, first.item.span)
        if CHANGES.search(said := document.quote(place)) and turns_down(said) and not CHANGED.search(said)
    ]
    return kept[0] if len(kept) == 1 else None


def _around(first: Candidate, verdict: Outcome) -> str:
    """Return the sentence of a verdict."""
    document, item = first.source.document, first.item
    assert item is not None
    around = next((one for one in sentences(document, item.span) if verdict.start in one), verdict.span)
    return document.quote(around)


def _states(question: Question) -> bool:
    """Tell whether a question states something as done before it asks."""
    said = asserted(question.text)
    stated = bool(ASSERTS.search(said) or DONE.search(said))
    return stated and not question.claim and not takes_nothing(question.text)
