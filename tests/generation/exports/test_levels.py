"""The numbers of headings by level."""

from __future__ import annotations

import pytest

from pipeline.generation.exports.levels import chinese_number, heading_of, point_label


@pytest.mark.parametrize(
    ("label", "before", "expected"),
    [
        pytest.param("三", [], (1, "三、停车"), id="Chinese"),
        pytest.param("12", [], (1, "十二、停车"), id="digits alone"),
        pytest.param("12", ["一", "11"], (2, "（十二）停车"), id="digits below a section"),
        pytest.param(None, ["一"], (1, "停车"), id="none"),
        pytest.param("A", [], (1, "A、停车"), id="letter"),
        pytest.param("2019", ["一"], (2, "（2019）停车"), id="a number too large"),
    ],
)
def test_the_number_is_the_documents_own_and_its_form_the_levels(
    label: str | None, before: list[str], expected: tuple[int, str]
) -> None:
    labels = [*before, label]
    assert heading_of(label, "停车", labels=labels, position=len(before)) == expected


@pytest.mark.parametrize(("label", "shown"), [("3", "3."), ("一", "（一）"), (None, ""), ("①", "①")])
def test_a_decision_stands_below_its_heading(label: str | None, shown: str) -> None:
    assert point_label(label) == shown


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (1000, "1000"), (110, "一百一十"), (201, "二百零一"), (300, "三百")]
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert chinese_number(number) == words
