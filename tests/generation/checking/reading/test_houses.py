"""A department said with its house, and a house by its kind alone."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.houses import department_of, done_by, is_bare, unit_of


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("由区交通局船务科修缮渡口护栏。", True),
        ("由区水利局船务科修缮渡口护栏。", False),
        ("护栏6月底前于局门口公示。", True),
        ("修缮渡口护栏归船务科办。", True),
        ("修缮渡口护栏归安监科办。", False),
    ],
)
def test_a_department_and_its_house(said: str, holds: bool) -> None:
    quotes = ["由船务科修缮渡口护栏，护栏6月底前在局门口公示。"]
    assert (check(said, quotes, context="青禾区交通局局长办公会纪要") == []) is holds


def test_what_a_run_ends_with() -> None:
    assert department_of("由区交通局船务科", "船务科负责", "青禾区交通局纪要") == "船务科"
    assert department_of("由船务科", "船务科负责", "青禾区交通局纪要") is None
    assert is_bare("6月底前于局") and not is_bare("由交通局")
    assert done_by("归船务科办", "船务科") and not done_by("报区委办", "报区委")
    assert unit_of("区交通局局长方禾", "方禾") == {"区交通局"}
