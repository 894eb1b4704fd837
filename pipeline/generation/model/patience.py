"""Waits for a slow partner no longer than agreed: a call, or a stream, in a thread of its own against one clock."""

from __future__ import annotations

import contextvars
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that an answer may take in all, retries and a second call included."""

    ends: float

    @classmethod
    def of(cls, seconds: float) -> Clock:
        """Return a clock that runs out after so many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds left, at least 0."""
        return max(0.0, self.ends - time.monotonic())


@dataclass(frozen=True, slots=True)
class _Ended:
    """The end of a stream, with what was raised there, if anything."""

    error: BaseException | None = None


def streamed(pieces: Callable[[], Iterator[_T]], clock: Clock) -> Iterator[_T]:
    """Yield what an iterator yields until it ends or the clock runs out.

    The iterator runs in a thread, for a read that hangs cannot be broken off from within; a thread left behind ends
    with its next piece, or when its own time-out strikes.

    Raises:
        TimeoutError: the clock ran out. What the iterator raises is raised as it is.
    """
    handed: queue.Queue[_T | _Ended] = queue.Queue(maxsize=64)
    stopped = threading.Event()

    def put(entry: _T | _Ended) -> bool:
        while not stopped.is_set():
            try:
                handed.put(entry, timeout=0.2)
            except queue.Full:
                continue
            return True
        return False

    threading.Thread(target=contextvars.copy_context().run, args=(_run, pieces, put), daemon=True).start()
    try:
        while True:
            try:
                entry = handed.get(timeout=clock.left)
            except queue.Empty:
                raise TimeoutError("the clock ran out") from None
            if isinstance(entry, _Ended):
                if entry.error is not None:
                    raise entry.error
                return
            yield entry
    finally:
        stopped.set()


def _run(pieces: Callable[[], Iterator[_T]], put: Callable[[_T | _Ended], bool]) -> None:
    """Hand on what an iterator yields, and how it ended."""
    try:
        for piece in pieces():
            if not put(piece):
                return
    except BaseException as error:  # noqa: BLE001 - raised again where the stream is read
        put(_Ended(error))
    else:
        put(_Ended())


def called(work: Callable[[], _T], clock: Clock) -> _T:
    """Return what a call returns, unless the clock runs out first.

    Raises:
        TimeoutError: the clock ran out. What the call raises is raised as it is.

    >>> called(lambda: 3, Clock.of(5))
    3
    """

    def once() -> Iterator[_T]:
        yield work()

    return next(streamed(once, clock))
