from __future__ import annotations

import re

import pytest

from pipeline.documents.tasks.deadline_parts import COUNT, DAY, EVENT, MONTH, SPAN, YEAR


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        (YEAR + MONTH + DAY, "2031年6月30日", True),
        (YEAR + MONTH + DAY, "明年3月底", True),
        (YEAR + MONTH + DAY, "三月某天", False),
        (COUNT, "10个工作日内", True),
        (COUNT, "10个工作日", False),
        (SPAN, "两个月", True),
        (EVENT, "清明节", True),
        (EVENT, "第十一", False),
    ],
)
def test_the_parts_fit(pattern: str, text: str, fits: bool) -> None:
    assert (re.fullmatch(pattern, text) is not None) == fits
