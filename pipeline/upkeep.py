"""What an editor does to the library: take documents out and bring them back, correct what the parser read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.documents.amend import check
from pipeline.errors import BadRequest, JiyaoError
from pipeline.reports import Failure, RemoveReport
from pipeline.retrieval.bin import Bin, Removed
from pipeline.retrieval.corrections import FIELDS, Correction, Corrections, Field
from pipeline.retrieval.record import from_record

if TYPE_CHECKING:
    from pipeline.minutes import Document
    from pipeline.retrieval.library import Library


@dataclass(frozen=True)
class Upkeep:
    """Removal with undo, and corrections that a later ingest keeps.

    Args:
        library: whose documents; made with `amend`, so that every ingest applies what was corrected.
    """

    library: Library

    @cached_property
    def _bin(self) -> Bin:
        return Bin(self.library.home)

    @cached_property
    def _corrections(self) -> Corrections:
        return Corrections(self.library.home)

    def remove(self, document_ids: Iterable[str], *, by: str = "", forever: bool = False) -> RemoveReport:
        """Take documents out, into the bin or for good; one that is unknown never stops the rest."""
        found: dict[str, None] = {}
        failed = []
        for named in document_ids:
            try:
                found[self.library.catalogue.entry(named).document_id] = None
            except JiyaoError as error:
                failed.append(Failure(named, str(error)))
        if found:
            self.library.remove(list(found), by=by)
            if forever:
                self.forget(found)
        return RemoveReport(removed=tuple(found), failed=tuple(failed))

    def removed(self) -> list[Removed]:
        """Return what can be brought back, the last removed first."""
        return self._bin.all()

    def restore(self, document_id: str) -> Removed:
        """Bring a removed document back as it was, with its corrections.

        Raises:
            UnknownDocument: the bin does not hold it (any more).
            BadRequest: the library holds another document of that file, or the same content, by now.
        """
        removed, document = self._bin.take(document_id)
        if self.library.catalogue.by_source(Path(removed.source)) is not None:
            raise BadRequest(f"文库中已有一份“{removed.file}”", instead="要换回旧的，请先移除现有的这一份")
        added = self.library.add(document, source=Path(removed.source), sha256=removed.sha256)
        self._bin.forget([document_id])
        if added.status == "duplicate":
            raise BadRequest("文库中已有内容相同的文件", instead="不必再恢复")
        return removed

    def forget(self, document_ids: Iterable[str]) -> None:
        """Empty the bin of documents for good."""
        self._bin.forget(document_ids)

    def corrections(self, document_id: str) -> dict[str, Correction]:
        """Return the correction that holds for each corrected field of a document."""
        return self._corrections.holding(document_id)

    def history(self, document_id: str) -> list[Correction]:
        """Return every act on a document, oldest first."""
        return self._corrections.of(document_id)

    def correct(self, document_id: str, field: str, value: Any, *, by: str) -> Document:
        """Correct a field of a document; it holds over every later ingest. Returns the corrected document.

        Args:
            document_id: the document, named as for `show`.
            field: kind, date, chair or items.
            value: see `documents.amend.amend`; `None` for date and chair says that the document does not state it.
            by: who corrects.

        Raises:
            BadRequest: the value is no legal one, or the text does not bear it; then nothing changes.
            UnknownDocument: the library holds no such document.
        """
        entry = self.library.catalogue.entry(document_id)
        held = self.corrections(entry.document_id)
        kind = held["kind"].value if "kind" in held else None
        check(self.as_parsed(entry.document_id), field, value, kind=kind)
        known = next(name for name in FIELDS if name == field)
        return self._act(entry.document_id, known, "correct", value, by=by)

    def undo(self, document_id: str, field: Field, *, by: str) -> Document:
        """Take a correction back, so that the document reads again as the parser read it. Returns the document.

        Raises:
            UnknownDocument: the library holds no such document.
        """
        entry = self.library.catalogue.entry(document_id)
        if field not in self.corrections(entry.document_id):
            return self.library.catalogue.document(entry.document_id)
        return self._act(entry.document_id, field, "undo", None, by=by)

    def as_parsed(self, document_id: str) -> Document:
        """Return a document as the parser read it, without corrections."""
        document = self.library.catalogue.document(document_id)
        record = self._corrections.as_parsed(document_id)
        return from_record(record, document.text) if record else document

    def _act(self, document_id: str, field: Field, action: Any, value: Any, *, by: str) -> Document:
        """Note an act and enter the document anew, with what holds now."""
        entry, parsed = self.library.catalogue.entry(document_id), self.as_parsed(document_id)
        former = _said(self.library.catalogue.document(document_id), field)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._corrections.add(
            Correction(document_id=document_id, field=field, action=action, value=value, former=former, by=by, at=now)
        )
        self.library.add(parsed, source=Path(entry.source), sha256=entry.sha256)
        return self.library.catalogue.document(document_id)


def _said(document: Document, field: Field) -> Any:
    """Return what a record says in a field, as a correction notes it."""
    if field == "items":
        return {"starts": [item.start for item in document.items]}
    if field == "kind":
        return document.kind
    return document.meeting.chair if field == "chair" else document.meeting.date or document.issued_date
