"""False premises are named and corrected from the record; true ones change nothing."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("郑远航市长主持的第15次常务会议有几项议题？", "由秦书怀主持"),
        ("《关于调整公交票价的方案》通过后由谁组织实施？", "不同意该方案"),
        ("周明局长汇报的数据资源共享管理规定下一步怎么办？", "罗晴"),
        ("数据资源共享管理规定由市财政局局长汇报的？", "罗晴"),
        ("道路泊位普查由市财政局牵头吧？", "由市城管局牵头"),
        ("第12次常务会议把城区停车管理办法退给城管局重改，要改哪些地方？", "原则通过"),
        ("郑市长主持第15次常务会议时强调了什么？", "由秦书怀主持"),
    ],
)
def test_a_false_premise_is_corrected(invented: Assistant, question: str, word: str) -> None:
    answer = invented.ask(question)
    assert not answer.refused
    assert answer.answer.startswith("与记载不符")
    assert word in answer.answer
    assert all(statement.check == "verified" for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("郑远航市长主持的第12次常务会议有几项议题？", "3项"),
        ("《临川市城区停车管理办法》原则通过后下一步怎么办？", "提交市委常委会讨论"),
        ("罗晴局长汇报的数据资源共享管理规定下一步怎么办？", "由市政府印发实施"),
        ("道路泊位普查由市公安局牵头还是配合？", "市公安局配合"),
        ("道路泊位普查是市城管局牵头的吧？", "由市城管局牵头"),
        ("第15次常务会议未获通过的议题有几项，是哪项？", "公交票价"),
    ],
)
def test_a_true_premise_changes_nothing(invented: Assistant, question: str, word: str) -> None:
    answer = invented.ask(question)
    assert "与记载不符" not in answer.answer
    assert word in answer.answer


def test_votes_that_are_counted_take_no_verdict_for_granted(invented: Assistant) -> None:
    assert "与记载不符" not in invented.ask("《关于调整公交票价的方案》得了几票同意？").answer
