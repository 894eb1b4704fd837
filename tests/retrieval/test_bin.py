"""What is taken out stays in the bin for its days, as the parser read it, and then nowhere."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import UnknownDocument
from pipeline.retrieval.bin import KEEP_DAYS, Bin
from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.library import Library
from tests.retrieval.examples import minutes


def test_a_removed_document_is_in_the_bin_and_nowhere_else(library: Library, tmp_path: Path) -> None:
    document = minutes()
    added = library.add(document, source=tmp_path / "a.txt", sha256="1")
    library.remove([added.document_id], by="王敏")
    [removed] = Bin(library.home).all()
    assert (removed.document_id, removed.by, removed.name) == (added.document_id, "王敏", document.name)
    assert removed.kept_until > removed.at
    assert Bin(library.home).take(added.document_id) == (removed, document)
    assert library.catalogue.count() == 0 and library.catalogue.chunks() == []


def test_what_was_kept_long_enough_is_forgotten(library: Library, tmp_path: Path) -> None:
    old = library.add(minutes(), source=tmp_path / "a.txt", sha256="1")
    library.remove([old.document_id])
    with sqlite3.connect(library.home / FILE) as connection:
        connection.execute('UPDATE removed SET "at" = datetime("now", ?)', (f"-{KEEP_DAYS + 1} days",))
    assert Bin(library.home).all() == []
    with pytest.raises(UnknownDocument, match="库中没有文件"):
        Bin(library.home).take(old.document_id)
    library.remove([library.add(minutes(), source=tmp_path / "b.txt", sha256="1").document_id])
    with sqlite3.connect(library.home / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM removed").fetchone()[0] == 1


def test_the_bin_is_emptied_on_demand(library: Library, tmp_path: Path) -> None:
    added = library.add(minutes(), source=tmp_path / "a.txt", sha256="1")
    library.remove([added.document_id])
    Bin(library.home).forget([added.document_id, "d0"])
    assert Bin(library.home).all() == []


def test_a_folder_without_a_library_has_an_empty_bin(tmp_path: Path) -> None:
    assert Bin(tmp_path).all() == []
