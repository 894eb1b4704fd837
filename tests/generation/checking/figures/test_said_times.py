"""Tests of times without a date."""

from __future__ import annotations

from pipeline.generation.checking.figures.said_times import minutes, said
from pipeline.generation.checking.reading.amounts import CLOCK


def test_words_for_one_time() -> None:
    assert (said("每月", "逐月通报"), said("每月", "逐周通报")) == (True, False)


def test_the_clock() -> None:
    found = [minutes(match) for match in CLOCK.finditer("下午3时起,0时起")]
    assert found[0] == {15 * 60}
    assert 0 in found[1]
