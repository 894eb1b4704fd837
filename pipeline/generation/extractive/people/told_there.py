"""Where a paper tells who was there: its opening, its lists, sentences that say so; who came for a part only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import written_apart
from pipeline.generation.extractive.record import quoted
from pipeline.generation.extractive.stretches import before_items, sentences
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    import re

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source

CAME = compiled(r"(?m)^[^\n：:]*?(?:出席|参加|列席)了?(?:本次|此次|了)?会议(?=[。，；]|$)[^\n]*")
"""A paragraph that says who was there, where it stands behind the items."""
CAME_LATE = compiled(
    r"迟到|晚到|(?:开始|议程|议题|事项|中途|稍后|第[^，。；\n]{1,4}[项个])[^，。；\n]{0,6}(?:到会|到场|参会|参加|出席|列席|进场|赶到)"
)
LEFT_EARLY = compiled(
    r"早退|提前离|中途离|先行离|(?:开始|议程|议题|事项|会议|[项个]|因[^，。；\n]{1,12})[前后时起]?离[会席场开]|退席"
)
"""What tells that somebody was there for a part only: 某某在第三项议程开始时到会, 某某第6项起离席."""


def stretches(source: Source) -> list[Span]:
    """Return where a document tells who was there: before the items, in the lists, in sentences that say so."""
    document = source.document
    opening = before_items(document)
    lists = [document.attendance.span] if document.attendance else []
    lines = [Span(*match.span()) for match in CAME.finditer(document.text, opening.end)]
    return [opening, *(one for one in lists if one.start >= opening.end), *lines]


def named_there(name: str, source: Source) -> list[Sentence]:
    """Return the sentences that name somebody where a document tells who was there, list or no list."""
    return _with(source, compiled(written_apart(name)))


def for_a_part(name: str, source: Source) -> list[Sentence]:
    """Return the sentences that say of somebody that he came later or left earlier than the others."""
    return [one for pattern in (CAME_LATE, LEFT_EARLY) for one in _with(source, compiled(written_apart(name)), pattern)]


def partly_there(source: Source, pattern: re.Pattern[str]) -> Iterator[Sentence]:
    """Yield the sentences of the opening and the lists that say who came late, or left early, with why."""
    yield from _with(source, pattern)


def _with(source: Source, *patterns: re.Pattern[str]) -> list[Sentence]:
    document = source.document
    places = (place for stretch in stretches(source) for place in sentences(document, stretch))
    return [quoted(source, place) for place in places if all(one.search(document.quote(place)) for one in patterns)]
