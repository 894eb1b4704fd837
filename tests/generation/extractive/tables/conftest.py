"""A library of two invented meetings with tables, made once."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.tables.papers import BUREAU, TODAY, TOWN
from tests.libraries import library_of


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of a town and of a bureau."""
    papers = {"苇塘镇党政联席会议纪要.txt": TOWN, "泽溪县档案局局务会议纪要.txt": BUREAU}
    return library_of(papers, tmp_path_factory.mktemp("tables"), today=TODAY)
