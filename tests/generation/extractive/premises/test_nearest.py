"""What was turned down is told where a question in other words takes it for decided and nothing answers it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.premises.nearest import nearest_turned_down, proposed_in_vain
from pipeline.generation.extractive.reading.candidates import Candidate, candidates
from pipeline.generation.understanding.question import Question
from tests.generation.extractive.markets import markets_in
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


@pytest.fixture(scope="module")
def markets(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return markets_in(tmp_path_factory.mktemp("fate"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("第12次会议定的烘干机补助标准是多少", ["拟对", "3.2万元", "暂缓实施"], id="told with its fate"),
        pytest.param("新购烘干机每台补助多少钱", ["2.1万元"], id="settled by a later meeting"),
        pytest.param("摊位管理费涨到300块了，从哪个月开始收？", ["不同意提高", "200元"], id="kept as it was"),
    ],
)
def test_what_was_only_proposed_is_not_told_as_settled(markets: Assistant, text: str, told: list[str]) -> None:
    answer = markets.ask(text).answer
    assert all(part in answer for part in told)


def test_an_order_to_propose_turns_nobody_down(county: Assistant) -> None:
    question, found = weighed(county, "游船涨到60块了，从哪个月开始？", "不同意提高票价", 0.5)
    order = replace(found[0], text="对返聘人员由各单位逐一提出续聘或终止的意见。", likely=0.5)
    assert nearest_turned_down(question, [order], apart=1.0) == []
