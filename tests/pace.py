"""How long work may take in a test: the limit that was promised, and the room that a busy machine is given.

What a limit promises (the first page within 2 seconds) is measured, and printed at the end of every run. It is held to
the letter with `JIYAO_STRICT=1`, as `make bench` does; otherwise a test fails only where the work took `ROOM` times as
long, and as many times longer again as this machine is now slower than a quiet one: no busy machine explains that.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field

ROOM = 5.0
QUIET_SECONDS = 0.1
"""What `_work` takes on a quiet machine of the year 2022, of the clock on the wall."""
STRICT = bool(os.environ.get("JIYAO_STRICT"))


def _work() -> None:
    """Do a fixed piece of work."""
    sum(number * number % 7 for number in range(1_000_000))


def slowness() -> float:
    """Return how many times longer than on a quiet machine work takes here and now, at least 1."""
    begun = time.perf_counter()
    _work()
    return max(1.0, (time.perf_counter() - begun) / QUIET_SECONDS)


@dataclass
class Pace:
    """The limits that a test holds its work against, and where what the work took is noted for the report."""

    notes: list[tuple[str, object]]
    slowness: float = field(default_factory=slowness)

    def hold(self, what: str, seconds: float, *, limit: float) -> None:
        """Note what a piece of work took, and fail where that is out of all proportion.

        Raises:
            AssertionError: the work took longer than it may.
        """
        slow = 1.0 if STRICT else max(self.slowness, slowness())
        allowed = limit if STRICT else limit * slow * ROOM
        told = f"{what}: {seconds:.2f} s, promised {limit:g} s (this machine ×{slow:.1f})"
        self.notes.append(("pace", told))
        assert seconds < allowed, f"{told}, allowed here {allowed:.1f} s"
