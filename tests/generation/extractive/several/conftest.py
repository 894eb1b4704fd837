"""A library of one invented county, whose government met twice and whose company once."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from tests.generation.extractive.several.two_bodies import PAPERS


@pytest.fixture(scope="session")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a county's government and of its company's board."""
    folder = tmp_path_factory.mktemp("two_bodies")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = load_settings(home=folder / "home", encoder="builtin", model="", today=datetime.date(2025, 12, 1))
    assistant = Assistant(settings)
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant
