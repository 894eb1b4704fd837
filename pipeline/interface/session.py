"""One user's conversation: the turns so far, bounded, and never shared between sessions."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

MAX_TURNS = 40
"""Older turns fall away, so that the memory that one session takes stays in bounds."""
MAX_HISTORY = 6
"""How many earlier questions are handed on to understand a follow-up."""

VISITOR = "jiyao-visitor"
"""The cookie by which the browser of somebody who did not sign in is known again; its script makes it up."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it: the `ask` JSON, or a problem in plain words; neither while it is sought.

    `scope` is the filter bar as it was, for asking again; `stopped` tells that the reader did not wait for the end;
    `verdict` (good, bad or empty) and `note` are what the reader thinks of the answer.
    """

    question: str
    answer: Mapping[str, Any] | None = None
    problem: str = ""
    turn_id: str = ""
    scope: Mapping[str, str] = field(default_factory=dict)
    stopped: bool = False
    verdict: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one session, oldest first; `dropped` counts those that fell away."""

    turns: tuple[Turn, ...] = field(default=())
    dropped: int = 0
    conversation_id: str = ""

    def asked(self, question: str, *, scope: Mapping[str, str] | None = None) -> Conversation:
        """Return the conversation with a question added that waits for its answer."""
        kept = (*self.turns, Turn(question, turn_id=uuid.uuid4().hex, scope=scope or {}))[-MAX_TURNS:]
        named = self.conversation_id or uuid.uuid4().hex
        return Conversation(kept, self.dropped + len(self.turns) + 1 - len(kept), named)

    def answered(self, answer: Mapping[str, Any]) -> Conversation:
        """Return the conversation with the last question answered."""
        return self._last(answer=answer)

    def failed(self, problem: str) -> Conversation:
        """Return the conversation with the last question marked as not answered, and why."""
        return self._last(problem=problem)

    def halted(self) -> Conversation:
        """Return the conversation with the last question marked as stopped; what was shown of its answer stays."""
        return self._last(stopped=True) if self.turns else self

    def rated(self, turn_id: str, *, verdict: str, note: str) -> Conversation:
        """Return the conversation with what the reader thinks of one answer."""
        turns = (replace(turn, verdict=verdict, note=note) if turn.turn_id == turn_id else turn for turn in self.turns)
        return replace(self, turns=tuple(turns))

    @property
    def history(self) -> tuple[str, ...]:
        """The earlier questions that got an answer, oldest first, as `Assistant.ask` takes them."""
        return tuple(turn.question for turn in self.turns if turn.answer is not None)[-MAX_HISTORY:]

    def _last(self, **changed: Any) -> Conversation:
        """Return the conversation with its last turn changed."""
        return replace(self, turns=(*self.turns[:-1], replace(self.turns[-1], **changed)))


def person(request: Any) -> str:
    """Return who sent a request: the account, else the browser by its cookie, else nobody (empty).

    Args:
        request: Gradio's request, with `username` and `cookies`.
    """
    if request is None:
        return ""
    if name := getattr(request, "username", None):
        return f"account:{name}"
    visitor = dict(getattr(request, "cookies", None) or {}).get(VISITOR, "")
    return f"browser:{visitor}" if re.fullmatch(r"[0-9a-f]{32}", visitor) else ""
