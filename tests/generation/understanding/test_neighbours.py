"""The meeting before or after: by number where there is one, never another in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from pipeline.generation.understanding.neighbours import find_step, neighbours
from tests.generation.understanding.test_scope import Held

EARLY = Held("d0", None, "市政府第12次常务会议", 12, "2021-03-08")
FIRST = Held("d1", None, "市政府第14次常务会议", 14, "2022-03-01")
SECOND = Held("d2", None, "市政府第15次常务会议", 15, "2022-04-20")
PARTY = Held("d3", None, "市政府党组会议", None, "2022-01-05")
LATER_PARTY = Held("d4", None, "市政府党组会议", None, "2022-02-05")
ELSEWHERE = replace(FIRST, document_id="e1", issuing_body="安陵县人民政府")
ALL = cast(Any, (EARLY, FIRST, SECOND, PARTY, LATER_PARTY, ELSEWHERE))


@pytest.mark.parametrize(
    ("named", "back", "found", "missing"),
    [
        pytest.param(SECOND, True, ["d1"], [], id="before"),
        pytest.param(FIRST, False, ["d2"], [], id="after"),
        pytest.param(FIRST, True, [], ["第13次会议"], id="one-is-not-held"),
        pytest.param(LATER_PARTY, True, ["d3"], [], id="without-number-by-date"),
        pytest.param(PARTY, True, [], ["上一次会议"], id="none-before"),
        pytest.param(LATER_PARTY, False, [], ["下一次会议"], id="none-after"),
    ],
)
def test_the_neighbour_is_of_the_same_row(named: Held, back: bool, found: list[str], missing: list[str]) -> None:
    entries, told = neighbours(cast(Any, [named]), ALL, back=back)
    assert ([entry.document_id for entry in entries], told) == (found, missing)


def test_a_number_of_another_term_is_no_neighbour() -> None:
    former = cast(Any, [replace(SECOND, document_id="x", date="2016-01-01")])
    assert neighbours(cast(Any, [FIRST]), former, back=False) == ([], ["第15次会议"])


@pytest.mark.parametrize(
    ("question", "back"),
    [
        ("第15次常务会议的上一次会议由谁主持", True),
        ("那上一次呢", True),
        ("下一次会议讨论了什么", False),
        ("前一次是谁主持的", True),
    ],
)
def test_the_wording_is_found(question: str, back: bool) -> None:
    step = find_step(question)
    assert step is not None
    assert step.back is back
    assert question[step.start : step.end].endswith(step.wording[-2:])


@pytest.mark.parametrize("question", ["以上次序对吗", "第15次会议上次提到的事", "第15次会议由谁主持", "晚上一次性投放"])
def test_other_words_are_none(question: str) -> None:
    assert find_step(question) is None


def test_the_meeting_before_may_be_pointed_at() -> None:
    step = find_step("之前那次会是怎么定的")
    assert step is not None
    assert step.back
