"""Libraries of invented counties, whose meetings take up what others of the place decided."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from tests.generation.extractive.several.handed_on import PAPERS as HANDED_ON
from tests.generation.extractive.several.two_bodies import PAPERS


@pytest.fixture(scope="session")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a county's government and of its company's board."""
    return _over(PAPERS, tmp_path_factory.mktemp("two_bodies"))


@pytest.fixture(scope="session")
def handed_on(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a county, its town, its company, its park and its bureau."""
    return _over(HANDED_ON, tmp_path_factory.mktemp("handed_on"))


def _over(papers: Mapping[str, str], folder: Path) -> Assistant:
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = load_settings(home=folder / "home", encoder="builtin", model="", today=datetime.date(2025, 12, 1))
    assistant = Assistant(settings)
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant
