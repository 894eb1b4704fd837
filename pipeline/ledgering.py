"""The ledger as the library keeps it: the decisions of its documents, with what people signed laid over them."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pipeline.errors import BadFilter, BadRequest, LibraryEmpty, UnknownRow
from pipeline.generation.decisions.bearing import share
from pipeline.generation.decisions.changing import Changes
from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.decisions.linking import Links
from pipeline.generation.decisions.selecting import select
from pipeline.generation.decisions.signable import FIELDS, read_field, read_value, spreading
from pipeline.generation.decisions.signing import Signed, confirming, correcting, overlay, undoing
from pipeline.generation.former_names import TELLS
from pipeline.minutes import Document, as_json
from pipeline.retrieval.filters import Filters
from pipeline.retrieval.signoffs import SignOff, SignOffs

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Which deadlines are asked for: those up to a day, those that state one (`True`) or none (`False`).

    Raises:
        BadFilter: the day cannot be understood.
    """

    by: str | None = None
    stated: bool | None = None

    def __post_init__(self) -> None:
        """Check the day and write it one way."""
        if self.by is not None:
            try:
                object.__setattr__(self, "by", Filters(to_date=self.by).to_date)
            except BadFilter:
                raise BadFilter("due-by", self.by, legal="日期，如 2020-06-30、2020-06 或 2020") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignReport:
    """What became of a signing: the rows as they stand now, and how many cells were signed or taken back."""

    rows: tuple[LedgerRow, ...]
    cells: int

    def to_json(self) -> dict[str, Any]:
        """Return the report as `jiyao ledger confirm --json` prints it."""
        return {"cells": self.cells, "rows": [row.to_json() for row in self.rows]}


