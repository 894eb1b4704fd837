"""The catalogue, written: a document is entered, replaced or taken out, each in one transaction."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Literal

from pipeline.minutes import Document
from pipeline.retrieval.bin import keep
from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.chunk import Chunk, Cut, chunk
from pipeline.retrieval.corrections import Amend, amended
from pipeline.retrieval.filters import date_range, file_key, number_key
from pipeline.retrieval.record import to_record
from pipeline.retrieval.schema import writing

Status = Literal["added", "replaced", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: its id, and whether it is new; a duplicate has the id of the one it repeats."""

    document_id: str
    status: Status
    duplicate_of: str | None = None


class Register:
    """Writes to the catalogue of a library; the caller holds the library's lock.

    Args:
        home: the library's folder.
        cut: cuts a document into chunks, where not as `chunk` does.
        amend: applies the corrections that editors laid down; without it a document is entered as it was parsed.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy, LibraryUnwritable: by any method.
    """

    def __init__(self, home: Path, *, cut: Cut | None = None, amend: Amend | None = None) -> None:
        self.path = home / FILE
        self._given_cut, self._amend = cut, amend

    def _cut(self, document: Document, *, document_id: str) -> tuple[Chunk, ...]:
        """Return the chunks of a document."""
        return (self._given_cut or chunk)(document, document_id=document_id)

    def enter(self, document: Document, *, source: Path, sha256: str) -> Added:
        """Enter a document under the id of its source.

        The same path is the same document. The same name where the old path is gone is a moved document and keeps its
        id. The same name beside a living file of that name is another document. The same content under a second name
        is a duplicate: not entered, and what its path held before is taken out.
        """
        path = str(source.resolve())
        parsed = to_record(document)
        text_sha256 = content_hash(document.text)
        with writing(self.path) as connection:
            known = _same_source(connection, path, file=document.file, text_sha256=text_sha256)
            twin = connection.execute(
                "SELECT document_id FROM documents WHERE text_sha256 = ? AND document_id IS NOT ?",
                (text_sha256, known["document_id"] if known else None),
            ).fetchone()
            if twin is not None:
                if known is not None:
                    _delete(connection, known["document_id"], generation=_next_generation(connection))
                return Added(twin[0], "duplicate", duplicate_of=twin[0])
            document_id = known["document_id"] if known else _free_id(connection, path, file=document.file)
            document = amended(connection, document_id, document, self._amend)
            record = to_record(document)
            if known and (known["record"], known["text"], known["file"]) == (record, document.text, document.file):
                if (known["source"], known["sha256"]) != (path, sha256):
                    _next_generation(connection)  # a reader keeps what it knows of the documents for a generation
                    moved = "UPDATE documents SET source = ?, sha256 = ? WHERE document_id = ?"
                    connection.execute(moved, (path, sha256, document_id))
                _keep_parsed(connection, document_id, parsed if parsed != record else None)
                return Added(document_id, "unchanged")
            _insert(connection, document, document_id, path, sha256, text_sha256, record, cut=self._cut)
            _keep_parsed(connection, document_id, parsed if parsed != record else None)
            return Added(document_id, "replaced" if known else "added")

    def take_out(self, document_ids: Iterable[str], *, by: str = "") -> None:
        """Take documents out and put them into the bin; ids that are not there are passed over."""
        document_ids = list(document_ids)
        with writing(self.path) as connection:
            keep(connection, document_ids, by=by)
            generation = _next_generation(connection)
            for document_id in document_ids:
                _delete(connection, document_id, generation=generation)

    def rechunk(self, documents: Iterable[tuple[str, Document]]) -> None:
        """Cut documents anew and move the generation, so that every cache follows."""
        with writing(self.path) as connection:
            generation = _next_generation(connection)
            for document_id, document in documents:
                connection.execute("DELETE FROM chunks WHERE document_id = ?", (document_id,))
                _insert_chunks(connection, self._cut(document, document_id=document_id))
                _note_change(connection, document_id, generation)

    def followed(self, cache: str, generation: int) -> None:
        """Note how far a cache has followed the catalogue."""
        with writing(self.path) as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"cache.{cache}", generation))


def content_hash(text: str) -> str:
    """Return the hash under which two texts are the same content, whatever their blanks and line ends."""
    return hashlib.sha256(re.sub(r"\s+", "", text).encode()).hexdigest()


def _same_source(connection: sqlite3.Connection, path: str, *, file: str, text_sha256: str) -> sqlite3.Row | None:
    """Return the row of the document that a path stands for: read from there, or moved there from a path now gone."""
    columns = "SELECT document_id, source, file, text, record, sha256, text_sha256 FROM documents"
    row: sqlite3.Row | None = connection.execute(f"{columns} WHERE source = ?", (path,)).fetchone()
    if row is not None:
        return row
    rows = connection.execute(f"{columns} WHERE file_key = ? ORDER BY document_id", (file_key(file),)).fetchall()
    moved = [other for other in rows if not Path(other["source"]).exists()]
    return next((other for other in moved if other["text_sha256"] == text_sha256), moved[0] if moved else None)


def _free_id(connection: sqlite3.Connection, path: str, *, file: str) -> str:
    """Return an id from the file's name; where a living file of that name has it, from ever more of the path."""
    folders = [file_key(part) for part in PurePath(path).parts[:-1]]
    names = [file_key(file)]
    names += ["/".join([*folders[place:], names[0]]) for place in range(len(folders) - 1, -1, -1)]
    for name in _and_more(names):
        document_id = "d" + hashlib.sha256(name.encode()).hexdigest()[:8]
        if connection.execute("SELECT 1 FROM documents WHERE document_id = ?", (document_id,)).fetchone() is None:
            return document_id
    raise AssertionError("never reached: the names do not end")


