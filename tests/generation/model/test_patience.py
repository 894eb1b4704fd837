"""Waiting no longer than agreed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from pipeline.generation.model.patience import Clock, called, streamed


def test_what_comes_in_time_is_handed_on_in_order() -> None:
    assert list(streamed(lambda: iter(range(200)), Clock.of(60))) == list(range(200))
    assert called(lambda: "好", Clock.of(60)) == "好"


def test_what_comes_late_is_not_waited_for() -> None:
    late = threading.Event()

    def slow() -> Iterator[int]:
        yield 1
        late.wait(60)
        yield 2

    soon = Clock.of(60)
    pieces = streamed(slow, soon)
    assert next(pieces) == 1
    object.__setattr__(soon, "ends", time.monotonic() + 0.1)
    with pytest.raises(TimeoutError, match="clock"):
        next(pieces)
    late.set()


def test_an_error_is_raised_where_the_stream_is_read() -> None:
    def breaks() -> Iterator[int]:
        yield 1
        raise OSError("dropped")

    pieces = streamed(breaks, Clock.of(60))
    assert next(pieces) == 1
    with pytest.raises(OSError, match="dropped"):
        next(pieces)


def test_a_stream_that_nobody_reads_on_ends_its_thread() -> None:
    ended = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.set()

    pieces = streamed(endless, Clock.of(60))
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert ended.wait(60)


def test_the_callers_context_goes_along() -> None:
    wanted: ContextVar[str] = ContextVar("wanted", default="nothing")
    wanted.set("纪要")
    assert called(wanted.get, Clock.of(60)) == "纪要"


def test_a_clock_runs_down_to_nothing() -> None:
    assert Clock.of(-1).left == 0.0
    assert 0 < Clock.of(60).left <= 60
