"""Who comes after whom, and who holds which post."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check

QUOTE = "因方程已调往市局,会议决定由白露接任项目负责人。会计由丁香改为秦川。由方志任组长,任远、唐宁任副组长。"


@pytest.mark.parametrize(
    "statement",
    [
        "因白露已调往市局，项目负责人由方程来接。",
        "会计原来是秦川，现在改由丁香来当。",
        "组长由任远担任。",
    ],
)
def test_turned_round(statement: str) -> None:
    assert {problem.kind for problem in check(statement, [QUOTE])} & {"person", "post"}


@pytest.mark.parametrize(
    "statement",
    [
        "方程已调往市局，项目负责人由白露来接。",
        "会计原来是丁香，现在改由秦川来当。",
        "组长由方志担任。",
    ],
)
def test_told_as_it_is(statement: str) -> None:
    assert check(statement, [QUOTE]) == []
