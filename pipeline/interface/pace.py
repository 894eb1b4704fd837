"""The pace of the chat: answers are worked out few at a time, since more threads at once only wait for each other."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from pipeline.assistant import Assistant

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.generation.answer import Answer

AT_ONCE = max(2, min(4, os.cpu_count() or 2))
"""So many answers are worked out at the same time; the others wait their turn."""
SWITCH_SECONDS = 0.0005
"""How long a thread may keep the interpreter while others want it; Python's own 5 ms are long where twenty ask.

An answer reads files some hundred times, and after each reading its thread waits to be let in again. With 20 users on
two busy cores, 6 seconds gave 17 answers (p95 7.1 s) at 5 ms, and 86 (p95 2.7 s) at 0.5 ms.
"""


class PacedAssistant(Assistant):
    """An assistant for many users at once.

    With a model nobody waits for a turn: most of the time of such an answer is the model's own.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._turns = BoundedSemaphore(AT_ONCE)
        sys.setswitchinterval(SWITCH_SECONDS)

    def stream(self, question: str, **given: Any) -> Iterator[Answer]:
        """Yield the answer as it grows, when its turn has come; takes and raises what `Assistant.stream` does."""
        if self.settings.model:
            yield from super().stream(question, **given)
            return
        with self._turns:
            answers = list(super().stream(question, **given))
        yield from answers
