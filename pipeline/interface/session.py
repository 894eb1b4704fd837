"""One user's conversation: the turns so far, bounded, and never shared between sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MAX_TURNS = 40
"""Older turns fall away, so that the memory that one session takes stays in bounds."""
MAX_HISTORY = 6
"""How many earlier questions are handed on to understand a follow-up."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it: the `ask` JSON, or a problem in plain words; neither while it is sought."""

    question: str
    answer: Mapping[str, Any] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one session, oldest first; `dropped` counts those that fell away."""

    turns: tuple[Turn, ...] = field(default=())
    dropped: int = 0

    def asked(self, question: str) -> Conversation:
        """Return the conversation with a question added that waits for its answer."""
        kept = (*self.turns, Turn(question))[-MAX_TURNS:]
        return Conversation(kept, self.dropped + len(self.turns) + 1 - len(kept))

    def answered(self, answer: Mapping[str, Any]) -> Conversation:
        """Return the conversation with the last question answered."""
        return Conversation((*self.turns[:-1], Turn(self.turns[-1].question, answer=answer)), self.dropped)

    def failed(self, problem: str) -> Conversation:
        """Return the conversation with the last question marked as not answered, and why."""
        return Conversation((*self.turns[:-1], Turn(self.turns[-1].question, problem=problem)), self.dropped)

    @property
    def history(self) -> tuple[str, ...]:
        """The earlier questions that got an answer, oldest first, as `Assistant.ask` takes them."""
        return tuple(turn.question for turn in self.turns if turn.answer is not None)[-MAX_HISTORY:]
