"""What a question says beside the meeting that it means."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.whole_meeting import beside, counts_items, is_whole, meant
from tests.libraries import composing_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2022, 12, 1))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("椒岭县去年那次办公会一共研究了几项议题", True, id="a-year"),
        pytest.param("椒岭县县长主持的那次会，总共过了多少桩事", True, id="who-chaired"),
        pytest.param("椒岭县开年头一次班子碰头列了几件事", True, id="spoken"),
        pytest.param("椒岭县那次会夜市的事有几件", False, id="a-matter"),
        pytest.param("椒岭县那次会有几个人", False, id="people"),
    ],
)
def test_a_question_about_a_whole_meeting_names_nothing_else(assemblies: Assistant, text: str, whole: bool) -> None:
    one = composing(assemblies, text)
    assert is_whole(one, one.sources) is whole


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("共有多少个项目上会", True),
        ("有几个方案被审议", True),
        ("几个项目评审了", True),
        ("建了几个项目", False),
        ("多少个项目开工", False),
    ],
)
def test_projects_that_came_before_a_meeting_are_counted(text: str, counts: bool) -> None:
    assert counts_items(text) is counts


def test_what_is_beside_is_returned_as_written(assemblies: Assistant) -> None:
    assert beside(composing(assemblies, "椒岭县那次会停车场的事有几件")) == ["停车场"]


def test_of_several_meetings_those_are_meant_that_a_question_calls(assemblies: Assistant) -> None:
    one = composing(assemblies, "县医院院务会研究了几个议题")
    assert [source.entry.file for source in meant(one, one.sources)] == ["松涧县人民医院院务会议纪要.txt"]
    every = composing(assemblies, "研究了几个议题")
    assert len(meant(every, every.sources)) == 3
