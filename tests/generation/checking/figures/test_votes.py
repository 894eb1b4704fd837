"""Votes: which are counted in any order of words, and those that a source does not count."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.votes import vote_problems, votes_of
from pipeline.generation.checking.reading.source import Source


def test_votes() -> None:
    assert votes_of("赞成5票,3票反对") == {("同意", "5"), ("反对", "3")}


@pytest.mark.parametrize(
    ("statement", "flagged"),
    [("7票赞成", []), ("同意七票,1票弃权", []), ("同意8票", ["同意8票"]), ("反对1票", ["反对1票"]), ("投票表决", [])],
)
def test_votes_that_nobody_counted(statement: str, flagged: list[str]) -> None:
    source = Source("同意7票,弃权1票", "")
    assert [problem.text for problem in vote_problems(statement, source)] == flagged
