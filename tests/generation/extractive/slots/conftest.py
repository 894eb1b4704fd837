"""A library of one invented meeting, made once for the tests of slots."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.slots.meeting import PAPER, TODAY
from tests.libraries import library_of


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over one meeting of an invented county."""
    return library_of({"苇原县政府第19次常务会议纪要.txt": PAPER}, tmp_path_factory.mktemp("slots"), today=TODAY)
