"""The rows of the catalogue are those of its tables."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.retrieval.register import Register
from pipeline.retrieval.rows import Entry, Heading, Listed
from tests.retrieval.examples import minutes


@pytest.mark.parametrize(("row", "table"), [(Entry, "documents"), (Listed, "people"), (Heading, "items")])
def test_each_field_is_a_column(home: Path, tmp_path: Path, row: type, table: str) -> None:
    home.mkdir()
    register = Register(home)
    register.enter(minutes(), source=tmp_path / minutes().file, sha256="1")
    with sqlite3.connect(home / "catalogue.sqlite3") as opened:
        columns = {column[1] for column in opened.execute(f"PRAGMA table_info({table})")}
    assert {field.name for field in fields(row)} <= columns
