"""A library of two invented counties, made once for the tests of reading."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from tests.generation.extractive.assemblies import PAPERS
from tests.generation.extractive.offices import PAPERS as OFFICES
from tests.generation.extractive.papers_put_off import PAPERS as PUT_OFF
from tests.generation.extractive.reading.counties import COUNTIES, TODAY
from tests.generation.extractive.townhalls import PAPERS as TOWNHALLS


@pytest.fixture(scope="session")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of two invented counties."""
    folder = tmp_path_factory.mktemp("counties")
    for name, text in COUNTIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    today = datetime.date.fromisoformat(TODAY)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of an invented office, board and hospital."""
    folder = tmp_path_factory.mktemp("assemblies")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    today = datetime.date(2022, 12, 1)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.fixture(scope="session")
def put_off(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes in which much was turned down or put off."""
    folder = tmp_path_factory.mktemp("put_off")
    for name, text in PUT_OFF.items():
        (folder / name).write_text(text, encoding="utf-8")
    today = datetime.date(2022, 12, 1)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes whose heads, tables and wordings differ."""
    folder = tmp_path_factory.mktemp("offices")
    for name, text in OFFICES.items():
        (folder / name).write_text(text, encoding="utf-8")
    today = datetime.date(2024, 12, 31)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.fixture(scope="session")
def townhalls(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of an invented city, town, company and school."""
    folder = tmp_path_factory.mktemp("townhalls")
    for name, text in TOWNHALLS.items():
        (folder / name).write_text(text, encoding="utf-8")
    today = datetime.date(2023, 12, 1)
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model="", today=today))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant
