"""A library of invented minutes, made once for the tests of questions and answers."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.evidence import Source
from tests.generation.invented import DOCUMENTS


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two invented minutes."""
    folder = tmp_path_factory.mktemp("invented")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = load_settings(home=folder / "home", encoder="builtin", model="", today=datetime.date(2022, 6, 1))
    assistant = Assistant(settings)
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.fixture(scope="session")
def sources(invented: Assistant) -> list[Source]:
    """The two documents with their entries, older first."""
    entries = sorted(invented.entries(), key=lambda entry: entry.date or "")
    return [Source(entry, invented.catalogue.document(entry.document_id)) for entry in entries]
