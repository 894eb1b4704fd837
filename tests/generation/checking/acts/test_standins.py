"""A name behind the words behind which the source has another."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.standins import standin_problems
from pipeline.generation.checking.reading.source import Source

SOURCE = Source("同意表彰焊工班梁栋、质检科白露和装卸队石磊。", "")


@pytest.mark.parametrize(
    ("said", "name"),
    [("受表彰的有焊工班方圆、质检科白露", "方圆"), ("焊工班梁栋、质检科林涛和装卸队石磊受表彰", "林涛")],
)
def test_another_name_is_flagged(said: str, name: str) -> None:
    assert [problem.text for problem in standin_problems(said, SOURCE)] == [name]


@pytest.mark.parametrize("said", ["焊工班梁栋和质检科白露受表彰", "质检科方面由白露受表彰", "焊工班全体职工参会"])
def test_the_same_name_or_none_holds(said: str) -> None:
    assert list(standin_problems(said, SOURCE)) == []
