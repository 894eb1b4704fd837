"""Acts of people in the catalogue (签认, 更正): one row each, never changed, read back in the order they were done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from pipeline.retrieval.schema import has_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_COUNTED = "number"
_JSON = ("value", "former")


def keep(connection: sqlite3.Connection, table: str, acts: Iterable[DataclassInstance]) -> None:
    """Write acts into a table whose columns are their fields; the table gives each its `number`."""
    for act in acts:
        named = {name: value for name, value in asdict(act).items() if name != _COUNTED}
        columns, marks = ", ".join(f'"{name}"' for name in named), ", ".join("?" for _ in named)
        values = [_written(name, value) for name, value in named.items()]
        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def kept(
    connection: sqlite3.Connection, table: str, kind: type[DataclassInstance], *, document_id: str | None = None
) -> list[dict[str, Any]]:
    """Return the fields of each act of a table, or of those on one document.

    None in a library of a version without the table.
    """
    if not has_table(connection, table):
        return []
    names = [one.name for one in fields(kind)]
    where, values = ("", ()) if document_id is None else (" WHERE document_id = ?", (document_id,))
    columns = ", ".join(f'"{name}"' for name in names)
    rows = connection.execute(f"SELECT {columns} FROM {table}{where} ORDER BY {_COUNTED}", values)
    return [_read(dict(zip(names, tuple(row), strict=True))) for row in rows]


def _written(name: str, value: object) -> object:
    """Return a field as its column holds it."""
    return json.dumps(value, ensure_ascii=False) if name in _JSON else value


def _read(named: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a row."""
    return {**named, **{name: json.loads(named[name]) for name in _JSON}}
