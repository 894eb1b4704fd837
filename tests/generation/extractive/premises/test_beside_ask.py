"""What a question states before it asks is held against the text: corrected where it is wrong, else left alone."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.premises.beside_ask import stated_in
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.premises.stated_first import FILE, TEXT
from tests.libraries import library_of

TODAY = datetime.date(2025, 12, 31)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes of one meeting of a district."""
    return library_of({FILE: TEXT}, tmp_path_factory.mktemp("stated_first"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "听说墨汀区老年助餐中心的装修费用由区财政局承担，几号前开餐？", ("区民政局承担", "7月15日"), id="who-pays"
        ),
        pytest.param("墨汀区助餐中心设在区第一人民医院，哪天前开餐？", ("第三人民医院", "7月15日"), id="elsewhere"),
    ],
)
def test_a_wrong_statement_is_corrected(district: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = district.ask(text)
    assert answer.answer.startswith("与记载不符")
    assert not answer.refused
    assert not answer.flagged
    assert all(one in answer.answer for one in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("既然墨汀区便民桥换成副区长薛定海牵头，那几号前通车？", ("祝晚晴", "9月20日")),
        ("墨汀区青萍小学不是批准迁建了吗，那设计费归哪个局核清？", ("暂缓", "区审计局")),
    ],
)
def test_what_is_told_already_is_told_once(district: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = district.ask(text).answer
    assert [answer.count(one) for one in told] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("既然墨汀区便民桥换成副区长祝晚晴牵头，那几号前通车？", id="right-leader"),
        pytest.param("听说墨汀区助餐中心装修费由区民政局承担，哪天前开餐？", id="right-payer"),
        pytest.param("墨汀区助餐中心设在区第三人民医院，哪天前开餐？", id="right-place"),
        pytest.param("听说墨汀区青萍小学迁建暂缓了，设计费由哪个局核清？", id="says-itself-that-it-was-put-off"),
        pytest.param("墨汀区荷塘北路照明，路灯补装多少盏？", id="names-the-matter-alone"),
    ],
)
def test_a_right_statement_is_left_alone(district: Assistant, text: str) -> None:
    assert "与记载不符" not in district.ask(text).answer


@pytest.mark.parametrize(
    "text", ["墨汀区青云塔漏水的事，责任单位赔了多少？", "墨汀区荷塘北路的路灯由区城管局补装，每盏花了多少钱？"]
)
def test_what_is_not_told_is_not_made_a_correction(district: Assistant, text: str) -> None:
    assert "与记载不符" not in district.ask(text).answer


@pytest.mark.parametrize(
    ("text", "claim", "asked"),
    [
        ("学校不是改走租赁吗，那钱谁出？", "学校改走租赁，对吗？", "那钱谁出？"),
        ("听说便民桥归镇里管护，哪天移交？", "便民桥归镇里管护，对吗？", "哪天移交？"),
    ],
)
def test_a_statement_is_put_as_one(text: str, claim: str, asked: str) -> None:
    stated = stated_in(understand(text, entries=(), today=TODAY))
    assert stated is not None
    assert stated.asked is not None
    assert (stated.claim.text, stated.asked.text) == (claim, asked)


@pytest.mark.parametrize("text", ["便民桥几号通车，谁牵头？", "便民桥的验收手续，几号办完？"])
def test_what_asks_at_once_or_only_names_its_matter_states_nothing(text: str) -> None:
    assert stated_in(understand(text, entries=(), today=TODAY)) is None
