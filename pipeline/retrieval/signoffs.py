"""Sign-offs (签认) in the catalogue: who confirmed or corrected which cell of the ledger, when, in an unbroken list.

They hang on no document: one that is removed takes none with it, and one that comes back finds its own again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from pipeline.retrieval.acts import keep, kept
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
        """Return every act in the order in which they were done; none where nobody signed yet.

        Those on the verdict of a row are on `item_outcome` where they were done before a row had two of them.
        """
        with reading(self.path) as connection:
            if connection is None:
                return []
            last = connection.execute("SELECT value FROM meta WHERE key = 'signoffs.before_item_outcome'").fetchone()
            acts = [_read(named) for named in kept(connection, "signoffs", SignOff)]
            return [_on_the_item(act) if last is None or act.number <= last["value"] else act for act in acts]

    def add(self, acts: Iterable[SignOff]) -> None:
        """Keep acts, all or none; their numbers are given here."""
        with writing(self.path) as connection:
            keep(connection, "signoffs", acts)


def _on_the_item(act: SignOff) -> SignOff:
    """Return an act with the verdict of the item where it names the only one that a row had."""
    return replace(act, field="item_outcome") if act.field == "outcome" else act


def _read(named: dict[str, Any]) -> SignOff:
    """Return the act of a row; several units stand as a list there."""
    for name in ("value", "former"):
        named[name] = tuple(named[name]) if isinstance(named[name], list) else named[name]
    return SignOff(**named)
