"""What a source denies is not granted, and may be denied in other words."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.denials import denial_problems
from pipeline.generation.checking.reading.source import Source


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("予以通报表扬,并发放奖金", "予以通报表扬,不另安排奖金", True),
        ("设立信息中心,相应增加编制", "设立信息中心,不增加人员编制", True),
        ("举办龙舟赛,并安排经费", "举办龙舟赛,不另列经费,由各队自理", True),
        ("予以通报表扬,没有奖金", "予以通报表扬,不另安排奖金", False),
        ("举办龙舟赛,经费由各队自理", "举办龙舟赛,不另列经费,由各队自理", False),
        ("去年的奖金本月发放", "去年的奖金本月发放;今年不再安排奖金", False),
    ],
    ids=["prize", "posts", "money", "denied too", "said otherwise", "another one"],
)
def test_what_is_denied(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(denial_problems(clause, Source(source, "")))) is flagged
