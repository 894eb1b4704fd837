"""A time, a span or a figure stays with what it is said of."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.tied import tied_problems
from pipeline.generation.checking.reading.source import Source

PIPE = Source("管道泄漏的,30分钟内关闭阀门,8小时内修复;27日12时前渔船进港,27日8时前水库降至汛限。", "")


@pytest.mark.parametrize(
    ("said", "fact"), [("30分钟内修复", "30分钟"), ("阀门8小时内关闭", "8小时"), ("27日8时前,渔船进港", "8时")]
)
def test_what_is_said_of_something_else_is_flagged(said: str, fact: str) -> None:
    assert [problem.text for problem in tied_problems(said, PIPE)] == [fact]


@pytest.mark.parametrize("said", ["管道8小时内修复", "30分钟内要关闭阀门", "渔船27日12时前进港", "8小时内办妥"])
def test_what_is_said_of_it_holds(said: str) -> None:
    assert list(tied_problems(said, PIPE)) == []
