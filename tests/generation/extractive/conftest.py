"""A library of two invented counties, made once for the tests of reading."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.assemblies import PAPERS
from tests.generation.extractive.offices import PAPERS as OFFICES
from tests.generation.extractive.papers_put_off import PAPERS as PUT_OFF
from tests.generation.extractive.reading.counties import COUNTIES, TODAY
from tests.generation.extractive.rulings import PAPERS as RULINGS
from tests.generation.extractive.townhalls import PAPERS as TOWNHALLS
from tests.libraries import library_of


@pytest.fixture(scope="session")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of two invented counties."""
    return library_of(COUNTIES, tmp_path_factory.mktemp("counties"), today=datetime.date.fromisoformat(TODAY))


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of an invented office, board and hospital."""
    return library_of(PAPERS, tmp_path_factory.mktemp("assemblies"), today=datetime.date(2022, 12, 1))


@pytest.fixture(scope="session")
def put_off(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes in which much was turned down or put off."""
    return library_of(PUT_OFF, tmp_path_factory.mktemp("put_off"), today=datetime.date(2022, 12, 1))


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes whose heads, tables and wordings differ."""
    return library_of(OFFICES, tmp_path_factory.mktemp("offices"), today=datetime.date(2024, 12, 31))


@pytest.fixture(scope="session")
def townhalls(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of an invented city, town, company and school."""
    return library_of(TOWNHALLS, tmp_path_factory.mktemp("townhalls"), today=datetime.date(2023, 12, 1))


@pytest.fixture(scope="session")
def rulings(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of bodies whose offices share names, with plans that were turned down."""
    return library_of(RULINGS, tmp_path_factory.mktemp("rulings"), today=datetime.date(2025, 6, 30))
