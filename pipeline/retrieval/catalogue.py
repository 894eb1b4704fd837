"""The catalogue, read: which documents the library holds, their records, their chunks, and what filters select.

It is one SQLite file and the only source of truth; vectors and keywords are caches made from it. Reading needs none of
the heavy libraries, and never makes or changes a library.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields
from pathlib import Path

from pipeline.errors import AmbiguousDocument, LibraryDamaged, UnknownDocument
from pipeline.minutes import Document
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.digest import Digest, digest_of
from pipeline.retrieval.filters import Filters, condition, document_condition
from pipeline.retrieval.record import from_record
from pipeline.retrieval.rows import Entry, Heading, Listed
from pipeline.retrieval.schema import Reader, State

__all__ = ["Catalogue", "Entry", "Filters", "Heading", "Listed", "State"]

FILE = "catalogue.sqlite3"
_AMONG = "IN (SELECT value FROM json_each(?))"  # one value for any number of ids
_AT_A_TIME = 200  # records read at once: a library may hold more than memory does
_DIGESTS_KEPT = 20_000  # about 8 KB each
_ORDER = "ORDER BY coalesce(date, '9999'), file, document_id"
_Now = tuple[str, int, int]

_ENTRY = ", ".join(field.name for field in fields(Entry))
_CHUNK = ", ".join(f'"{field.name}"' for field in fields(Chunk))


class Catalogue:
    """The library's documents; a folder without a catalogue reads as an empty library.

    Args:
        home: the library's folder.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy: by any method, where the file cannot be used.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / FILE
        self._reader = Reader(self.path)
        self._entries: tuple[_Now | None, list[Entry]] = None, []
        self._digests: tuple[_Now | None, dict[str, Digest]] = None, {}

    def held(self) -> AbstractContextManager[None]:
        """Read one state of the library in the block, by one opening; for this thread, and for this catalogue only."""
        return self._reader.held()

    def state(self) -> State | None:
        """Return how far catalogue and caches are, or `None` where there is no library yet."""
        rows = {row["key"]: row["value"] for row in self._reader.rows("SELECT key, value FROM meta")}
        if not rows:
            return None
        caches = {key.removeprefix("cache."): value for key, value in rows.items() if key.startswith("cache.")}
        return State(rows["library"], rows["generation"], caches)

    def generation(self) -> int:
        """Return the number of changes so far, 0 for an empty library."""
        state = self.state()
        return state.generation if state else 0

    def count(self, filters: Filters | None = None) -> int:
        """Return how many documents the filters select; raises what `select` does."""
        return len(self.entries(filters))

    def select(self, filters: Filters | None = None) -> list[str]:
        """Return the ids of the documents that the filters select, in order of date and file.

        Raises:
            UnknownDocument: `filters.document` names none.
        """
        return [row[0] for row in self._documents("document_id", filters)]

    def entries(self, filters: Filters | None = None) -> list[Entry]:
        """Return what the filters select, in order of date and file; raises what `select` does."""
        if filters is not None:
            return [Entry(*row) for row in self._documents(_ENTRY, filters)]
        now = self._now()  # all of them are asked for with every question, and 10,000 take half a second
        if self._entries[0] != now:
            self._entries = now, [Entry(*row) for row in self._documents(_ENTRY, None)]
        return list(self._entries[1])

    def entry(self, document_id: str) -> Entry:
        """Return one document's entry, named by id, unique beginning of an id, file name or document number.

        Raises:
            UnknownDocument: nothing is named so.
            AmbiguousDocument: several are.
        """
        if exact := self.entries_named([document_id]):
            return exact[document_id]
        clause, values = document_condition(document_id)
        rows = self._reader.rows(f"SELECT {_ENTRY} FROM documents WHERE {clause} {_ORDER}", values)
        if not rows:
            raise UnknownDocument(document_id)
        if len(rows) > 1:
            raise AmbiguousDocument(document_id, [row["document_id"] for row in rows])
        return Entry(*rows[0])

    def document(self, document_id: str) -> Document:
        """Return one parsed document, named as for `entry`.

        Raises:
            UnknownDocument, AmbiguousDocument: as for `entry`.
        """
        query = "SELECT text, record FROM documents WHERE document_id = ?"
        rows = self._reader.rows(query, [document_id]) or self._reader.rows(
            query, [self.entry(document_id).document_id]
        )
        return self._parsed(rows[0])

    def documents(self, filters: Filters | None = None) -> Iterator[tuple[Entry, Document]]:
        """Yield what the filters select with its parsed document, one at a time; raises what `select` does."""
        yield from self.documents_named(self.select(filters))

    def documents_named(self, document_ids: Sequence[str]) -> Iterator[tuple[Entry, Document]]:
        """Yield the documents of these ids that the library still holds, in this order; few are read at a time."""
        for row in self._in_order(f"{_ENTRY}, text, record", document_ids):
            yield Entry(*row[:-2]), self._parsed(row)

    def digests(self, document_ids: Sequence[str]) -> dict[str, Digest]:
        """Return the digest of each of these documents that the library still holds, in this order.

        They are kept as long as the library does not change: the next list over all of it reads none again.
        """
        now = self._now()
        kept = self._digests[1] if self._digests[0] == now else {}
        for row in self._in_order("document_id, record", [one for one in document_ids if one not in kept]):
            with self._reading():
                kept[row["document_id"]] = digest_of(row["record"])
        self._digests = now, kept if len(kept) <= _DIGESTS_KEPT else {}
        return {one: kept[one] for one in document_ids if one in kept}

    def chunks(self, document_id: str | None = None) -> list[Chunk]:
        """Return the chunks of one document, or of all, in the order of the text."""
        where, values = ("WHERE document_id = ?", [document_id]) if document_id is not None else ("", [])
        rows = self._reader.rows(f"SELECT {_CHUNK} FROM chunks {where} ORDER BY document_id, position", values)
        return [_chunk(row) for row in rows]

    def count_chunks(self) -> int:
        """Return how many chunks the library holds."""
        rows = self._reader.rows("SELECT count(*) FROM chunks")
        return int(rows[0][0]) if rows else 0

    def chunks_named(self, chunk_ids: Iterable[str]) -> dict[str, Chunk]:
        """Return the chunks of these ids that the library still holds."""
        wanted = json.dumps(list(chunk_ids))
        query = f"SELECT {_CHUNK} FROM chunks WHERE chunk_id {_AMONG}"
        return {row["chunk_id"]: _chunk(row) for row in self._reader.rows(query, [wanted])}

    def entries_named(self, document_ids: Iterable[str]) -> dict[str, Entry]:
        """Return the entries of these ids that the library still holds."""
        wanted = json.dumps(list(document_ids))
        query = f"SELECT {_ENTRY} FROM documents WHERE document_id {_AMONG}"
        return {row["document_id"]: Entry(*row) for row in self._reader.rows(query, [wanted])}

    def pages(self, document_ids: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Return the offsets at which the pages of these documents start; a document without pages is left out."""
        wanted = json.dumps(list(document_ids))
        query = f"SELECT document_id, pages FROM documents WHERE pages <> '[]' AND document_id {_AMONG}"
        return {row["document_id"]: tuple(json.loads(row["pages"])) for row in self._reader.rows(query, [wanted])}

    def people(self, name: str | None = None) -> list[Listed]:
        """Return who is named as present, observer, absent, recorder or chair, in all documents; or one name only."""
        where, values = ("WHERE name = ?", [name]) if name is not None else ("", [])
        query = (
            f'SELECT document_id, role, unit, name, "start", "end" FROM people {where} ORDER BY document_id, position'
        )
        return [Listed(*row) for row in self._reader.rows(query, values)]

    def agenda(self, filters: Filters | None = None) -> list[Heading]:
        """Return the items of the documents that the filters select, in the order of the texts.

        Raises:
            UnknownDocument: `filters.document` names none.
        """
        wanted = json.dumps(self.select(filters))
        columns = ", ".join(f'"{field.name}"' for field in fields(Heading))
        query = f"SELECT {columns} FROM items WHERE document_id {_AMONG} ORDER BY document_id, position"
        return [Heading(*row) for row in self._reader.rows(query, [wanted])]

    def holding(self, titles: Sequence[str]) -> set[str]:
        """Return the ids of the documents that have an item of one of the titles."""
        query = f"SELECT DISTINCT document_id FROM items WHERE title {_AMONG}"
        return {row[0] for row in self._reader.rows(query, [json.dumps(list(titles))])}

    def mentioning(self, wordings: Sequence[str]) -> set[str]:
        """Return the ids of the documents whose text holds one of some wordings, to the character."""
        held = "EXISTS (SELECT 1 FROM json_each(?) WHERE instr(documents.text, value))"
        query = f"SELECT document_id FROM documents WHERE {held}"
        return {row[0] for row in self._reader.rows(query, [json.dumps(list(wordings))])}

    def worded(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
        """Yield the id and the text of each document in which a pattern is found; few are read at a time."""
        for row in self._in_order("document_id, text", self.select()):
            if pattern.search(row["text"]):
                yield row["document_id"], row["text"]

    def headed(self, pieces: Sequence[str], *, after: str) -> list[Heading]:
        """Return the items whose titles hold one of some pieces, of documents dated after a day, in order of date.

        Args:
            pieces: stretches of a title, without line breaks.
            after: an ISO date; a document of the same day is not after it.
        """
        columns = ", ".join(f'items."{field.name}"' for field in fields(Heading))
        held = " OR ".join("instr(items.title, ?)" for _ in pieces) or "FALSE"
        query = (
            f"SELECT {columns} FROM items CROSS JOIN documents USING (document_id) WHERE ({held}) "
            "AND documents.date > ? ORDER BY documents.date, document_id, items.position"
        )
        return [Heading(*row) for row in self._reader.rows(query, [*pieces, after])]

    def fullest(self, titles: Sequence[str], *, each: int) -> list[str]:
        """Return, of the items of each title, the ids of the chunks of those that say most, the fullest first."""
        placed = (
            'SELECT document_id, title, row_number() OVER (PARTITION BY title ORDER BY "end" - "start" DESC, '
            f"document_id) AS place FROM items WHERE title {_AMONG}"
        )
        query = (
            f"SELECT chunk_id FROM ({placed}) AS item JOIN chunks ON chunks.document_id = item.document_id "
            "AND chunks.item_title = item.title WHERE place <= ? ORDER BY place, chunk_id"
        )
        return [row[0] for row in self._reader.rows(query, [json.dumps(list(titles)), each])]

    def units(self) -> list[str]:
        """Return every unit that attends, leads, supports or is addressed, in all documents."""
        return [row[0] for row in self._reader.rows("SELECT DISTINCT unit FROM units ORDER BY unit")]

    def changed_since(self, generation: int) -> list[str]:
        """Return the ids of documents added, replaced or removed after a generation, oldest change first."""
        query = "SELECT document_id FROM changes WHERE generation > ? ORDER BY generation, document_id"
        return [row[0] for row in self._reader.rows(query, [generation])]

    def by_source(self, source: Path) -> Entry | None:
        """Return what was read from a path, or `None`."""
        rows = self._reader.rows(f"SELECT {_ENTRY} FROM documents WHERE source = ?", [str(source.resolve())])
        return Entry(*rows[0]) if rows else None

    def _now(self) -> _Now | None:
        """Return what changes with every change of the library."""
        state = self.state()
        return (state.library, state.generation, self.path.stat().st_ino) if state else None

    def _documents(self, columns: str, filters: Filters | None) -> list[sqlite3.Row]:
        """Return columns of the documents that the filters select."""
        clause, values = condition(filters or Filters())
        rows = self._reader.rows(f"SELECT {columns} FROM documents WHERE {clause} {_ORDER}", values)
        if not rows and filters is not None and filters.document is not None:
            named, given = document_condition(filters.document)
            if not self._reader.rows(f"SELECT 1 FROM documents WHERE {named}", given):
                raise UnknownDocument(filters.document)
        return rows

    def _in_order(self, columns: str, document_ids: Sequence[str]) -> Iterator[sqlite3.Row]:
        """Yield columns of documents in the order of their ids, a few read at a time."""
        query = f"SELECT {columns} FROM documents WHERE document_id {_AMONG}"
        for start in range(0, len(document_ids), _AT_A_TIME):
            wanted = document_ids[start : start + _AT_A_TIME]
            rows = {row["document_id"]: row for row in self._reader.rows(query, [json.dumps(wanted)])}
            yield from (rows[one] for one in wanted if one in rows)

    def _parsed(self, row: sqlite3.Row) -> Document:
        """Return the document of a row with text and record."""
        with self._reading():
            return from_record(row["record"], row["text"])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Say which library holds a record that is none."""
        try:
            yield
        except ValueError as error:
            raise LibraryDamaged(str(self.home), f"文件记录有误（{error}）") from error


def _chunk(row: sqlite3.Row) -> Chunk:
    """Return the chunk of a row."""
    values = dict(row)
    return Chunk(**{**values, "points": tuple(json.loads(values["points"]))})
