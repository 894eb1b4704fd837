"""Corrections (更正) of documents in the catalogue: what an editor laid down, when, and what was there before.

They hang on the id of a document and not on its row: a later ingest, and one that comes back, find them again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.minutes import Document
from pipeline.retrieval.acts import keep, kept
from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.schema import has_table, reading, writing

Field = Literal["kind", "date", "chair", "items"]
FIELDS: tuple[Field, ...] = ("kind", "date", "chair", "items")
Amend = Callable[[Document, Mapping[str, Any]], Document]
"""Applies what holds of a document's corrections, by field, to what the parser read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One act of an editor on one field of a document: corrected (更正), or taken back (撤回).

    `value` is what holds by this act, `None` where the document does not state it; `former` what the record said
    before. `at` is UTC, ISO to the second; `number` counts the acts of a library from 1, 0 before it is kept.
    """

    number: int = 0
    document_id: str
    field: Field
    action: Literal["correct", "undo"] = "correct"
    value: Any = None
    former: Any = None
    by: str
    at: str


class Corrections:
    """The corrections of a library.

    Args:
        home: the library's folder.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy, LibraryUnwritable: by any method.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    def of(self, document_id: str) -> list[Correction]:
        """Return every act on a document in the order in which they were done."""
        with reading(self.path) as connection:
            return [] if connection is None else _acts(connection, document_id)

    def holding(self, document_id: str) -> dict[str, Correction]:
        """Return the act that holds for each corrected field of a document."""
        return standing(self.of(document_id))

    def add(self, act: Correction) -> None:
        """Keep an act; its number is given here."""
        with writing(self.path) as connection:
            keep(connection, "corrections", [act])

    def as_parsed(self, document_id: str) -> str | None:
        """Return the record as the parser read it, where corrections changed it, else `None`."""
        with reading(self.path) as connection:
            if connection is None or not has_table(connection, "as_parsed"):
                return None
            row = connection.execute("SELECT record FROM as_parsed WHERE document_id = ?", (document_id,)).fetchone()
        return str(row[0]) if row else None


def standing(acts: list[Correction]) -> dict[str, Correction]:
    """Return the act that holds for each field: the last one, unless it takes back.

    >>> one = Correction(document_id="d1", field="chair", value="周明", by="李平", at="2024-05-06T08:00:00+00:00")
    >>> undo = Correction(document_id="d1", field="chair", action="undo", by="李平", at="2024-05-06T08:05:00+00:00")
    >>> list(standing([one])), list(standing([one, undo]))
    (['chair'], [])
    """
    last = {act.field: act for act in acts}
    return {name: act for name, act in last.items() if act.action == "correct"}


def amended(connection: sqlite3.Connection, document_id: str, document: Document, amend: Amend | None) -> Document:
    """Return a document with the corrections that hold for its id, inside an open transaction."""
    if amend is None:
        return document
    held = standing(_acts(connection, document_id))
    return amend(document, {name: act.value for name, act in held.items()}) if held else document


def _acts(connection: sqlite3.Connection, document_id: str) -> list[Correction]:
    """Return the acts on a document; none in a library of a version without corrections."""
    return [Correction(**named) for named in kept(connection, "corrections", Correction, document_id=document_id)]
