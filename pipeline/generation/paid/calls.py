"""Calls a model once for each request: what it said before is remembered, what failed is tried again."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.errors import CallsSpent, ModelError
from pipeline.generation.model.chat_model import Messages, complete

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from pipeline.generation.paid.journal import Journal
    from pipeline.generation.paid.meter import Meter

TRIES = 4
LONGEST_WAIT = 60.0
"""Seconds between two attempts, whatever the server asks for."""
_FIRST_WAIT = 0.5
_WORTH_ANOTHER = {408, 409, 425, 429}


@dataclass(frozen=True, slots=True)
class PaidCalls:
    """A model whose every reply is kept on the disk before it is used, so that a killed run does not pay again.

    `maker` tells models apart: the name, and where it is served. `wait` sleeps for so many seconds.
    """

    model: BaseChatModel
    maker: str = field(kw_only=True)
    replies: Journal = field(kw_only=True)
    meter: Meter = field(kw_only=True)
    wait: Callable[[float], None] = field(default=time.sleep, kw_only=True)

    def __call__(self, messages: Messages, *, schema: Mapping[str, Any], of: str) -> str:
        """Return the reply to a request, the remembered one where there is one.

        Args:
            messages: pairs of role and text.
            schema: the JSON schema of the reply.
            of: what the request is about (document, prompt, style); part of the key.

        Raises:
            CallsSpent: no request is left.
            ModelError: the model did not answer, after several attempts.
            OSError: the reply cannot be kept.
        """
        key = hashlib.sha256(json.dumps([self.maker, of, list(messages), schema]).encode()).hexdigest()[:32]
        known = self.replies.get(key)
        if known is None:
            known = self._asked(messages, schema)
            self.replies.put({key: known})
        return known

    def _asked(self, messages: Messages, schema: Mapping[str, Any]) -> str:
        """Return what the model says, tried again where that may help."""
        for attempt in range(1, TRIES + 1):
            self.meter.pace()
            try:
                text = complete(self.model, messages, schema=schema)
            except CallsSpent:
                raise
            except ModelError as error:
                self.meter.ended(well=False)
                if attempt == TRIES or not _worth_another(error):
                    raise
                self.wait(_pause(error, attempt))
            else:
                self.meter.ended(well=True)
                return text
        raise AssertionError("unreachable")


def _worth_another(error: ModelError) -> bool:
    """Tell whether the same request may succeed later: not where the key is wrong or the request too long."""
    status = getattr(error.__cause__, "status_code", None)
    return not isinstance(status, int) or status >= 500 or status in _WORTH_ANOTHER


def _pause(error: ModelError, attempt: int) -> float:
    """Return the seconds until the next attempt: what the server asks for, else longer each time."""
    headers = getattr(getattr(error.__cause__, "response", None), "headers", None) or {}
    try:
        asked = float(headers.get("retry-after", ""))
    except ValueError:
        asked = _FIRST_WAIT * 2 ** (attempt - 1) * random.uniform(1, 1.5)
    return min(max(asked, 0.0), LONGEST_WAIT)
