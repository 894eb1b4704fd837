"""The bin (回收站): documents taken out of the library, kept for some days so that a removal can be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.errors import UnknownDocument
from pipeline.minutes import Document
from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.record import from_record
from pipeline.retrieval.schema import has_table, reading, writing

KEEP_DAYS = 30
"""How long a removed document can be brought back; then it is forgotten for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A document in the bin: what it was, who took it out, and when (UTC, ISO to the second)."""

    document_id: str
    file: str
    name: str
    document_number: str | None
    date: str | None
    source: str
    sha256: str
    by: str
    at: str

    @property
    def kept_until(self) -> str:
        """The day (UTC) on which it is forgotten."""
        return (datetime.fromisoformat(self.at) + timedelta(days=KEEP_DAYS)).date().isoformat()


_NAMES = tuple(field.name for field in fields(Removed))
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)


class Bin:
    """The removed documents of a library.

    Args:
        home: the library's folder.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy, LibraryUnwritable: by any method.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    def all(self) -> list[Removed]:
        """Return what can be brought back, the last removed first."""
        with reading(self.path) as connection:
            if connection is None or not has_table(connection, "removed"):
                return []
            query = f'SELECT {_COLUMNS} FROM removed WHERE "at" > ? ORDER BY "at" DESC, name'
            return [Removed(**dict(row)) for row in connection.execute(query, (_oldest_kept(),))]

    def take(self, document_id: str) -> tuple[Removed, Document]:
        """Return a removed document as the parser read it, without changing anything.

        Raises:
            UnknownDocument: the bin does not hold it.
        """
        with reading(self.path) as connection:
            row = None
            if connection is not None and has_table(connection, "removed"):
                query = f'SELECT {_COLUMNS}, text, record FROM removed WHERE document_id = ? AND "at" > ?'
                row = connection.execute(query, (document_id, _oldest_kept())).fetchone()
        if row is None:
            raise UnknownDocument(document_id)
        values = dict(row)
        text, record = values.pop("text"), values.pop("record")
        return Removed(**values), from_record(record, text)

    def forget(self, document_ids: Iterable[str]) -> None:
        """Drop documents for good; ids that are not there are passed over."""
        with writing(self.path) as connection:
            for document_id in document_ids:
                connection.execute("DELETE FROM removed WHERE document_id = ?", (document_id,))


def keep(connection: sqlite3.Connection, document_ids: Iterable[str], *, by: str) -> None:
    """Copy documents into the bin, inside the transaction that takes them out, and drop what was kept long enough."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for document_id in document_ids:
        connection.execute(
            "INSERT OR REPLACE INTO removed (document_id, file, name, document_number, date, source, sha256, text, "
            'record, "by", "at") SELECT document_id, file, name, document_number, date, source, sha256, text, '
            "coalesce((SELECT record FROM as_parsed WHERE as_parsed.document_id = documents.document_id), record), "
            "?, ? FROM documents WHERE document_id = ?",
            (by, now, document_id),
        )
    connection.execute('DELETE FROM removed WHERE "at" <= ?', (_oldest_kept(),))


def _oldest_kept() -> str:
    """Return the moment before which removals are forgotten."""
    return (datetime.now(UTC) - timedelta(days=KEEP_DAYS)).isoformat(timespec="seconds")
