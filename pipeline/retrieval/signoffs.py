"""Sign-offs (签认) in the catalogue: who confirmed or corrected which cell of the ledger, when, in an unbroken list.

They hang on no document: one that is removed takes none with it, and one that comes back finds its own again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.schema import reading, writing

Action = Literal["confirm", "correct", "undo"]
Value = str | tuple[str, ...] | None
"""What a cell holds: a wording, several units, or nothing (not stated)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One act of a person on one cell: confirmed (确认), corrected (更正), or taken back (撤回).

    `row` names the row as it was called then; `document_number`, `item_title` and `text` say which decision it was, so
    that it is found again whatever it is called by now. `value` is what the cell holds by this act, `former` what it
    held before. `at` is UTC, ISO to the second; `number` counts the acts of a library from 1, 0 before it is kept.
    """

    number: int = 0
    document_id: str
    document_number: str | None = None
    row: str
    item_title: str
    text: str
    field: str
    action: Action
    value: Value = None
    former: Value = None
    by: str
    at: str


_NAMES = tuple(field.name for field in fields(SignOff))
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)
_JSON = ("value", "former")


class SignOffs:
    """The sign-offs of a library.

    Args:
        home: the library's folder.

    Raises:
        LibraryDamaged, LibraryTooNew, LibraryBusy, LibraryUnwritable: by any method.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    def all(self) -> list[SignOff]:
        """Return every act in the order in which they were done; none where nobody signed yet."""
        with reading(self.path) as connection:
            if connection is None:
                return []
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'signoffs'").fetchone()
            if known is None:  # written by a version without sign-offs
                return []
            rows = connection.execute(f"SELECT {_COLUMNS} FROM signoffs ORDER BY number").fetchall()
        return [_read(tuple(row)) for row in rows]

    def add(self, acts: Iterable[SignOff]) -> None:
        """Keep acts, all or none; their numbers are given here."""
        named = [name for name in _NAMES if name != "number"]
        columns, marks = ", ".join(f'"{name}"' for name in named), ", ".join("?" for _ in named)
        kept = [[_written(name, asdict(act)[name]) for name in named] for act in acts]
        with writing(self.path) as connection:
            connection.executemany(f"INSERT INTO signoffs ({columns}) VALUES ({marks})", kept)


def _written(name: str, value: object) -> object:
    """Return a field as its column holds it."""
    return json.dumps(value, ensure_ascii=False) if name in _JSON else value


def _read(row: Sequence[object]) -> SignOff:
    """Return the act of a row."""
    named: dict[str, object] = dict(zip(_NAMES, row, strict=True))
    for name in _JSON:
        value = json.loads(str(named[name]))
        named[name] = tuple(value) if isinstance(value, list) else value
    return SignOff(**named)  # type: ignore[arg-type]  # the columns are the fields
