"""Where papers speak of one matter (一事): a chapter for each item, in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.continuing import Bond, bond, continued
from pipeline.generation.matter_names import lasting_name
from pipeline.generation.summary.matter import Matter, Place
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts
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

    @property
    def about(self) -> bool:
        """Whether the item is about the matter, and does not only speak of it."""
        return self.places[0].relation == "about"


def chapters_of(matter: Matter, papers: Sequence[tuple[Entry, Document]]) -> list[Chapter]:
    """Return what each paper says of a matter, in order of date; also where it goes on under another title."""
    return sorted(_found(matter, papers, _names(matter, papers)), key=_when)


def _names(matter: Matter, papers: Sequence[tuple[Entry, Document]]) -> list[tuple[Entry, str]]:
    """Return what the items about a matter call it, each with its paper."""
    return [
        (entry, name)
        for entry, document in papers
        for item in document.items
        if matter.is_about(item) and (name := lasting_name(item.title))
    ]


def _found(
    matter: Matter, papers: Sequence[tuple[Entry, Document]], names: Sequence[tuple[Entry, str]]
) -> Iterator[Chapter]:
    """Yield what each paper says of the matter, item by item; `names` are what its items are called."""
    for entry, record in papers:
        document = whole_verdicts(record)
        near = [(one, name, bond(one, entry)) for one, name in names if one is not entry]

        def goes_on(item: Item, here: Entry = entry, others: Sequence[tuple[Entry, str, Bond]] = near) -> bool:
            """Tell whether an item goes on from one that is about the matter, under another title."""
            called = lasting_name(item.title)
            return any(continued(name, one, called, here, bound=bound) for one, name, bound in others)

        grouped: dict[int, list[Place]] = {}
        for place in matter.places(document, also=goes_on):
            grouped.setdefault(place.item.start if place.item else -1, []).append(place)
        for places in grouped.values():
            yield Chapter(Source(entry.document_id, document), entry, places[0].item, tuple(places))


def _when(chapter: Chapter) -> tuple[str, str, int]:
    """Return what puts chapters in order: date, what is undated last, then the order of the text."""
    date = chapter.entry.date
    return (date if date and not date.startswith("-") else "9999", chapter.entry.file, chapter.places[0].span.start)
