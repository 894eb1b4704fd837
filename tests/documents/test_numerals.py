from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.numerals import (
    chinese_to_int,
    find_dates,
    find_document_numbers,
    int_to_chinese,
    is_date,
    iso_date,
    last_day,
    parse_document_number,
)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("四", 4),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百零三", 103),
        ("一百一十", 110),
        ("三百二十一", 321),
        ("两千零一", 2001),
        ("二〇二〇", 2020),
        ("○五", 5),
        ("37", 37),
        ("第三", None),
        ("", None),
        ("甲", None),
    ],
)
def test_numeral_has_its_value(numeral: str, value: int | None) -> None:
    assert chinese_to_int(numeral) == value


@given(st.integers(0, 9999))
def test_numerals_go_there_and_back(value: int) -> None:
    assert chinese_to_int(int_to_chinese(value)) == value


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2017年5月24日上午", ["2017-05-24"]),
        ("5月24日，某市长", ["--05-24"]),
        ("二〇二〇年三月七日", ["2020-03-07"]),
        ("二○一五年十二月二十八日", ["2015-12-28"]),
        ("截至2022年4月", ["2022-04"]),
        ("2021-03-08和2021.5.9、2021/6/1", ["2021-03-08", "2021-05-09", "2021-06-01"]),
        ("2月30日", []),
        ("13月1日", []),
        ("完成80%，增长4.5", []),
    ],
)
def test_dates_are_found(text: str, dates: list[str]) -> None:
    found = list(find_dates(text))
    assert [date.iso for date in found] == dates
    assert all(text[date.span.start : date.span.end] == date.text for date in found)


@pytest.mark.parametrize(
    "text",
    ["某政纪〔2017〕4号", "某政纪[2017]4号", "某政纪（2017）第4号", "某政纪【2017】 4 号", "某政纪〔2017〕4期"],
)
def test_document_number_whatever_its_brackets(text: str) -> None:
    assert str(parse_document_number(text)) == "某政纪〔2017〕4号"


def test_no_document_number() -> None:
    assert parse_document_number("2017年第4号") is None
    assert list(find_document_numbers("")) == []


def test_iso_and_calendar() -> None:
    assert iso_date(2022) == "2022"
    assert last_day(2024, 2) == 29
    assert last_day(2023, 12) == 31
    assert is_date(2023, 2, 28)
    assert not is_date(2023, 2, 29)
    assert not is_date(2023, None, None)
