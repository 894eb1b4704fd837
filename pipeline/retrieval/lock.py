"""One writer at a time: the lock of a library, across processes and across the threads of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import LibraryBusy, LibraryUnwritable, reason_of

if TYPE_CHECKING:
    from filelock import FileLock


class WriterLock:
    """The writer's lock of a library; a thread that holds it may take it again. A killed process lets go of it.

    Args:
        home: the library's folder, made when the lock is first taken.
        seconds: how long to wait for another writer.
    """

    def __init__(self, home: Path, *, seconds: float) -> None:
        self.home = home
        self.seconds = seconds
        self._lock: FileLock | None = None

    @contextmanager
    def hold(self, *, seconds: float | None = None) -> Iterator[None]:
        """Hold the lock for the block, after waiting at most `seconds` (0: not at all; `None`: the lock's own time).

        Raises:
            LibraryBusy: another writer kept it.
            LibraryUnwritable: the folder cannot be made or written.
        """
        from filelock import FileLock, Timeout

        try:
            self.home.mkdir(parents=True, exist_ok=True)
            self._lock = self._lock or FileLock(self.home / "library.lock")
            self._lock.acquire(timeout=self.seconds if seconds is None else seconds)
        except Timeout as error:
            raise LibraryBusy(str(self.home)) from error
        except OSError as error:
            raise LibraryUnwritable(str(self.home), reason_of(error)) from error
        try:
            yield
        finally:
            self._lock.release()
