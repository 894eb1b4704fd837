"""Comparing one clause with one source: what kind of problem is found where."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.compare import compare, verbatim
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

SOURCE = Source(
    """会议听取了市水利局副局长徐 岚的汇报。
1. 由市水利局牵头，市财政局配合，6月底前完成，新增监测点48个，改造泵站近30座，不得占用河道。
会议原则通过《水网方案》。""",
    "临政纪〔2021〕6号\n2021-03-08",
)


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("由市水利局牵头", []),
        ("《路网方案》", ["title"]),
        ("临政纪〔2021〕7号", ["document_number"]),
        ("新增监测点49个", ["number"]),
        ("改造泵站30座", ["bound"]),
        ("新增监测点48家", ["number"]),
        ("7月底前完成", ["date"]),
        ("2020年6月底前完成", ["date"]),
        ("会议同意该方案", ["verdict"]),
        ("孟凡汇报", ["person"]),
        ("市水利局局长徐岚汇报", ["post"]),
        ("市财政局牵头", ["part"]),
        ("市教育局配合", ["unit"]),
        ("占用河道", ["modifier"]),
        ("市财政局徐岚汇报", ["unit"]),
    ],
)
def test_kinds_of_problems(clause: str, kinds: list[str]) -> None:
    assert [problem.kind for problem in compare(fold(clause), SOURCE)] == kinds


def test_a_problem_says_what_does_not_hold() -> None:
    (problem,) = compare(fold("改造泵站30座"), SOURCE)
    assert problem.text == "30座"
    assert "近30座" in problem.message


def test_the_sources_own_sentence_is_verbatim_and_a_part_of_it_is_not() -> None:
    assert verbatim(fold("会议原则通过《水网方案》"), SOURCE)
    assert not verbatim(fold("通过《水网方案》"), SOURCE)


@pytest.mark.parametrize(("statement", "kinds"), [("会议同意乙桥", ["verdict"]), ("会议同意甲路改造", [])])
def test_a_verdict_is_not_joined_to_what_was_put_off(statement: str, kinds: list[str]) -> None:
    source = Source("会议同意甲路改造；乙桥再研究。", "")
    assert [problem.kind for problem in compare(statement, source)] == kinds
