"""Answers side by side: every side from its own place, or none at all."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("第20次常务会议和第9次常务会议加装电梯每部各补助多少？", ("18万元", "22万元"), id="two-documents"),
        pytest.param(
            "第20次常务会议与第9次常务会议的电梯补助，每部哪个更高？", ("18万元", "22万元"), id="which-is-more"
        ),
        pytest.param("青麓县保育费的请示与加装电梯补助办法结论有何不同？", ("不同意", "原则通过"), id="verdicts"),
        pytest.param("云栖水库二期何时开工？渔港灯塔修缮共需经费多少？", ("2025年3月", "136万元"), id="two-clauses"),
        pytest.param("云栖水库二期总投资多少，新增库容多少？", ("4.1亿元", "900万立方米"), id="of-one-matter"),
        pytest.param("加装电梯惠及多少户居民、计划加装多少部？", ("620户", "45部"), id="two-counts"),
        pytest.param("白汀县第9次常务会议的日期和主持人", ("2023年6月8日", "蒋逢春"), id="two-attributes"),
    ],
)
def test_both_sides_are_told_and_cited(counties: Assistant, text: str, held: tuple[str, ...]) -> None:
    answer = counties.ask(text)
    assert not answer.refused
    assert not answer.flagged
    assert all(part in answer.answer for part in held)
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert all(part in quotes for part in held)


def test_sides_of_two_documents_bear_their_stamps(counties: Assistant) -> None:
    lines = counties.ask("第20次常务会议和第9次常务会议加装电梯每部各补助多少？").answer.splitlines()
    assert [line.partition("（")[0] for line in lines] == ["青政纪〔2023〕3号", "白政纪〔2023〕7号"]


def test_what_one_of_two_attributes_is_not_stated_is_said(counties: Assistant) -> None:
    told = counties.ask("白汀县第9次常务会议的日期和地点").answer
    assert "2023年6月8日" in told
    assert "未载明会议地点" in told


@pytest.mark.parametrize("text", ["第20次常务会议的体育馆和第9次常务会议的灯塔各花多少钱？"])
def test_a_side_that_is_not_stated_is_not_made_up(counties: Assistant, text: str) -> None:
    assert "18万元" not in counties.ask(text).answer
