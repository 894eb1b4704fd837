"""What a question is about: the documents in scope, and the items or points that its topic or ordinal means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units, same_unit
from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.extractive.evidence import Source, Terms, item_name, terms_of
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Point
    from pipeline.retrieval.catalogue import Catalogue
    from pipeline.retrieval.search import Hit

Find = Callable[[str, int], "list[Hit]"]
"""Searches the library within the explicit filters: query and k in, hits out."""

OPENED_AT_MOST = 40
"""Documents opened for one question; a larger scope is first narrowed by search."""
TITLE_FITS = 0.55
SEVERAL_FIT = 0.7
BODY_FITS = 0.75
CLOSE = 0.12
POINT_FITS = 0.5
POINTS_SAID = compiled(r"(?<![第哪几])(?P<number>[二两三四五六七八九十]|1?[0-9])[点条](?!钟|例|线|路)")
BEYOND = 0.2  # share of a topic beyond an item's title that may tell the meetings apart
DOCUMENT_FITS = 0.6
CALLED_AT_MOST = 3
OPENING = 600
"""Characters of what stands before the items, in which minutes say what they are about."""
SOME = 3
"""A body is called by a name that fits one document in so many at most."""
BODY_ENDS = compiled(
    r"院|校|大学|中学|小学|局|委|集团|公司|社区|村|街道|经开区|高新区|新区|开发区|议事会|院务会|董事会|办公会|银行"
)
NO_CALL = compiled(r"^(?:人民|市委|县委|区委|公司|集团|政府)|[的了在是谁哪]")
MEETING_WORDS = compiled(r"专题|会议?|常务|办公|纪要|现场|全体|[0-9]+|第?[一二三四五六七八九十]+次?")


@dataclass(frozen=True, slots=True)
class Target:
    """An item that a question is about, and how well its wording fits (0 to 1)."""

    source: Source
    item: Item
    score: float
    by_title: bool = True

    @property
    def name(self) -> str:
        """What to call the item in a sentence."""
        return item_name(self.item)


def open_sources(question: Question, catalogue: Catalogue, find: Find) -> list[Source]:
    """Return the documents in scope, newest first; a large scope is narrowed by searching for the topic."""
    entries = list(question.scope.entries)
    if len(entries) > OPENED_AT_MOST and question.topic_text:
        hits = find(question.topic_text, 30)
        # the same matter in other meetings is named beside the hit: which of them is meant must not be picked silently
        ids = [hit.document_id for hit in hits] + [other.document_id for hit in hits for other in hit.alike]
        order = {document_id: rank for rank, document_id in reversed(list(enumerate(ids)))}
        entries = sorted((entry for entry in entries if entry.document_id in order), key=lambda e: order[e.document_id])
    kept = entries[:OPENED_AT_MOST]
    sources = [Source(entry, catalogue.document(entry.document_id)) for entry in kept]
    return sorted(sources, key=lambda source: source.entry.date or "", reverse=True)


def topic_terms(question: Question) -> Terms:
    """Return the words of a question's topic, weighted."""
    return terms_of((*question.titles, *question.topic))


def targets(question: Question, sources: Sequence[Source], terms: Terms) -> list[Target]:
    """Return the items that a question is about, best first; several where several fit alike."""
    pairs = [(source, item) for source in sources for item in source.document.items]
    if question.item_number is not None:
        return [Target(source, item, 1.0) for source, item in pairs if _has_ordinal(question, source, item)]
    if not terms.weights:
        return []
    named = [Target(source, item, 1.0) for source, item in pairs if _names(question, item)]
    if named:
        return _telling(question, named, terms)
    by_title = [Target(source, item, terms.coverage(item.title)) for source, item in pairs]
    best = _several(question, pairs) or _beside_units(_best(by_title, TITLE_FITS), terms, least=TITLE_FITS)
    if best:
        return _telling(question, best, terms)
    mixed = [
        Target(source, item, terms.coverage(source.document.quote(item.span)), by_title=False) for source, item in pairs
    ]
    return _beside_units(_best(mixed, BODY_FITS), terms, least=BODY_FITS)


def _beside_units(found: list[Target], terms: Terms, *, least: float) -> list[Target]:
    """Return, of several items, those that hold a topic beside the names of units, where any does.

    改革方案 is not what 市发展改革委关于重点项目的汇报 is about, where another item speaks of a reform.
    """
    if len(found) < 2:
        return found
    held = []
    for one in found:
        wording = one.item.title if one.by_title else one.source.document.quote(one.item.span)
        held.append(terms.coverage(blanked(wording, [(place.start, place.end) for place, _ in find_units(wording)])))
    top = max(held)
    return [one for one, own in zip(found, held, strict=True) if own >= top - CLOSE] if top >= least else found


def _telling(question: Question, found: list[Target], terms: Terms) -> list[Target]:
    """Return, of items of one title in several meetings, those whose text speaks of what else the question names.

    A question that says how many points there are (明确了五点) or whom they concern (对某区提出的要求) means the items
    that have so many, and that address it.
    """
    if len({fold(one.item.title) for one in found}) > 1 or len(found) < 2:
        return found
    said = POINTS_SAID.search(question.text)
    number = chinese_to_int(said["number"]) if said else None
    so_many = [one for one in found if len(one.item.points) == number] if number else []
    addressed = [one for one in so_many or found if any(_to(point, question.units) for point in one.item.points)]
    found = addressed or so_many or found
    if len(found) < 2:
        return found
    beyond = terms.without(found[0].item.title)
    if beyond.total < BEYOND * terms.total:
        return found
    held = {place: beyond.coverage(one.source.document.quote(one.item.span)) for place, one in enumerate(found)}
    top = max(held.values())
    return [one for place, one in enumerate(found) if held[place] >= top - CLOSE] if top >= BODY_FITS else found


