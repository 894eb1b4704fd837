"""Who lets a thing pass."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.approvals import approval_problems
from pipeline.generation.checking.reading.source import Source

SOURCE = Source("方案由文旅局修改,报县长审签后印发;预算送财政局审核。整改报告报校党委审定后上报。", "")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("方案修改后报文旅局审签", "文旅局审签"),
        ("预算经审计局审核", "审计局审核"),
        ("方案报县长备案", "县长备案"),
    ],
)
def test_somebody_else_or_less_is_flagged(said: str, found: str) -> None:
    assert [problem.text for problem in approval_problems(said, SOURCE)] == [found]


@pytest.mark.parametrize(
    "said",
    ["方案经县长签批后印发", "预算经财政局复核", "整改报告经校党委审定后上报", "方案经会议审议", "报告由文旅局起草"],
)
def test_the_same_in_other_words_holds(said: str) -> None:
    assert list(approval_problems(said, SOURCE)) == []
