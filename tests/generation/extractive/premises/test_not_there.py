"""Somebody who was away did not speak; who came, and who is said to have been away, are left alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("檀川县常务会议上邬若谷对茶市搬迁怎么说？", id="what he said"),
        pytest.param("邬若谷副县长在檀川县常务会议上反对了哪个方案？", id="what he was against"),
    ],
)
def test_who_was_away_did_not_speak(county: Assistant, question: str) -> None:
    answer = county.ask(question).answer
    assert answer.startswith("与记载不符")
    assert "请假" in answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("邬若谷请假那次会上茶市搬迁怎么说的？", id="it says so itself"),
        pytest.param("檀川县常务会议上骆一鸣对茶市搬迁怎么说？", id="who was there"),
        pytest.param("邬若谷分管的茶市由谁汇报？", id="somebody else is asked for"),
    ],
)
def test_others_are_left_alone(county: Assistant, question: str) -> None:
    assert not county.ask(question).answer.startswith("与记载不符")


def test_part_of_a_name_is_nobody(tmp_path: Path) -> None:
    paper = (
        "江城公交集团总经理办公会议纪要\n2024年3月5日，总经理柏松主持召开总经理办公会议。\n未参加：副总经理车延平（病假）。\n"
        "一、线路调整\n会议同意17路末班车由20:30延至21:30。\n"
    )
    answer = (
        library_of({"a.txt": paper}, tmp_path, today=datetime.date(2024, 6, 1)).ask("17路末班车延长同意了吗").answer
    )
    assert "车延平" not in answer
    assert "21:30" in answer
