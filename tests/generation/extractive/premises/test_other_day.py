"""A day that the record gives otherwise is corrected; one that it has is left alone."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.premises.changes import FILE, TEXT
from tests.libraries import library_of


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("changes"), today=datetime.date(2023, 12, 31))


def test_another_day_is_corrected(county: Assistant) -> None:
    answer = county.ask("檀川县粮库烘干塔9月底前建成，由谁负责？").answer
    assert answer.startswith("与记载不符")
    assert "8月底前" in answer


def test_the_day_of_the_record_is_left_alone(county: Assistant) -> None:
    assert not county.ask("檀川县粮库烘干塔8月底前建成，由谁负责？").answer.startswith("与记载不符")
