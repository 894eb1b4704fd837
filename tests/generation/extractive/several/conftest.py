"""Libraries of invented counties, whose meetings take up what others of the place decided."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.several.handed_on import PAPERS as HANDED_ON
from tests.generation.extractive.several.through_meetings import PAPERS as THROUGH_MEETINGS
from tests.generation.extractive.several.two_bodies import PAPERS
from tests.libraries import library_of

TODAY = datetime.date(2025, 12, 1)


@pytest.fixture(scope="session")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a county's government and of its company's board."""
    return library_of(PAPERS, tmp_path_factory.mktemp("two_bodies"), today=TODAY)


@pytest.fixture(scope="session")
def handed_on(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a county, its town, its company, its park and its bureau."""
    return library_of(HANDED_ON, tmp_path_factory.mktemp("handed_on"), today=TODAY)


@pytest.fixture(scope="session")
def through_meetings(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one county that take up the same matters."""
    return library_of(THROUGH_MEETINGS, tmp_path_factory.mktemp("through_meetings"), today=TODAY)
