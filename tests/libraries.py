"""Libraries of invented papers for the tests: written down, read in, and asked as a user asks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings


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
