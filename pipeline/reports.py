"""What became of each file: the reports that the verbs return and the doors show."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.minutes import as_json

OnProgress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and the name of the one at hand."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Filed:
    """A file and the document of the library that holds its content."""

    document_id: str
    file: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or a name that could not be worked on, and why, in one line."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of each file that was to be read into the library (入库).

    `duplicates` are files whose content the library holds already, under the document that is named.

    >>> IngestReport(added=(Filed("d1", "a.txt"),)).to_json()["added"]
    [{'document_id': 'd1', 'file': 'a.txt'}]
    """

    added: tuple[Filed, ...] = ()
    replaced: tuple[Filed, ...] = ()
    unchanged: tuple[Filed, ...] = ()
    duplicates: tuple[Filed, ...] = ()
    failed: tuple[Failure, ...] = ()

    @property
    def done(self) -> int:
        """How many files the library now holds the content of."""
        return len(self.added) + len(self.replaced) + len(self.unchanged) + len(self.duplicates)

    def to_json(self) -> dict[str, Any]:
        """Return the report as `jiyao ingest --json` prints it."""
        return dict(as_json(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReport:
    """The ids of the documents that were removed, and the names that fitted none."""

    removed: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the report as `jiyao remove --json` prints it."""
        return dict(as_json(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """The draft files that were written, those that were up to date already, and the documents that failed.

    `calls` is how often a model was called for them.
    """

    written: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    calls: int = 0

    @property
    def done(self) -> int:
        """How many draft files are there and up to date."""
        return len(self.written) + len(self.skipped)

    def to_json(self) -> dict[str, Any]:
        """Return the report as `jiyao summarize --json` prints it."""
        return dict(as_json(self))


def surprise(file: str, error: Exception) -> Failure:
    """Return the failure of a file on a fault of our own; the whole of the fault goes to the log."""
    _log.debug("%s", file, exc_info=error)
    return Failure(file, f"程序出错（{type(error).__name__}：{error}）。设 JIYAO_DEBUG=1 再运行可看详情。")


def tell(on_progress: OnProgress | None, done: int, total: int, what: str) -> None:
    """Report progress where somebody listens."""
    if on_progress is not None:
        on_progress(done, total, what)
