"""Numbers and dates as questions write them."""

from __future__ import annotations

import pytest

from pipeline.generation.understanding.naming import DATE
from pipeline.generation.understanding.written_dates import date_fits, iso_of, number_of


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("十二", 12), ("１２", 12), ("一百零三", 103), ("甲", None)])
def test_ordinals(text: str, value: int | None) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017年5月24日", "2017-05-24"),
        ("2017年5月", "2017-05"),
        ("二〇二〇年", "2020"),
        ("17年那次", "2017"),
        ("5月24日", "--05-24"),
        ("5.24总办会", "--05-24"),
        ("2017-05-24", "2017-05-24"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    match = DATE.search(text)
    assert match is not None
    assert iso_of(match) == iso


@pytest.mark.parametrize(
    ("date", "wanted", "fits"),
    [
        ("2017-05-24", "2017", True),
        ("2017-05-24", "--05-24", True),
        ("2017-05-24", "2018", False),
        (None, "2017", False),
    ],
)
def test_a_date_lies_within_another(date: str | None, wanted: str, fits: bool) -> None:
    assert date_fits(date, wanted) == fits