def _to(point: Point, units: Sequence[str]) -> bool:
    """Tell whether a point is addressed to one of some units, or led by it."""
    told = (*point.lead_units, *((point.addressed_to,) if point.addressed_to else ()))
    return any(same_unit(unit, one) for unit in units for one in told)


def about_documents(sources: Sequence[Source], terms: Terms) -> list[Source]:
    """Return the documents whose own name holds the topic (巡视整改通报里…), or none."""
    if not terms.weights:
        return []
    scored = [(terms.coverage(f"{source.entry.name} {source.document.title or ''}"), source) for source in sources]
    top = max((score for score, _ in scored), default=0.0)
    return [source for score, source in scored if score >= max(DOCUMENT_FITS, top - CLOSE)]


def called(sources: Sequence[Source], question: Question, *, units: bool = True) -> list[Source]:
    """Return the few documents that a question calls by who met, or by what they are about; or none.

    内涝专题会 are the minutes on 内涝治理, 理工学院的校长办公会 those of 某某理工学院. The words for a meeting tell
    nothing; neither do those for a unit without `units`: who sat there is no name of a meeting.
    """
    by_body = [one for one in sources if _calls(question.text, one)]
    if 0 < len(by_body) <= max(1, len(sources) // SOME):
        sources = by_body
        if len(by_body) <= CALLED_AT_MOST:
            return by_body
    terms = topic_terms(question) if units else topic_terms(question).without("".join(question.units))
    beside = Terms({word: weight for word, weight in terms.weights.items() if not MEETING_WORDS.fullmatch(word)})
    if not beside.weights:
        return []
    held = [(beside.coverage(f"{one.entry.name} {one.document.title or ''} {_opening(one)}"), one) for one in sources]
    top = max((score for score, _ in held), default=0.0)
    found = [one for score, one in held if score >= max(SEVERAL_FIT, top - CLOSE)]
    return found if len(found) <= CALLED_AT_MOST else []


def _calls(text: str, source: Source) -> bool:
    """Tell whether a question calls a document's body by the end of its name, or its meeting: 理工学院, 院务会."""
    entry = source.entry
    names = " ".join(filter(None, (entry.issuing_body, entry.meeting_name, entry.name, entry.file)))
    return any(run in names for run in _bodies(text))


@lru_cache(maxsize=64)
def _bodies(text: str) -> tuple[str, ...]:
    """Return the runs of a question that may call a body or its meeting: all that end as the name of one does."""
    return tuple(
        run for run in runs_ending(BODY_ENDS, text) if re.fullmatch(r"[一-鿿]+", run) and not NO_CALL.search(run)
    )


def runs_ending(ends: re.Pattern[str], text: str) -> list[str]:
    """Return the runs of three to eight characters that end where a pattern does, the longest of each end first."""
    places = [match.end() for match in ends.finditer(text)]
    return [text[end - length : end] for end in places for length in range(8, 2, -1) if end >= length]


def _opening(source: Source) -> str:
    """Return what stands before the first item."""
    document = source.document
    first = min((item.start for item in document.items), default=0)
    return document.text[: min(first, OPENING)]


def best_point(target: Target, terms: Terms) -> tuple[Point, float] | None:
    """Return the point of an item that holds most of the topic beyond the item's title, with its coverage."""
    beyond = terms.without(target.item.title)
    if not beyond.weights:
        return None
    ranked = [(point, beyond.coverage(point.text)) for point in target.item.points]
    best = max(ranked, key=lambda pair: pair[1], default=None)
    return best if best and best[1] >= POINT_FITS else None


def _best(candidates: Sequence[Target], threshold: float) -> list[Target]:
    """Return the candidates close to the best one, where that reaches a threshold."""
    top = max((candidate.score for candidate in candidates), default=0.0)
    if top < threshold:
        return []
    kept = [candidate for candidate in candidates if candidate.score >= top - CLOSE]
    return sorted(kept, key=lambda candidate: -candidate.score)


def _several(question: Question, pairs: Sequence[tuple[Source, Item]]) -> list[Target]:
    """Return the items of several titles that one question names (甲办法和乙办法), where each names one of its own."""
    if len(question.topic) < 2:
        return []
    found: dict[int, Target] = {}
    for segment in question.topic:
        own = terms_of((segment,))
        best = _best([Target(source, item, own.coverage(item.title)) for source, item in pairs], SEVERAL_FIT)
        if len(segment) < 4 or len(best) != 1:
            return []
        found[best[0].item.start] = best[0]
    return list(found.values()) if len(found) > 1 else []


def _has_ordinal(question: Question, source: Source, item: Item) -> bool:
    numbered = [entry for entry in source.document.items if entry.number is not None]
    if question.item_number == -1:
        return bool(numbered) and item is numbered[-1]
    return item.number == question.item_number


def _names(question: Question, item: Item) -> bool:
    title = fold(item.title)
    return any(fold(wanted) in title for wanted in question.titles if len(wanted) >= 4)
