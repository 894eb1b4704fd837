"""What was ordered instead is told behind the verdict that turned something down."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.premises.changes import FILE, TEXT
from tests.libraries import library_of


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("changes"), today=datetime.date(2023, 12, 31))


def test_what_was_ordered_instead_is_told(county: Assistant) -> None:
    answer = county.ask("檀川县夜间游船票价提高以后由谁收？").answer
    assert "不同意提高票价" in answer
    assert "重新测算" in answer
