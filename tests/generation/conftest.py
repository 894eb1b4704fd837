"""A library of invented minutes, made once for the tests of questions and answers."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from tests.generation.invented import DOCUMENTS
from tests.libraries import library_of


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two invented minutes."""
    return library_of(DOCUMENTS, tmp_path_factory.mktemp("invented"), today=datetime.date(2022, 6, 1))


@pytest.fixture(scope="session")
def sources(invented: Assistant) -> list[Source]:
    """The two documents with their entries, older first."""
    entries = sorted(invented.entries(), key=lambda entry: entry.date or "")
    return [Source(entry, invented.catalogue.document(entry.document_id)) for entry in entries]
