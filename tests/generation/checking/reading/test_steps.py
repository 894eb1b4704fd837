"""Numerals of several steps, read whole and at their length."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.steps import in_one_step


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("建筑面积四万一千二百平方米", ["41200"]),
        ("补助八万六千元", ["86000"]),
        ("十类三十二项", ["10", "32"]),
        ("事故四十一起", ["41"]),
        ("超3亿2000万元", ["320000000"]),
        ("两百万元", ["2000000"]),
    ],
)
def test_numerals(text: str, values: list[str]) -> None:
    assert [str(entry.value) for entry in amounts(text)] == values
    assert len(in_one_step(text)) == len(text)


def test_the_bound_before_a_numeral_of_steps_is_kept() -> None:
    assert [entry.bound for entry in amounts("超3亿2000万元")] == ["over"]
