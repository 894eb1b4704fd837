"""Links between meetings: where the matter of a decision returns, under its name or in another decision's wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pipeline.generation.columns import one_line
from pipeline.generation.ledger import LedgerRow, Link
from pipeline.generation.matter_names import lasting_name
from pipeline.generation.places import are_elsewhere
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry, Heading

_GRAM = 6
"""Characters of a run by which names are looked up; the shortest name of a matter must have as many."""
_TITLED = compiled(r"《([^《》]{4,60})》")


class Links:
    """The items of a library by the names of their matters.

    Args:
        agenda: the items of all documents.
        entries: what the library knows of each document, by id.
    """

    def __init__(self, agenda: Iterable[Heading], entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._named: dict[str, list[Heading]] = {}
        for heading in agenda:
            if name := lasting_name(heading.title):
                self._named.setdefault(name, []).append(heading)
        self._grams: dict[str, set[str]] = {}
        for name in self._named:
            for start in range(len(name) - _GRAM + 1):
                self._grams.setdefault(name[start : start + _GRAM], set()).add(name)

    def linked(self, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
        """Return rows with the items of other documents on the same matter, in order of date."""
        known: dict[tuple[str, str], tuple[Link, ...]] = {}
        found = []
        for row in rows:
            key = (row.document_id, row.item_title)
            if key not in known:
                known[key] = tuple(self._links(row.document_id, lasting_name(row.item_title), "same"))
            named = [
                link
                for title in _TITLED.findall(row.text)
                for link in self._links(row.document_id, lasting_name(title), "named")
            ]
            links = {(link.document_id, link.item_title): link for link in (*named, *known[key])}
            ordered = sorted(links.values(), key=lambda link: (link.date or "9999", link.document_id))
            found.append(replace(row, links=tuple(ordered)))
        return found

    def _links(self, document_id: str, name: str, relation: Literal["same", "named"]) -> list[Link]:
        """Return the items of other documents whose matter bears a name, or holds it, or is held by it."""
        near: set[str] = set()
        for start in range(len(name) - _GRAM + 1):
            near |= self._grams.get(name[start : start + _GRAM], set())
        return [
            self._link(heading, relation)
            for other in sorted(near)
            if other in name or name in other
            for heading in self._named[other]
            if heading.document_id != document_id and heading.document_id in self._entries
            if relation == "named" or not self._elsewhere(document_id, heading.document_id)
        ]

    def _elsewhere(self, one: str, other: str) -> bool:
        """Tell whether two documents are of two places: each city hears of 全省会议精神, each has its 城东水厂."""
        bodies = [entry.issuing_body if (entry := self._entries.get(key)) else None for key in (one, other)]
        return are_elsewhere(*bodies)

    def _link(self, heading: Heading, relation: Literal["same", "named"]) -> Link:
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
        )
