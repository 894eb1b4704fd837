"""Acts are kept row by row and read back as they were."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

import pytest

from pipeline.retrieval.acts import keep, kept


@dataclass(frozen=True)
class Act:
    document_id: str
    value: Any
    former: Any = None
    number: int = 0


@pytest.fixture
def connection() -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:")
    opened.execute("CREATE TABLE acts (number INTEGER PRIMARY KEY, document_id TEXT, value TEXT, former TEXT)")
    return opened


def test_acts_come_back_in_order_with_their_numbers(connection: sqlite3.Connection) -> None:
    keep(connection, "acts", [Act("d1", ("市财政局",)), Act("d2", None, "年底前"), Act("d1", {"kind": "会议"})])
    assert kept(connection, "acts", Act) == [
        {"document_id": "d1", "value": ["市财政局"], "former": None, "number": 1},
        {"document_id": "d2", "value": None, "former": "年底前", "number": 2},
        {"document_id": "d1", "value": {"kind": "会议"}, "former": None, "number": 3},
    ]


def test_the_acts_on_one_document(connection: sqlite3.Connection) -> None:
    keep(connection, "acts", [Act("d1", 1), Act("d2", 2)])
    assert [named["value"] for named in kept(connection, "acts", Act, document_id="d2")] == [2]


def test_a_library_of_a_version_without_the_table_has_none(connection: sqlite3.Connection) -> None:
    assert kept(connection, "signatures", Act) == []
