"""Marks on decisions that a later meeting changed: another day, another lead, another figure stands there since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit
from pipeline.generation.columns import one_line
from pipeline.generation.decisions.ledger import Change, LedgerRow, Link
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.giving_way import gives_way, may_change, plainly, values, who_left
from pipeline.generation.extractive.passages import told as told_at
from pipeline.generation.extractive.several.returned import put_in_its_place

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item
    from pipeline.retrieval.catalogue import Entry


class Changes:
    """What later meetings put in the place of what decisions say.

    Args:
        document: gives the document of an id.
        entries: what the library knows of each document, by id.
    """

    def __init__(self, document: Callable[[str], Document], entries: Mapping[str, Entry]) -> None:
        self._document, self._entries = document, entries
        self._sources: dict[str, Source] = {}
        self._items: dict[tuple[str, str | None, str], list[Item]] = {}

    def marked(self, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
        """Return rows with what later meetings on the same matter changed of them, in order of date."""
        return [replace(row, changes=found) if (found := tuple(self._of(row))) else row for row in rows]

    def _of(self, row: LedgerRow) -> Iterator[Change]:
        """Yield the changes of a row, each sentence once."""
        told = "，".join([row.text, *row.lead_units, *filter(None, [row.deadline_text])])
        for link in row.links:
            if link.relation != "same" or not row.date or not link.date or link.date <= row.date:
                continue
            for item in self._changing(link):
                source = self._sources[link.document_id]
                for place in put_in_its_place(told, source, item):
                    said = told_at(source, place)
                    quoted = said.quotes[0]
                    yield Change(
                        document_id=link.document_id,
                        document_number=link.document_number,
                        meeting=link.meeting,
                        meeting_number=link.meeting_number,
                        body=link.body,
                        date=link.date,
                        item=link.item,
                        text=said.text,
                        replaces=tuple(replaced(row, said.text)),
                        start=quoted.start,
                        end=quoted.end,
                    )

    def _changing(self, link: Link) -> list[Item]:
        """Return the items of a link that change something."""
        key = (link.document_id, link.item, link.item_title)
        if key not in self._items:
            if link.document_id not in self._sources:
                document = self._document(link.document_id)
                self._sources[link.document_id] = Source(self._entries[link.document_id], document)
            document = self._sources[link.document_id].document
            self._items[key] = [
                item
                for item in document.items
                if item.label == link.item
                and one_line(item.title) == link.item_title
                and may_change(document.quote(item.span))
            ]
        return self._items[key]


def replaced(row: LedgerRow, said: str) -> Iterator[str]:
    """Yield the leads and time limits of a row in whose place a sentence puts others.

    Args:
        row: the decision, whose lead is 副区长许岸.
        said: what a later meeting said: 总协调人由许岸同志改为苗青.
    """
    wording = plainly(said)
    left = who_left(wording)
    for lead in row.lead_units:
        if any(name in lead for name in left) or gives_way(wording, {lead}):
            yield lead
    limits = [one for one in (row.deadline_text, *(one.text for one in row.further_deadlines)) if one]
    yield from (limit for limit in limits if gives_way(wording, values(limit)))


def is_replaced(lead: str, changes: Iterable[Change]) -> bool:
    """Tell whether changes put somebody else in the place of a lead."""
    return any(same_unit(lead, former) for change in changes for former in change.replaces)
