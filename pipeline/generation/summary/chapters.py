"""Where papers speak of one matter (一事): a chapter for each item, in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.summary.matter import Matter, Place
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts
from pipeline.generation.threads import Strand, Threads, strand_of
from pipeline.minutes import Document, Item

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one document says of the matter in one item, or outside any."""

    source: Source
    entry: Entry
    item: Item | None
    places: tuple[Place, ...]
    thread: frozenset[tuple[str, int]] = frozenset()
    """The items of the very matter of its item, this one among them: each by its paper, and where it starts."""

    @property
    def key(self) -> tuple[str, int]:
        """Which item it is."""
        return self.entry.document_id, self.item.start if self.item else -1

    @property
    def about(self) -> bool:
        """Whether the item is about the matter, and does not only speak of it."""
        return self.places[0].relation == "about"


def chapters_of(matter: Matter, papers: Sequence[tuple[Entry, Document]]) -> list[Chapter]:
    """Return what each paper says of a matter, in order of date; also where it goes on under another title."""
    threads, seeds = _threads(matter, papers)
    about = {one.key: one for one in threads.through(seeds)}
    return sorted(_found(matter, papers, threads, about), key=_when)


def thread_of(matter: Matter, papers: Sequence[tuple[Entry, Document]]) -> list[Strand]:
    """Return the items about a matter, by what a person calls it, and those in which it goes on under other names."""
    threads, seeds = _threads(matter, papers)
    return threads.through(seeds)


def _threads(matter: Matter, papers: Sequence[tuple[Entry, Document]]) -> tuple[Threads, list[Strand]]:
    """Return the items of papers, and those of them that are about a matter by what a person calls it."""
    strands = [
        (strand_of(entry, document, item), matter.is_about(item))
        for entry, document in papers
        for item in document.items
    ]
    return Threads(one for one, _ in strands), [one for one, about in strands if about]


def _found(
    matter: Matter, papers: Sequence[tuple[Entry, Document]], threads: Threads, about: Mapping[tuple[str, int], Strand]
) -> Iterator[Chapter]:
    """Yield what each paper says of the matter, item by item; `about` are the items of its thread."""
    for entry, record in papers:
        document = whole_verdicts(record)

        def goes_on(item: Item, key: str = entry.document_id) -> bool:
            """Tell whether an item goes on from one that is about the matter, under another title."""
            return (key, item.start) in about

        grouped: dict[int, list[Place]] = {}
        for place in matter.places(document, also=goes_on):
            grouped.setdefault(place.item.start if place.item else -1, []).append(place)
        for start, places in grouped.items():
            strand = about.get((entry.document_id, start))
            own = frozenset(one.key for one in threads.through([strand])) if strand else frozenset()
            yield Chapter(Source(entry.document_id, document), entry, places[0].item, tuple(places), own)


def _when(chapter: Chapter) -> tuple[str, str, int]:
    """Return what puts chapters in order: date, what is undated last, then the order of the text."""
    date = chapter.entry.date
    return (date if date and not date.startswith("-") else "9999", chapter.entry.file, chapter.places[0].span.start)
