"""Amounts, dates and document numbers of folded texts."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.amounts import amounts, dates, document_numbers
from pipeline.generation.checking.reading.fold import fold


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("投资27亿元", [("2700000000", "元", "exact")]),
        ("投资27万元", [("270000", "元", "exact")]),
        ("投资18亿美元", [("1800000000", "美元", "exact")]),
        ("超81亿元", [("8100000000", "元", "over")]),
        ("81亿元以上", [("8100000000", "元", "over")]),
        ("140多家", [("140", "家", "over")]),
        ("百余家", [("100", "家", "over")]),
        ("近千亿元", [("100000000000", "元", "near")]),
        ("不少于3天", [("3", "天", "over")]),
        ("30日以内", [("30", "天", "under")]),
        ("不超过五人", [("5", "人", "under")]),
        ("1-2个", [("1", "个", "range"), ("2", "个", "range")]),
        ("第四次", [("4", "次", "ordinal")]),
        ("百分之七点五", [("7.5", "%", "exact")]),
        ("提高0.5个百分点", [("0.5", "百分点", "exact")]),
        ("12项", [("12", "个", "exact")]),
        ("二十一名", [("21", "人", "exact")]),
        ("一千二百万元", [("12000000", "元", "exact")]),
        ("亿元以上项目", [("100000000", "元", "over")]),
        ("进一步统一思想,十分重要,一方面", []),
        ("2021年3月8日", []),
        ("甲政纪〔2021〕3号", []),
    ],
)
def test_amounts(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(str(entry.value), entry.unit, entry.bound) for entry in amounts(fold(text))] == found


def test_one_of_a_kind_is_as_often_an_article() -> None:
    (article,), (number,) = amounts("建立一个平台"), amounts("建立两个平台")
    assert (article.loose, number.loose) == (True, False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021年3月8日", (2021, 3, 8, "", "")),
        ("二〇二一年三月八日", (2021, 3, 8, "", "")),
        ("3月8日", (None, 3, 8, "", "")),
        ("十二月三十一日", (None, 12, 31, "", "")),
        ("6月底前", (None, 6, None, "底", "前")),
        ("6月末以前", (None, 6, None, "底", "前")),
        ("6月下旬", (None, 6, None, "下旬", "")),
        ("2021年度", (2021, None, None, "", "")),
        ("2021年底", (2021, 12, None, "底", "")),
        ("2021-03-08", (2021, 3, 8, "", "")),
        ("2021-03", (2021, 3, None, "", "")),
    ],
)
def test_dates(text: str, found: tuple[int | None, int | None, int | None, str, str]) -> None:
    (date,) = dates(text)
    assert (date.year, date.month, date.day, date.part, date.limit) == found


def test_months_that_are_a_span_are_no_date() -> None:
    assert dates("用了3个月") == []


def test_document_numbers_in_any_brackets() -> None:
    forms = ("甲政纪〔2021〕3号", "甲政纪[2021]第3号", "甲政纪（2021）3号")
    assert {tuple(document_numbers(fold(form))) for form in forms} == {(("甲政纪", 2021, 3),)}
