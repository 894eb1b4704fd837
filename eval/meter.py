"""Counts what an answer costs: calls of the chat model, characters sent to it and received from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.outputs import LLMResult


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer cost: calls of the model, and the characters sent to it and received."""

    calls: int = 0
    sent: int = 0
    received: int = 0

    def to_json(self) -> dict[str, int]:
        """Return the counts as plain values."""
        return {"calls": self.calls, "sent": self.sent, "received": self.received}


class Meter(BaseCallbackHandler):
    """A LangChain callback that counts the calls of one question."""

    def __init__(self) -> None:
        self._calls = self._sent = self._received = 0

    @property
    def usage(self) -> Usage:
        """What was counted so far."""
        return Usage(self._calls, self._sent, self._received)

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        """Count a call and what it is sent."""
        self._calls += 1
        self._sent += sum(len(message.text) for batch in messages for message in batch)

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        """Count what comes back."""
        self._received += sum(len(one.text) for batch in response.generations for one in batch)
