"""One end of a span of years."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.year_spans import ends_a_span
from pipeline.generation.checking.reading.amounts import dates


@pytest.mark.parametrize(
    ("stated", "ends"),
    [("2023年", True), ("2027年", True), ("2025年", False), ("2027年前", False), ("2027年3月", False)],
)
def test_a_year_alone_may_be_one_end(stated: str, ends: bool) -> None:
    assert ends_a_span(dates(stated)[0], "规划(2023-2027)") is ends
