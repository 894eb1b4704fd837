"""A library of one invented meeting, made once for the tests of the second look."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.second_look.meeting import PAPER, TODAY
from tests.libraries import library_of


@pytest.fixture(scope="session")
def reeds(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over one meeting of an invented county."""
    return library_of({"芦汀县政府第21次常务会议纪要.txt": PAPER}, tmp_path_factory.mktemp("second"), today=TODAY)
