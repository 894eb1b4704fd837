"""A library of one invented county, made once for the tests of what a question takes for granted."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.premises.changes import FILE, TEXT
from tests.libraries import library_of


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes in which values gave way to others and somebody was away."""
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("changes"), today=datetime.date(2023, 12, 31))
