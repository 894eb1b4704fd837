"""What was turned down is told where a question in other words takes it for decided and nothing answers it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.premises.nearest import nearest_turned_down, proposed_in_vain
from pipeline.generation.extractive.reading.candidates import Candidate, candidates
from pipeline.generation.question import Question
from tests.generation.extractive.premises.changes import FILE, TEXT
from tests.libraries import composing_of, library_of

TODAY = datetime.date(2023, 12, 31)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("nearest"), today=TODAY)


def weighed(assistant: Assistant, text: str, wording: str, likely: float) -> tuple[Question, list[Candidate]]:
    composing = composing_of(assistant, text, today=TODAY)
    question = composing.question
    hits = composing.find(wording, 6)
    found = candidates(question, sources_of(composing, [hit.document_id for hit in hits]), hits)
    return question, [replace(one, likely=likely) for one in found if wording in one.text]


@pytest.mark.parametrize(
    ("text", "wording", "likely", "told"),
    [
        pytest.param("晚上坐船贵了二十块，钱归谁？", "不同意提高票价", 0.5, True, id="the sentence itself"),
        pytest.param("晚上坐船贵了二十块，钱归谁？", "由每人40元提高", 0.3, True, id="all that was ruled on"),
        pytest.param("晚上坐船贵了二十块，钱归谁？", "不同意提高票价", 0.1, False, id="unlikely"),
        pytest.param("晚上坐船拟涨多少？", "不同意提高票价", 0.5, False, id="nothing is taken for decided"),
        pytest.param("船廊修好了，花了谁的钱？", "会议同意修缮方案", 0.5, False, id="agreed to"),
    ],
)
def test_the_nearest_verdict(county: Assistant, text: str, wording: str, likely: float, told: bool) -> None:
    question, found = weighed(county, text, wording, likely)
    lines = nearest_turned_down(question, found, apart=3.0)
    assert bool(lines) is told
    assert all("不同意提高票价" in line.text for _, line in lines)


@pytest.mark.parametrize(
    ("text", "wording", "told"),
    [
        pytest.param("夜间游船涨价通过了，一个人收多少？", "由每人40元提高", True, id="a proposal turned down"),
        pytest.param("县文旅局拟把夜间游船涨到多少？", "由每人40元提高", False, id="the proposal is asked for"),
        pytest.param("船廊补助定了，每处补多少？", "由拟定的9万元", False, id="agreed to"),
    ],
)
def test_a_proposal_turned_down_is_no_answer(county: Assistant, text: str, wording: str, told: bool) -> None:
    question, found = weighed(county, text, wording, 0.9)
    assert bool(proposed_in_vain(question, found[0])) is told
