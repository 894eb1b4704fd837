"""The catalogue's tables, how its file is opened, and what a damaged or newer one is called."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import LibraryBusy, LibraryDamaged, LibraryTooNew, LibraryUnwritable

SCHEMA = 1
"""The version of the tables below; a catalogue with a higher one is refused."""

BUSY_SECONDS = 10.0  # how long a statement waits for another process's transaction

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE documents (
    document_id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    file_key TEXT NOT NULL,
    stem TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    document_number TEXT,
    number_key TEXT,
    issuing_body TEXT,
    meeting_name TEXT,
    meeting_number INTEGER,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    chair TEXT,
    items INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    pages TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX documents_by_file ON documents (file_key);
CREATE INDEX documents_by_text ON documents (text_sha256);
CREATE TABLE items (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT,
    number INTEGER,
    section TEXT,
    verb TEXT,
    title TEXT NOT NULL,
    presenter TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE people (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    unit TEXT,
    name TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE INDEX people_by_name ON people (name);
CREATE TABLE units (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    unit TEXT NOT NULL,
    PRIMARY KEY (document_id, unit)
) WITHOUT ROWID;
CREATE TABLE chunks (
    chunk_id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    part TEXT NOT NULL,
    item TEXT,
    item_title TEXT,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    position INTEGER NOT NULL,
    points TEXT NOT NULL,
    stamp TEXT NOT NULL
);
CREATE INDEX chunks_by_document ON chunks (document_id, position);
CREATE TABLE changes (document_id TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX changes_by_generation ON changes (generation);
"""

# What later versions added. A catalogue without them is as good as one where they are empty, and an older program
# passes over them, so they are made on the first write and the version stays. `signoffs.before_item_outcome` is the
# last sign-off of the time when a row had one verdict, that of its item.
_ADDED = """
CREATE TABLE IF NOT EXISTS signoffs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    document_number TEXT,
    "row" TEXT NOT NULL,
    item_title TEXT NOT NULL,
    text TEXT NOT NULL,
    field TEXT NOT NULL,
    action TEXT NOT NULL,
    value TEXT NOT NULL,
    former TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS signoffs_by_document ON signoffs (document_id);
INSERT OR IGNORE INTO meta SELECT 'signoffs.before_item_outcome', coalesce(max(number), 0) FROM signoffs;
CREATE TABLE IF NOT EXISTS corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    field TEXT NOT NULL,
    action TEXT NOT NULL,
    value TEXT NOT NULL,
    former TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS corrections_by_document ON corrections (document_id);
CREATE TABLE IF NOT EXISTS as_parsed (
    document_id TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS removed (
    document_id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    document_number TEXT,
    date TEXT,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class State:
    """How far the catalogue is: `generation` grows with every change, `caches` says how far each cache followed."""

    library: str
    generation: int
    caches: dict[str, int]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Open a catalogue to read, or give `None` where none was ever written; a block sees one state of it.

    Raises:
        LibraryDamaged: the file is no catalogue.
        LibraryTooNew: a later version wrote it.
        LibraryBusy: it stays locked.
    """
    if not path.exists():
        yield None
        return
    with _named_errors(path.parent):
        # `as_uri` quotes what a folder's name may hold: blanks, #, ?, Chinese.
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            yield connection if _is_made(connection, path.parent) else None
        finally:
            connection.close()


class Reader:
    """Reads a catalogue by queries: each opens the file, or all of a block share one opening and see one state.

    Args:
        path: the catalogue's file; where it is missing there are no rows.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy: by any method, as for `reading`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mine = threading.local()  # a connection belongs to the thread that opened it

    @contextmanager
    def held(self) -> Iterator[None]:
        """Read one state in the block, in this thread; opening costs more than most queries."""
        if getattr(self._mine, "connection", None) is not None:
            yield
            return
        with reading(self._path) as connection:
            self._mine.connection = connection
            try:
                yield
            finally:
                self._mine.connection = None

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return the rows of a query, none where there is no library yet."""
        held: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if held is not None:
            return held.execute(query, values).fetchall()
        with reading(self._path) as connection:
            return connection.execute(query, values).fetchall() if connection is not None else []


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a catalogue to write, made where there is none; the block is one transaction, undone if it raises.

    Raises:
        LibraryUnwritable: the folder cannot be made or written.
        LibraryDamaged, LibraryTooNew, LibraryBusy: as for `reading`.
    """
    with _named_errors(path.parent):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            if not _is_made(connection, path.parent):
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_made(connection, path.parent):
                _create(connection)
            _execute(connection, _ADDED)
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.close()


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, inside the open transaction."""
    _execute(connection, _TABLES)
    connection.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))
    connection.execute("INSERT INTO meta VALUES ('generation', 0)")
    connection.execute("INSERT INTO meta VALUES ('library', lower(hex(randomblob(16))))")


def _execute(connection: sqlite3.Connection, statements: str) -> None:
    """Run several statements inside the open transaction (`executescript` would commit it)."""
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)


def has_table(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether a catalogue has a table that later versions added."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
    return found is not None


def _is_made(connection: sqlite3.Connection, home: Path) -> bool:
    """Tell whether a database holds a catalogue; one without any table is the trace of a crash before the first write.

    Raises:
        LibraryDamaged, LibraryTooNew: it holds something else.
    """
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return False
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if row is None or not isinstance(row[0], int):
        raise LibraryDamaged(str(home), "目录数据库没有版本号")
    if row[0] > SCHEMA:
        raise LibraryTooNew(str(home), row[0])
    return True


@contextmanager
def _named_errors(home: Path) -> Iterator[None]:
    """Turn what SQLite raises into the errors of a library."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte: the kind of error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryBusy(str(home)) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise LibraryUnwritable(str(home), str(error)) from error
        raise LibraryDamaged(str(home), f"目录数据库 {error}") from error
