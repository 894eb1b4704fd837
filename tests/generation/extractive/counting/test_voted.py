"""Which items were voted on, and on which somebody voted against or abstained."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.counting.voted import asked_in, was_cast
from pipeline.minutes import Votes
from tests.libraries import library_of

BOARD = """江州水务集团有限公司
第二届董事会第六次会议纪要
江水董纪〔2023〕3号

2023年4月25日，董事长梁志主持召开第二届董事会第六次会议。应到董事9名，实到9名。
议题一：审议《年度工作报告》
表决结果：同意9票，反对0票，弃权0票。
会议审议通过该报告。
议题二：审议《利润分配方案》
表决结果：同意7票，反对1票，弃权1票。
会议审议通过该方案，尚需提交股东大会审议。
议题三：审议《薪酬延期支付办法》
表决结果：同意8票，反对0票，弃权1票。
会议原则通过该办法。
"""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of one invented board."""
    papers = {"江水董纪〔2023〕3号.txt": BOARD}
    return library_of(papers, tmp_path_factory.mktemp("board"), today=datetime.date(2023, 9, 1))


@pytest.mark.parametrize(
    ("question", "held", "missing"),
    [
        pytest.param("董事会上有几个议案有人投了弃权票？", ["共2项", "利润分配", "薪酬"], "工作报告", id="abstained"),
        pytest.param("董事会上哪些议案有人投了反对票？", ["利润分配"], "薪酬", id="against"),
        pytest.param("董事会上哪些议案投了票？", ["工作报告", "利润分配", "薪酬"], "共", id="voted"),
        pytest.param("董事会哪些议案还要提交股东大会？", ["利润分配", "提交股东大会"], "薪酬", id="sent on"),
    ],
)
def test_items_by_their_votes(board: Assistant, question: str, held: list[str], missing: str) -> None:
    answer = board.ask(question)
    assert not answer.refused
    assert all(word in answer.answer for word in held)
    assert missing not in answer.answer
    assert all(statement.check == "verified" for statement in answer.statements)


@pytest.mark.parametrize(
    ("votes", "cast", "counts"),
    [
        (None, "", False),
        (Votes(for_=9), "", True),
        (Votes(for_=8, abstain=1), "弃权", True),
        (Votes(for_=8, abstain=1), "反对", False),
    ],
)
def test_a_vote_of_a_kind(votes: Votes | None, cast: str, counts: bool) -> None:
    assert was_cast(votes, cast) is counts


def test_a_verdict_is_no_vote() -> None:
    assert not asked_in("哪些议案通过了")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("汀洲水务董事会上谁投了反对票？", "董事戚远山、柏秋实投反对票", id="named"),
        pytest.param("汀洲水务那次董事会，投反对票的是哪位董事", "戚远山", id="the other way round"),
    ],
)
def test_who_voted_against_is_told_in_the_words_of_the_text(assemblies: Assistant, text: str, said: str) -> None:
    answer = assemblies.ask(text)
    assert not answer.refused
    assert said in answer.answer


def test_a_number_of_votes_names_nobody(board: Assistant) -> None:
    answer = board.ask("江州水务董事会上谁投了反对票？")
    assert answer.refused
    assert "没有写明谁反对" in answer.answer
