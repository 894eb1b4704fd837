"""Who does a thing is not who sees that it is done."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check

QUOTE = "拆除违建17处。\n责任单位：甲执法大队；督办单位：街道纪工委；时限：6月底前"


@pytest.mark.parametrize(
    "statement",
    ["违建17处由街道纪工委负责，甲执法大队督办。", "违建17处由街道纪工委负责，6月底前拆除。"],
)
def test_the_two_exchanged(statement: str) -> None:
    assert "part" in {problem.kind for problem in check(statement, [QUOTE])}


def test_each_in_its_part() -> None:
    assert check("违建17处由甲执法大队负责，街道纪工委督办，6月底前拆除。", [QUOTE]) == []
