"""Links between meetings: where the matter of a decision returns, under its name or in another decision's wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pipeline.generation.columns import one_line
from pipeline.generation.continuing import Bond, House, bond, continued, house_of
from pipeline.generation.decisions.ledger import LedgerRow, Link
from pipeline.generation.matter_names import lasting_name, same_matter, shared_pieces
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry, Heading

_FEW = 40
"""A stretch that more titles of a library share tells no matter: 老旧小区, 污水处理."""
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
            if heading.document_id in entries and (name := lasting_name(heading.title)):
                self._named.setdefault(name, []).append(heading)
        self._pieces: dict[str, list[str]] = {}
        for name in self._named:
            for piece in shared_pieces(name):
                self._pieces.setdefault(piece, []).append(name)
        self._houses = {key: house_of(entry) for key, entry in entries.items()}
        self._bonds: dict[tuple[House, House], Bond] = {}
        self._nearby: dict[str, set[str]] = {}
        self._known: dict[tuple[str, str, str], list[Link]] = {}

    def linked(self, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
        """Return rows with the items of other documents on the same matter, in order of date."""
        return [replace(row, links=tuple(self._of(row))) for row in rows]

    def _of(self, row: LedgerRow) -> list[Link]:
        """Return the links of a row: the item that it names, else that of the matter of its own item."""
        named = [self._links(row.document_id, lasting_name(title), "named") for title in _TITLED.findall(row.text)]
        same = self._links(row.document_id, lasting_name(row.item_title), "same")
        found = {(link.document_id, link.item_title): link for links in (*named, same) for link in links}
        return sorted(found.values(), key=lambda link: (link.date or "9999", link.document_id))

    def _links(self, document_id: str, name: str, relation: Literal["same", "named"]) -> list[Link]:
        """Return the items of other documents on a matter, by its name."""
        if (document_id, name, relation) not in self._known:
            goes_on = self._is_named if relation == "named" else self._goes_on
            self._known[document_id, name, relation] = [
                self._link(heading, relation)
                for other in sorted(self._near(name))
                for heading in self._named[other]
                if heading.document_id != document_id and goes_on(document_id, name, other, heading.document_id)
            ]
        return self._known[document_id, name, relation]

    def _near(self, name: str) -> set[str]:
        """Return the names that may be of one matter with a name: they hold it, or share a stretch that tells."""
        if name not in self._nearby:
            near = self._nearby.setdefault(name, set())
            for piece in shared_pieces(name) if name else ():
                others = self._pieces.get(piece, ())
                near.update(others if len(others) <= _FEW else (one for one in others if same_matter(name, one)))
        return self._nearby[name]

    def _goes_on(self, document_id: str, name: str, called: str, other: str) -> bool:
        """Tell whether a matter of a document is that of an item of another one."""
        bound = self._bond(document_id, other)
        return continued(name, self._entries[document_id], called, self._entries[other], bound=bound) > 0

    def _is_named(self, document_id: str, name: str, called: str, other: str) -> bool:
        """Tell whether a name in a decision is that of an item of another document; of another place one it has."""
        if not same_matter(name, called):
            return False
        return self._bond(document_id, other) != "apart" or any(one in name for one in self._houses[other][-1])

    def _bond(self, one: str, other: str) -> Bond:
        """Return whether two documents are of one place."""
        houses = self._houses[one], self._houses[other]
        if houses not in self._bonds:
            self._bonds[houses] = bond(self._entries[one], self._entries[other])
        return self._bonds[houses]

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
            body=entry.issuing_body,
            meeting_number=entry.meeting_number,
        )
