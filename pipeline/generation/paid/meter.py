"""Counts the requests to a model, keeps them apart in time, and stops them at the number that was agreed."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from langchain_core.rate_limiters import BaseRateLimiter

from pipeline.errors import CallsSpent, ModelAway

if TYPE_CHECKING:
    from collections.abc import Callable

GIVE_UP_AFTER = 12
"""Requests in a row that failed, whichever document they were for, after which the server counts as away."""


class Meter(BaseRateLimiter):
    """What a run may spend: LangChain asks it before every request, refused forms and further attempts included.

    Args:
        model: the model's name, for messages.
        most: requests in all; `None` for no limit.
        per_minute: requests a minute; `None` for no limit.
        wait: sleeps for so many seconds.
    """

    def __init__(
        self,
        model: str,
        *,
        most: int | None = None,
        per_minute: int | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.calls = 0
        self._model = model
        self._most = most
        self._apart = 60 / per_minute if per_minute else 0.0
        self._wait = wait
        self._next = 0.0
        self._failed = 0
        self._lock = threading.Lock()

    def pace(self) -> None:
        """Wait for one's turn, outside of the time that an answer may take.

        Raises:
            CallsSpent: no request is left.
            ModelAway: so many failed in a row that another is not worth its wait.
        """
        with self._lock:
            self._check()
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + self._apart
        if turn > now:
            self._wait(turn - now)

    def acquire(self, *, blocking: bool = True) -> bool:
        """Count a request that is about to be sent; raises what `pace` does."""
        del blocking  # the waiting was done before
        with self._lock:
            self._check()
            self.calls += 1
        return True

    async def aacquire(self, *, blocking: bool = True) -> bool:
        """Count a request that is about to be sent; raises what `pace` does."""
        return self.acquire(blocking=blocking)

    def ended(self, *, well: bool) -> None:
        """Remember how a request ended."""
        with self._lock:
            self._failed = 0 if well else self._failed + 1

    def _check(self) -> None:
        """Raise where no request may be sent."""
        if self._most is not None and self.calls >= self._most:
            raise CallsSpent(self._model, self._most)
        if self._failed >= GIVE_UP_AFTER:
            raise ModelAway(self._model, f"接连 {self._failed} 次调用失败，不再尝试")
