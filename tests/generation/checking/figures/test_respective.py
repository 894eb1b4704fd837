"""Lists that answer to one another."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.respective import respective_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

QUOTE = "供电公司、燃气公司要分别于3月底前、4月15日前完成改移。费用由市级财政和乡镇财政按7：3的比例分担。"


@pytest.mark.parametrize(
    ("statement", "crossed"),
    [
        pytest.param("燃气公司3月底前完成改移。", True, id="date-of-the-other"),
        pytest.param("燃气公司4月15日前完成改移。", False, id="own-date"),
        pytest.param("乡镇财政承担七成。", True, id="share-of-the-other"),
        pytest.param("乡镇财政承担三成。", False, id="own-share"),
        pytest.param("供电公司3月底前、燃气公司4月15日前完成改移。", False, id="both"),
    ],
)
def test_each_has_its_own(statement: str, crossed: bool) -> None:
    assert bool(list(respective_problems(fold(statement), Source(QUOTE, "")))) == crossed
