"""The words that bound a number are read where they stand apart from it, and no other word is one."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.amounts import amounts


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("上限由30万元降至18万元", ["under", "under"]),
        ("由30万元降至18万元", ["exact", "exact"]),
        ("履约保证金300万元", ["exact"]),
        ("约300万元", ["near"]),
        ("按不高于每千瓦时0.72元", ["under"]),
        ("上限为每生每学期六百元", ["under"]),
    ],
)
def test_what_bounds_a_number(said: str, bounds: list[str]) -> None:
    assert [amount.bound for amount in amounts(said)] == bounds