class Ledger:
    """The decisions of a library and the signing of them; read and written through its catalogue alone."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._signoffs = SignOffs(catalogue.home)

    def rows(self, filters: Filters | None = None, *, due: Due | None = None) -> list[LedgerRow]:
        """Return the decisions of the documents that the filters leave; a unit leaves the rows it leads or supports.

        Raises:
            LibraryEmpty: there are no documents at all.
        """
        if not self._catalogue.count():
            raise LibraryEmpty(str(self._catalogue.home))
        acts = _by_document(self._signoffs.all(), present=self._present)
        found: list[LedgerRow] = []
        for document_id, document in self._documents(filters, signed=acts):
            found += overlay(rows(document_id, document), acts.get(document_id, [])).rows
        due = due or Due()
        found = select(found, unit=filters.unit if filters else None, due_by=due.by, deadline=due.stated)
        entries = {entry.document_id: entry for entry in self._catalogue.entries()}
        if len(entries) < 2:
            return found
        renaming = self._catalogue.worded(TELLS)
        linked = Links(self._catalogue.agenda(), entries, text=self._text, renaming=renaming).linked(found)
        return Changes(self._catalogue.document, entries).marked(linked)

    def _text(self, document_id: str) -> str:
        """Return the text of a document."""
        return self._catalogue.document(document_id).text

    def lost(self) -> list[SignOff]:
        """Return the signatures whose decision stands in no document of the library any more, oldest first."""
        every = self._signoffs.all()
        acts = _by_document(every, present=self._present)
        kept: set[int] = set()
        for document_id in self._present():
            if document_id in acts:
                signed = self._signed(document_id, acts[document_id])
                kept |= {act.number for act in acts[document_id]} - {act.number for act in signed.lost}
        return [act for act in every if act.number not in kept]

    def confirm(self, names: Iterable[str], *, fields: Sequence[str] = (), by: str | None = None) -> SignReport:
        """Sign cells of rows as they stand: those named, or all that can be signed.

        Raises:
            UnknownRow: the library has no such row; then nothing is signed.
            BadRequest: there is no such cell.
        """
        wanted = [read_field(name) for name in fields] or list(FIELDS)
        who, now = signer(by), _now()
        return self._keep(names, lambda row, _: confirming(row, wanted, by=who, at=now))

    def correct(self, names: Iterable[str], *, values: Mapping[str, str], by: str | None = None) -> SignReport:
        """Put other values into cells of rows; a verdict is corrected in every row that bears it.

        Raises:
            UnknownRow: the library has no such row; then nothing is signed.
            BadRequest: there is no such cell, or the value is none of it.
        """
        given = {read_field(name): read_value(read_field(name), value) for name, value in values.items()}
        if not given:
            raise BadRequest("没有说清更正哪一栏", instead="请写 --set 栏目=内容，如 --set 牵头单位=市财政局")
        who, now = signer(by), _now()

        def acts(row: LedgerRow, among: Collection[str]) -> list[SignOff]:
            if among is FIELDS:
                return correcting(row, given, by=who, at=now)
            common = {field: given.get(field, given.get("outcome")) for field in among}
            return correcting(row, common, by=who, at=now)

        return self._keep(names, acts, shared=list(given))

    def undo(self, names: Iterable[str], *, fields: Sequence[str] = (), by: str | None = None) -> SignReport:
        """Take back a person's last signature on cells of rows: those named, or all that this person signed.

        Raises:
            UnknownRow: the library has no such row; then nothing is taken back.
            BadRequest: there is no such cell, or that person signed none of them.
        """
        wanted = [read_field(name) for name in fields] or list(FIELDS)
        who, now = signer(by), _now()

        def acts(row: LedgerRow, among: Collection[str]) -> list[SignOff]:
            if among is FIELDS:
                return undoing(row, wanted, by=who, at=now)
            shared = [field for field in among if _corrected(row, field, by=who)]
            return undoing(row, shared, by=who, at=now) if shared else []

        return self._keep(names, acts, shared=wanted)

    def _keep(
        self,
        names: Iterable[str],
        acts: Callable[[LedgerRow, Collection[str]], Sequence[SignOff]],
        *,
        shared: Sequence[str] = (),
    ) -> SignReport:
        """Sign rows: `acts` says how one is signed, given it and which of its cells: all `FIELDS` of one that is named.

        Of the rows beside those in their items, the cells that hold the same verdict or next step as one in `shared`.
        """
        named = list(dict.fromkeys(names))
        found: dict[str, LedgerRow] = {}
        for document_id in dict.fromkeys(name.split(":", 1)[0] for name in named):
            found |= {row.row: row for row in self._rows_of(document_id)}
        if unknown := [name for name in named if name not in found]:
            raise UnknownRow(unknown[0])
        touched: dict[str, Collection[str]] = dict.fromkeys(named, FIELDS)
        if shared:
            for name, cells in self._beside(named, shared).items():
                touched.setdefault(name, cells)
        kept = [act for name, among in touched.items() for act in acts(found[name], among)]
        self._signoffs.add(kept)
        signed = {act.row for act in kept}
        shown = [name for name in touched if name in signed or name in named]
        now = {row.row: row for name in {found[name].document_id for name in shown} for row in self._rows_of(name)}
        return SignReport(rows=tuple(now[row] for row in shown), cells=len(kept))

    def _beside(self, named: Sequence[str], fields: Sequence[str]) -> dict[str, list[str]]:
        """Return the rows beside those named, each with the cells that it holds in common with one of them."""
        found: dict[str, list[str]] = {}
        for document_id in dict.fromkeys(name.split(":", 1)[0] for name in named):
            by_item: dict[str, list[LedgerRow]] = {}
            for row in rows(document_id, self._catalogue.document(document_id)):
                by_item.setdefault(_item_of(row.row), []).append(row)
            for own in by_item.values():
                places = [row.spans for row in own]
                those = [(field, row.spans) for row in own if row.row in named for field in spreading(row, fields)]
                for row in own:
                    common = {field for field, one in those if share(field, one, row.spans, places)}
                    found |= {row.row: sorted(common)} if common else {}
        return found

    def _rows_of(self, document_id: str) -> list[LedgerRow]:
        """Return the signed rows of one document; none where the library does not hold it."""
        if document_id not in self._catalogue.entries_named([document_id]):
            return []
        acts = _by_document(self._signoffs.all(), present=self._present)
        return list(self._signed(document_id, acts.get(document_id, [])).rows)

    def _signed(self, document_id: str, acts: Sequence[SignOff]) -> Signed:
        """Return the rows of a document with acts laid over them."""
        return overlay(rows(document_id, self._catalogue.document(document_id)), acts)

    def _present(self) -> dict[str, str | None]:
        """Return the document number of every document that the library holds, by id."""
        return {entry.document_id: entry.document_number for entry in self._catalogue.entries()}

    def _documents(
        self, filters: Filters | None, *, signed: Mapping[str, Sequence[SignOff]]
    ) -> Iterator[tuple[str, Document]]:
        """Yield what the filters select, and what only a signature puts under their unit."""
        seen = set()
        for entry, document in self._catalogue.documents(filters):
            seen.add(entry.document_id)
            yield entry.document_id, document
        if filters and filters.unit and signed:
            wider = self._catalogue.select(replace(filters, unit=None, unit_names=()))
            for document_id in wider:
                if document_id in signed and document_id not in seen:
                    yield document_id, self._catalogue.document(document_id)


def signer(by: str | None) -> str:
    """Return who signs: the name given, else the name of the account.

    Raises:
        BadRequest: the name is blank, or there is none.
    """
    try:
        name = getpass.getuser() if by is None else by.strip()
    except (KeyError, OSError):  # an account without a name, as in a container
        name = ""
    if not name or len(name) > 60 or "\n" in name:
        raise BadRequest("没有说清由谁签认", instead="请用 --by 写明姓名")
    return name


def lost_words(acts: Sequence[SignOff]) -> list[str]:
    """Return a line for each decision whose signatures hang on nothing any more."""
    found: dict[tuple[str, str], list[SignOff]] = {}
    for act in acts:
        found.setdefault((act.row, act.text), []).append(act)
    return [
        f"签认仍保留，但库中已找不到所签的决定：{row}“{text[:30]}”（{'、'.join(sorted({act.by for act in signed}))}）"
        for (row, text), signed in found.items()
    ]


def signoff_json(acts: Iterable[SignOff]) -> list[dict[str, Any]]:
    """Return acts as plain JSON."""
    return [dict(as_json(act)) for act in acts]


def _by_document(
    acts: Iterable[SignOff], *, present: Callable[[], Mapping[str, str | None]]
) -> dict[str, list[SignOff]]:
    """Return the acts by the document that they belong to now.

    What was signed under a document that is gone belongs to the one that bears its document number now, if one does.
    """
    found: dict[str, list[SignOff]] = {}
    for act in acts:
        found.setdefault(act.document_id, []).append(act)
    if not found:
        return found
    here = present()
    heirs = {number: document_id for document_id, number in here.items() if number}
    for gone in [document_id for document_id in found if document_id not in here]:
        heir = heirs.get(found[gone][0].document_number or "")
        if heir is not None:
            moved = found.pop(gone)
            found[heir] = sorted([*found.get(heir, []), *moved], key=lambda act: act.number)
    return found


def _item_of(row: str) -> str:
    """Return the item's part of a row's name; rows of the tail stand alone.

    >>> _item_of("d1:一:1"), _item_of("d1:tail:2")
    ('一', 'tail:2')
    """
    item, _, point = row.partition(":")[2].partition(":")
    return f"{item}:{point}" if item == "tail" else item


def _corrected(row: LedgerRow, field: str, *, by: str) -> bool:
    """Tell whether a person's last signature on a cell corrected it."""
    signatures = row.confirmed.get(field, {}).get("signatures", ())
    own = [one for one in signatures if one["by"] == by]
    return bool(own) and own[-1]["action"] == "correct"


def _now() -> str:
    """Return the time of an act, UTC, ISO to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
