"""The catalogue's file: made once, refused when newer or damaged, never made by reading."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from pipeline.errors import LibraryBusy, LibraryDamaged, LibraryTooNew, LibraryUnwritable
from pipeline.retrieval import schema
from pipeline.retrieval.schema import SCHEMA, Reader, reading, writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a catalogue may stand; the folder's name holds what an address must quote."""
    folder = tmp_path / "资料 #1?"
    folder.mkdir()
    return folder / "catalogue.sqlite3"


def _generation(path: Path) -> int:
    with reading(path) as connection:
        assert connection is not None
        return int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])


def test_a_new_file_has_every_table_and_a_generation(path: Path) -> None:
    with writing(path):
        pass
    with reading(path) as connection:
        assert connection is not None
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {"meta", "documents", "items", "people", "units", "chunks", "changes"} <= tables
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert _generation(path) == 0


def test_an_error_in_the_block_undoes_it(path: Path) -> None:
    with writing(path):
        pass
    with pytest.raises(KeyError), writing(path) as connection:
        connection.execute("UPDATE meta SET value = 7 WHERE key = 'generation'")
        raise KeyError
    assert _generation(path) == 0


def test_a_crash_before_the_first_write_leaves_no_library(path: Path) -> None:
    with pytest.raises(KeyError), writing(path):
        raise KeyError
    assert path.exists()
    with reading(path) as connection:
        assert connection is None
    with writing(path) as writer:
        assert writer.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()[0] == SCHEMA


def test_an_empty_file_is_no_library(path: Path) -> None:
    path.touch()
    with reading(path) as connection:
        assert connection is None


@pytest.mark.parametrize(
    "damage",
    [b"no database at all, only words " * 40, b"SQLite format 3\x00" + b"\xff" * 4000],
    ids=["words", "header-only"],
)
def test_a_damaged_file_is_refused(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    with pytest.raises(LibraryDamaged, match="数据无法读取"), reading(path):
        pass
    with pytest.raises(LibraryDamaged, match="jiyao rebuild"), writing(path):
        pass
    assert path.read_bytes() == damage


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name)")
    with pytest.raises(LibraryDamaged, match="meta"), reading(path):
        pass
    with pytest.raises(LibraryDamaged, match="meta"), writing(path):
        pass


def test_a_newer_file_is_refused(path: Path) -> None:
    with writing(path) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (SCHEMA + 1,))
    for opened in (reading, writing):
        with pytest.raises(LibraryTooNew, match=f"格式 {SCHEMA + 1}"), opened(path):
            pass


def test_a_file_kept_locked_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.05)
    with writing(path), pytest.raises(LibraryBusy, match="正在写入"), writing(path):
        pass


def test_a_reader_does_not_wait_for_a_writer(path: Path) -> None:
    with writing(path):
        pass
    with writing(path) as writer:
        writer.execute("UPDATE meta SET value = 7 WHERE key = 'generation'")
        assert _generation(path) == 0


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnwritable, match="无法写入"), writing(tmp_path / "none" / "catalogue.sqlite3"):
        pass


def _told(reader: Reader) -> int:
    return int(reader.rows("SELECT value FROM meta WHERE key = ?", ["generation"])[0][0])


def test_a_held_reader_sees_one_state_and_others_the_new_one(path: Path) -> None:
    with writing(path):
        pass
    reader, other = Reader(path), Reader(path)
    with reader.held():
        assert _told(reader) == 0
        with writing(path) as writer:
            writer.execute("UPDATE meta SET value = 7 WHERE key = 'generation'")
        with reader.held():
            assert (_told(reader), _told(other)) == (0, 7)
        assert _told(reader) == 0
    assert _told(reader) == 7


def test_a_held_reader_is_held_for_its_own_thread(path: Path) -> None:
    with writing(path):
        pass
    reader, seen = Reader(path), []
    with reader.held():
        assert _told(reader) == 0
        with writing(path) as writer:
            writer.execute("UPDATE meta SET value = 7 WHERE key = 'generation'")
        thread = threading.Thread(target=lambda: seen.append(_told(reader)))
        thread.start()
        thread.join()
    assert seen == [7]


def test_a_reader_of_no_library_has_no_rows(path: Path) -> None:
    reader = Reader(path)
    with reader.held():
        assert reader.rows("SELECT value FROM meta") == []
    assert not path.exists()
