"""What an answer leaves unsaid of its question, told from beside it: the sentence of its item that speaks of that.

A question takes something for granted and asks for something else (经费由省里出，哪天完工): the sentence that tells the
day is silent on who pays, and what the minutes have on that stands next to it. Whether it agrees with the question is
not judged: the reader sees both.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.premises.down import turns_down
from pipeline.generation.extractive.premises.turned_down import ORDERED, proposes
from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.extractive.reading.settled import asks_proposal, only_proposes, rules
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Span
    from pipeline.retrieval.catalogue import Catalogue

ENOUGH = 1.2
"""How much a sentence must speak of what was left unsaid, in weights of words, to be told."""
PRESUMING = 0.4
"""How much less is enough where the wording takes something for granted."""
PRESUMES = compiled(r"不是|既然|既已|听说|[了的是对]吧|没错吧|请确认|对吗|(?:^|[，,])那")
"""Wording that takes something for granted: 不是批了吗, 既然缓了, 听说要涨."""
MOST = 2.0
"""What its words count for at most: a long sentence holds many by chance."""
OF_PAIR = 0.1
"""What a pair of characters counts for, by how few sentences of the item hold it."""
HELD = 0.4
"""How far a text must hold a word."""
SHORTEST, LONGEST = 12, 200
"""Characters: a shorter line is a heading or a label; an answer with what is told beside it is no longer than this."""
NEXT = 2
"""Sentences behind a plan in which what the meeting made of it stands."""
ENDS = "。；;！!？?"
"""A line that ends in none of these is a heading, a label or a row of a table."""
PAIR = compiled(r"(?=([一-鿿]{2}))")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What an answer leaves unsaid: the words of the question that it does not hold, and its pairs of characters.

    `pairs` are weighed by how few sentences of the item hold them.
    """

    words: Sequence[Concept]
    pairs: dict[str, float]

    def spoken_of(self, said: str) -> float:
        """Return how much of it a sentence speaks of."""
        folded = fold(said)
        words = sum(one.weight * one.held(folded)[1] for one in self.words)
        return min(MOST, words) + OF_PAIR * sum(weight for pair, weight in self.pairs.items() if pair in folded)


def with_left_unsaid(question: Question, draft: Draft, catalogue: Catalogue) -> Draft:
    """Return an answer out of one item with the sentence beside it that speaks of what it leaves unsaid."""
    if draft.refused or draft.route == "ledger" or question.aspect == "presenter":
        return draft
    if any(line.counted is not None or line.absent or not line.quotes for line in draft.sentences):
        return draft
    found = _item_of(draft, catalogue)
    beside = found and _beside(question, draft, *found)
    if not (found and beside):
        return draft
    told = passages.told(found[0], beside)
    if any(told.text in line.text for line in draft.sentences):
        return draft
    too_long = len(f"{draft.preface}{draft.said}{told.text}") + len(draft.sentences) + 1 > LONGEST
    return draft if too_long else replace(draft, sentences=(*draft.sentences, told))


def _item_of(draft: Draft, catalogue: Catalogue) -> tuple[Source, Item] | None:
    """Return the item within which the whole of an answer stands, with its document."""
    found = rests_on(draft.quotes, catalogue)
    within = found is not None and all(found[1].start <= quote.start < found[1].end for quote in draft.quotes)
    return found if within else None


def _beside(question: Question, draft: Draft, source: Source, item: Item) -> Span | None:
    """Return the sentence of an item that tells most of what an answer leaves unsaid, or what became of a plan."""
    document, quotes = source.document, draft.quotes
    title = item.spans.get("title")
    every = [one for one in sentences(document, item.span) if title is None or not one.overlaps(title)]
    free = [place for place in every if _is_whole(said := document.quote(place)) and said not in draft.said]
    free = [place for place in free if not any(place.overlaps(quote.span) for quote in quotes)]
    unsaid = _unsaid(question, draft, source, item)
    enough = ENOUGH - (PRESUMING if question.claim or PRESUMES.search(question.text) else 0.0)
    weighed = [(unsaid.spoken_of(document.quote(place)), place) for place in free]
    bearing = [(weight, place) for weight, place in weighed if weight >= enough]
    ruling = [(weight, place) for weight, place in bearing if not only_proposes(document.quote(place))]
    if ruling:
        return max(ruling, key=lambda each: each[0])[1]
    if rules(draft.said) or turns_down(draft.said):
        return None
    if bearing:
        plan = max(bearing, key=lambda each: each[0])[1]
    elif _is_plan(draft.said) and not asks_proposal(question.text):
        plan = quotes[-1].span
    else:
        return None
    # a plan that is told alone reads as decided
    behind = [place for place in every if place.start >= plan.end][:NEXT]
    return next((place for place in behind if place in free and rules(document.quote(place))), None)


def _is_whole(said: str) -> bool:
    """Tell whether a line is a sentence that tells something."""
    return len(said) >= SHORTEST and said[-1] in ENDS


def _is_plan(said: str) -> bool:
    """Tell whether wording only says what was put before a meeting."""
    return proposes(said) and only_proposes(ORDERED.sub("，", said))


def _unsaid(question: Question, draft: Draft, source: Source, item: Item) -> Unsaid:
    """Return what neither an answer nor the name of its item, nor that of its meeting, holds of the question."""
    entry, asked = source.entry, fold(question.text)
    mentions = question.scope.mentions if len(asked) == len(question.text) else ()
    stamp = f"{source.meeting} {entry.name} {entry.issuing_body or ''} {entry.document_number or ''} {entry.file}"
    held = fold(f"{draft.said} {item.title or ''} {stamp}")
    words = [one for one in concepts_of(asked, without=mentions) if one.held(held)[1] < HELD]
    every = [fold(source.document.quote(place)) for place in sentences(source.document, item.span)]
    pairs = {match[1] for match in PAIR.finditer(blanked(asked, mentions, mark="，"))}
    counts = {pair: sum(pair in one for one in every) for pair in pairs if pair not in held}
    return Unsaid(words, {pair: math.log(1 + len(every) / count) for pair, count in counts.items() if count})