def _and_more(names: list[str]) -> Iterator[str]:
    """Yield names, then the last one numbered, without end."""
    yield from names
    number = 2
    while True:
        yield f"{names[-1]}#{number}"
        number += 1


def _insert(
    connection: sqlite3.Connection,
    document: Document,
    document_id: str,
    path: str,
    sha256: str,
    text_sha256: str,
    record: str,
    *,
    cut: Cut,
) -> None:
    """Write a document and all that is derived from it, in place of its former self."""
    generation = _next_generation(connection)
    connection.execute("DELETE FROM documents WHERE document_id = ?", (document_id,))
    meeting = document.meeting
    date = meeting.date or document.issued_date
    days = date_range(date) if date else None
    row = {
        "document_id": document_id,
        "file": document.file,
        "file_key": file_key(document.file),
        "stem": PurePath(file_key(document.file)).stem,
        "source": path,
        "sha256": sha256,
        "text_sha256": text_sha256,
        "kind": document.kind,
        "name": document.name,
        "document_number": document.document_number,
        "number_key": number_key(document.document_number) if document.document_number else None,
        "issuing_body": document.issuing_body,
        "meeting_name": meeting.name,
        "meeting_number": meeting.number,
        "date": date,
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "chair": meeting.chair,
        "items": len(document.items),
        "characters": len(document.text),
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "pages": json.dumps(document.pages),
        "text": document.text,
        "record": record,
    }
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO documents ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    _insert_items(connection, document, document_id)
    _insert_people(connection, document, document_id)
    _insert_chunks(connection, cut(document, document_id=document_id))
    _note_change(connection, document_id, generation)


def _keep_parsed(connection: sqlite3.Connection, document_id: str, parsed: str | None) -> None:
    """Keep the record as the parser read it, where corrections changed it, so that they can be taken back."""
    connection.execute("DELETE FROM as_parsed WHERE document_id = ?", (document_id,))
    if parsed is not None:
        connection.execute("INSERT INTO as_parsed VALUES (?, ?)", (document_id, parsed))


def _insert_items(connection: sqlite3.Connection, document: Document, document_id: str) -> None:
    """Write the agenda, and the units that any part of it names."""
    units: set[str] = {person.unit for person in _people(document) if person.unit}
    for position, item in enumerate(document.items):
        presenter = item.presenter.name if item.presenter else None
        found = (item.label, item.number, item.section, item.verb, item.title, presenter, item.start, item.end)
        connection.execute(f"INSERT INTO items VALUES ({', '.join('?' * 10)})", (document_id, position, *found))
        for point in (*item.points, *((item.charge,) if item.charge else ())):
            units.update(point.lead_units, point.support_units, [point.addressed_to] if point.addressed_to else [])
    connection.executemany("INSERT INTO units VALUES (?, ?)", [(document_id, unit) for unit in sorted(units)])


def _insert_people(connection: sqlite3.Connection, document: Document, document_id: str) -> None:
    """Write who was there, with the chair first."""
    rows = list(_people(document))
    connection.executemany(
        "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(document_id, place, row.role, row.unit, row.name, row.start, row.end) for place, row in enumerate(rows)],
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A person of the people table."""

    role: str
    unit: str | None
    name: str
    start: int | None
    end: int | None


def _people(document: Document) -> Iterator[_Row]:
    """Yield everybody whom the record names by role."""
    spans = document.spans
    if document.meeting.chair:
        place = spans.get("meeting.chair")
        yield _Row("chair", None, document.meeting.chair, place.start if place else None, place.end if place else None)
    attendance = document.attendance
    if attendance is None:
        return
    for role, people in (
        ("present", attendance.present),
        ("observer", attendance.observers),
        ("absent", attendance.absent),
    ):
        yield from (_Row(role, person.unit, person.name, person.start, person.end) for person in people)
    if attendance.recorder:
        place = spans.get("attendance.recorder")
        yield _Row("recorder", None, attendance.recorder, place.start if place else None, place.end if place else None)


def _insert_chunks(connection: sqlite3.Connection, chunks: Iterable[Chunk]) -> None:
    """Write the chunks of a document."""
    names = ", ".join(f'"{field.name}"' for field in fields(Chunk))
    marks = ", ".join("?" for _ in fields(Chunk))
    rows = [
        [json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value for value in astuple(piece)]
        for piece in chunks
    ]
    connection.executemany(f"INSERT INTO chunks ({names}) VALUES ({marks})", rows)


def _delete(connection: sqlite3.Connection, document_id: str, *, generation: int) -> None:
    """Take a document out with all that hangs on it."""
    if connection.execute("DELETE FROM documents WHERE document_id = ?", (document_id,)).rowcount:
        _note_change(connection, document_id, generation)


def _next_generation(connection: sqlite3.Connection) -> int:
    """Move the generation on and return it."""
    row = connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation' RETURNING value").fetchone()
    return int(row[0])


def _note_change(connection: sqlite3.Connection, document_id: str, generation: int) -> None:
    """Note that a document changed, for the caches to follow."""
    connection.execute("INSERT OR REPLACE INTO changes VALUES (?, ?)", (document_id, generation))
