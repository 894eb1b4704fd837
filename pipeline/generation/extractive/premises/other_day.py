"""A day that a question takes for granted and the record gives otherwise: 6月底前装好, where it was to be by 5月底."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.premises.presumed import LEAST, stretches
from pipeline.generation.extractive.premises.superseded import KNOWS, ON_MATTER
from pipeline.generation.extractive.premises.taken import asserted, matter_of, share_of, weight_of
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.premises.named import Named
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.minutes import Span

ON_ITSELF, AHEAD = 0.3, 1.5
"""Share of what a question names that a dated sentence must hold itself, so many times that of any other."""
DAY = compiled(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2}(?=[日号])|底|初|[上中下]旬)")


def other_day(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return the sentence that sets another day than the one a question asserts, which its document has nowhere."""
    question = composing.question
    named = blanked(question.text, question.scope.mentions, mark="，")
    taken = set(_days(asserted(named)))
    if not taken or question.claim or KNOWS.search(question.text):
        return []
    concepts = matter_of(question)
    found = stretches(composing, concepts) if weight_of(concepts) >= LEAST else []
    if not found or found[0].share < ON_MATTER or taken & set(_days(found[0].source.document.text)):
        return []
    source, places = found[0].source, list(sentences(found[0].source.document, found[0].span))
    dated = [place for place in places if len(set(_days(source.document.quote(place)))) == 1]
    of_it = [one for one in dated if share_of(concepts, fold(source.document.quote(one))) >= ON_MATTER]
    of_it = of_it or _most_of_it(concepts, found[0], dated)
    if len(of_it) != 1 and (len(dated) != 1 or len(set(_days(source.document.quote(found[0].span)))) != 1):
        return []
    return [
        (source, passages.told(source, one))
        for one in (of_it if len(of_it) == 1 else [*_before(places, dated), *dated])
    ]


def _most_of_it(concepts: Sequence[Concept], best: Named, dated: Sequence[Span]) -> list[Span]:
    """Return the one dated sentence that holds the most of a matter which the title of its item names in part."""
    document, title = best.source.document, fold(best.title)
    own = sorted(((share_of(concepts, fold(document.quote(one))), one) for one in dated), reverse=True)
    if not own or own[0][0] < ON_ITSELF or (len(own) > 1 and own[1][0] * AHEAD > own[0][0]):
        return []
    whole = share_of(concepts, f"{title} {fold(document.quote(own[0][1]))}")
    return [own[0][1]] if whole >= ON_MATTER else []


def _days(text: str) -> list[tuple[str, str]]:
    """Return the days that a text names, as month and day: 12月5日 as 12 and 5."""
    return [(match["month"].lstrip("0"), match["day"].lstrip("0")) for match in DAY.finditer(fold(text))]


def _before(places: list[Span], dated: list[Span]) -> list[Span]:
    """Return the first sentence of a stretch, which tells of what the one day of it is the day: 完成时限：5月底前."""
    return [one for one in places[:1] if one not in dated]
