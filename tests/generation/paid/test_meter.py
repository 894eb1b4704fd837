"""What a run may spend: the number of calls, their pace, and when the server counts as away."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.errors import CallsSpent, ModelAway
from pipeline.generation.paid.meter import GIVE_UP_AFTER, Meter


def test_the_last_call_allowed_is_the_last_one() -> None:
    meter = Meter("m", most=3)

    def call(_: int) -> bool:
        try:
            return meter.acquire()
        except CallsSpent:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(call, range(40))) == 3
    assert meter.calls == 3
    with pytest.raises(CallsSpent, match="已调用 3 次，到了上限。提高 --max-calls"):
        meter.pace()
    with pytest.raises(CallsSpent, match="到了上限"):
        asyncio.run(meter.aacquire())


def test_without_a_limit_every_call_counts() -> None:
    meter = Meter("m")
    assert [meter.acquire() for _ in range(5)] == [True] * 5
    assert meter.calls == 5


def test_calls_keep_apart() -> None:
    waits: list[float] = []
    meter = Meter("m", per_minute=6, wait=waits.append)
    for _ in range(3):
        meter.pace()
    assert waits == [pytest.approx(10, abs=1), pytest.approx(20, abs=1)]


def test_a_server_that_fails_again_and_again_is_left_alone() -> None:
    meter = Meter("m")
    for _ in range(GIVE_UP_AFTER - 1):
        meter.ended(well=False)
    meter.ended(well=True)
    for _ in range(GIVE_UP_AFTER):
        meter.pace()
        meter.ended(well=False)
    with pytest.raises(ModelAway, match=f"接连 {GIVE_UP_AFTER} 次调用失败，不再尝试"):
        meter.pace()
