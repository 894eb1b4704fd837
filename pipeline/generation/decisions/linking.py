"""Links between meetings: where the matter of a decision returns, under any of its names or in another's wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from pipeline.generation.columns import one_line
from pipeline.generation.decisions.ledger import LedgerRow, Link
from pipeline.generation.former_names import other_names
from pipeline.generation.matter_names import lasting_name, same_matter
from pipeline.generation.places import places_of
from pipeline.generation.threads import Strand, Threads
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry, Heading

Relation = Literal["same", "named"]
_TITLED = compiled(r"《([^《》]{4,60})》")


class Links:
    """The items of a library by the names of their matters.

    Args:
        agenda: the items of all documents.
        entries: what the library knows of each document, by id.
        text: returns the text of a document, by id.
        renaming: the documents that may give a matter another name, by id, with their texts.
    """

    def __init__(
        self,
        agenda: Iterable[Heading],
        entries: Mapping[str, Entry],
        *,
        text: Callable[[str], str] = lambda _: "",
        renaming: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._entries, self._text = entries, text
        by_document: dict[str, list[Heading]] = {}
        for heading in agenda:
            if heading.document_id in entries:
                by_document.setdefault(heading.document_id, []).append(heading)
        also = {
            (key, one.start): tuple(other_names(one_line(one.title), said[one.start : one.end]))
            for key, said in renaming
            for one in by_document.get(key, ())
        }
        self._headings = {(one.document_id, one.start): one for each in by_document.values() for one in each}
        self._titled: dict[tuple[str, str], list[Strand]] = {}
        strands = [self._strand(one, also.get(key, ())) for key, one in self._headings.items()]
        for strand in strands:
            self._titled.setdefault((strand.entry.document_id, strand.title), []).append(strand)
        self._threads = Threads(strands)
        self._known: dict[tuple[str, str, Relation], list[Link]] = {}

    def linked(self, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
        """Return rows with the items of other documents on the same matter, in order of date."""
        return [replace(row, links=tuple(self._of(row))) for row in rows]

    def _strand(self, heading: Heading, also: tuple[str, ...]) -> Strand:
        """Return an item of the agenda as a thread sees it."""
        entry, read = self._entries[heading.document_id], partial(self._said, heading)
        return Strand(entry, one_line(heading.title), heading.start, read, also)

    def _said(self, heading: Heading) -> str:
        return self._text(heading.document_id)[heading.start : heading.end]

    def _of(self, row: LedgerRow) -> list[Link]:
        """Return the links of a row: the items that it names, and those of the thread of its own item."""
        named = [self._links(row, title, "named") for title in _TITLED.findall(row.text)]
        same = self._links(row, one_line(row.item_title), "same")
        found = {(link.document_id, link.item_title): link for links in (*named, same) for link in links}
        return sorted(found.values(), key=lambda link: (link.date or "9999", link.document_id))

    def _links(self, row: LedgerRow, title: str, relation: Relation) -> list[Link]:
        """Return the items of other documents on a matter, by a title."""
        key = (row.document_id, title, relation)
        if key not in self._known:
            found = self._named(row, title) if relation == "named" else self._threaded(row, title)
            self._known[key] = [
                self._link(self._headings[one.key], relation)
                for one in found
                if one.entry.document_id != row.document_id
            ]
        return self._known[key]

    def _threaded(self, row: LedgerRow, title: str) -> list[Strand]:
        """Return the items of the thread of the item of a row."""
        own = self._titled.get((row.document_id, title))
        unlisted = Strand(self._entries[row.document_id], title, row.start, lambda: row.text)
        return self._threads.through(own or [unlisted])

    def _named(self, row: LedgerRow, title: str) -> Iterator[Strand]:
        """Yield the items that a decision names: of its own place, or of another one that the name has."""
        name, entry = lasting_name(title), self._entries[row.document_id]
        for called in self._threads.near(name):
            for other in self._threads.called(called):
                held = any(place in name for place in places_of(other.entry))
                if same_matter(name, called) and (held or self._threads.bond(entry, other.entry) != "apart"):
                    yield other

    def _link(self, heading: Heading, relation: Relation) -> Link:
        """Return the link to an item."""
        entry = self._entries[heading.document_id]
        return Link(
            relation=relation,
            document_id=heading.document_id,
            document_number=entry.document_number,
            meeting=entry.meeting_name,
            date=entry.date,
            item=heading.label,
            item_title=one_line(heading.title),
            body=entry.issuing_body,
            meeting_number=entry.meeting_number,
        )
