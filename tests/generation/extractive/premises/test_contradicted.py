"""A figure that a question takes for granted and the record gives otherwise is corrected; any other is left alone."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("榉川县公共自行车首批投放自行车800辆，什么时候建成？", ("600辆",), id="a count"),
        pytest.param("榉川县公共自行车运营方案贷款额度5000万元，哪家银行贷的？", ("3000万元",), id="a sum"),
        pytest.param("榉川县公共自行车运营方案贷款额度5000万，哪家银行贷的？", ("3000万元",), id="a sum without 元"),
        pytest.param("榉川县公共自行车运营方案设站点60个，由谁选的址？", ("45个",), id="counted otherwise"),
        pytest.param("榉川县图书馆改造选址同意方案二，占地多少亩？", ("方案一", "不同意方案二"), id="another plan"),
    ],
)
def test_another_figure_is_corrected(put_off: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = put_off.ask(question)
    assert not answer.refused
    assert answer.answer.startswith("与记载不符")
    assert all(word in answer.answer for word in words)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("榉川县公共自行车首批投放600辆，什么时候建成？", id="the figure of the record"),
        pytest.param("榉川县公共自行车贷款额度3千万元，什么时候建成？", id="the same sum written otherwise"),
        pytest.param("榉川县公共自行车投放500多辆，什么时候建成？", id="a round figure"),
        pytest.param("榉川县图书馆改造选址同意方案一，占地多少亩？", id="the plan that was chosen"),
        pytest.param("榉川县路灯更换800盏的钱从哪里出？", id="another matter"),
    ],
)
def test_what_agrees_or_is_of_another_matter_is_left_alone(put_off: Assistant, question: str) -> None:
    assert not put_off.ask(question).answer.startswith("与记载不符")


def test_a_figure_beside_one_that_is_right_is_corrected(offices: Assistant) -> None:
    answer = offices.ask("青藤里联席会把业委会主任单笔审批额度由5000元下调到2000元，物业多久公示一次支出？")
    assert answer.answer.startswith("与记载不符")
    assert "由5000元下调为3000元" in answer.answer
