"""What an item gives a unit to do."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.several.through_meetings import PAPERS
from tests.libraries import library_of


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one invented county."""
    return library_of(PAPERS, tmp_path_factory.mktemp("county"), today=datetime.date(2025, 1, 1))


def test_a_duty_set_down_by_number_is_told_by_its_point(county: Assistant) -> None:
    answer = county.ask("荷川县21次常务会议 县财政局 全部任务（含配合）").answer
    assert "拆除旧船坞仓库" in answer
    assert "智慧档案馆" in answer
    assert "第（2）条" not in answer


def test_each_meeting_is_told_whole(county: Assistant) -> None:
    answer = county.ask("县财政局在荷川县第17次常务会议和第21次常务会议上各领了哪些任务（含配合的）？").answer
    assert [told for told in ("公务班车", "旧船坞仓库", "智慧档案馆") if told not in answer] == []
