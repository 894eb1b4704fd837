"""Two things asked at once: each is held to its own slot, and each may be one of two matters."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.several.two_asks import FILE, TEXT
from tests.libraries import library_of


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes of one meeting of a town."""
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("two_asks"), today=datetime.date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "沙渚镇18名临聘人员转岗批了没有？卫生院单独买进口设备同意吗？",
            ("不同意转岗", "不同意单独购置"),
            id="two-verdicts-one-with-a-figure",
        ),
        pytest.param(
            "沙渚镇卫生院单独买进口设备答应了吗？文化站绿地改停车位呢？", ("不同意单独购置", "暂缓改造"), id="as-well"
        ),
        pytest.param("沙渚镇农贸市场开市改到哪天了，又换成谁牵头？", ("8月28日", "湛秋田"), id="whose"),
    ],
)
def test_both_are_told(town: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = town.ask(text)
    assert not answer.refused
    assert "没有查到" not in answer.answer
    assert all(one in answer.answer for one in told)


def test_one_sentence_that_tells_both_is_told_once_and_alone(town: Assistant) -> None:
    lines = town.ask("沙渚镇农贸市场开市改到哪天了，又换成谁牵头？").answer.splitlines()
    assert len(lines) == 1


def test_a_day_is_no_time_of_day(town: Assistant) -> None:
    told = town.ask("沙渚镇机关食堂由谁整改，晚饭要延长到几点？").answer
    assert "机关事务办" in told
    assert "晚饭要延长到几点”一问，库中没有查到" in told
