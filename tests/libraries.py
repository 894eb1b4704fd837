"""Libraries of invented papers for the tests: written down, read in, and asked as a user asks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.understanding.question import understand


def library_of(papers: Mapping[str, str], folder: Path, *, today: datetime.date) -> Assistant:
    """Return an assistant over some papers, without a model.

    Args:
        papers: the texts by the names of their files.
        folder: where they and the library are put.
        today: the day from which 去年 is counted.
    """
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([folder / name for name in papers]).failed
    return assistant


def composing_of(assistant: Assistant, text: str, *, today: datetime.date, history: Sequence[str] = ()) -> Composing:
    """Return a question on its way to an answer, as an assistant would put it.

    Args:
        assistant: the library and its search.
        text: the question.
        today: the day from which 去年 is counted.
        history: earlier questions, oldest first.
    """
    question = understand(text, entries=assistant.entries(), history=history, today=today)
    return Composing(question, assistant.catalogue, lambda query, k: assistant.search(query, k=k))
