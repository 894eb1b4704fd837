"""Which documents that earlier answers cite the library no longer holds: marked, so that the screen opens none."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.interface.language import say
from pipeline.interface.session import Conversation, Turn
from pipeline.interface.wording import escape

_NAMING = ("citations", "nearest", "looked_in")
"""The parts of an answer that lead to documents."""


def cited(conversation: Conversation) -> set[str]:
    """Return the ids of all documents to which a conversation leads."""
    return {one["document_id"] for turn in conversation.turns for one in _led_to(turn)}


def mark_removed(conversation: Conversation, *, held: Container[str]) -> Conversation:
    """Return a conversation in which every source says whether its document is still in the library.

    Args:
        conversation: its answers are as they were given.
        held: the ids of the documents that the library holds, at least those among `cited`.
    """
    return replace(conversation, turns=tuple(_marked(turn, held) for turn in conversation.turns))


def is_removed(source: Mapping[str, Any]) -> bool:
    """Tell whether a citation or a hit was marked as one of a document that is gone."""
    return bool(source.get("removed"))


def render_gone() -> str:
    """Return the words that stand at a source whose document was taken out of the library."""
    return f'<small class="gone-note">{escape(gone())}</small>'


def gone() -> str:
    """Return these words as plain text."""
    return say("此文件已移出资料库")


def _led_to(turn: Turn) -> Iterator[Mapping[str, Any]]:
    """Yield every part of a turn's answer that leads to a document."""
    for name in _NAMING:
        yield from (turn.answer or {}).get(name) or []


def _marked(turn: Turn, held: Container[str]) -> Turn:
    """Return a turn with its sources marked, itself where all of them stand as they are marked."""
    if turn.answer is None or all(is_removed(one) == (one["document_id"] not in held) for one in _led_to(turn)):
        return turn
    parts = {
        name: [{**one, "removed": one["document_id"] not in held} for one in turn.answer[name]]
        for name in _NAMING
        if turn.answer.get(name)
    }
    return replace(turn, answer={**turn.answer, **parts})
