from __future__ import annotations

import pytest

from pipeline.documents.readers.ordinals import ordinal


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", ["1", "4", "10", "21", "103"]),
        ("chineseCounting", ["一", "四", "十", "二十一", "一百零三"]),
        ("japaneseCounting", ["一", "四", "十", "二十一", "一百零三"]),
        ("ideographDigital", ["一", "四", "一〇", "二一", "一〇三"]),
        ("chineseLegalSimplified", ["壹", "肆", "壹拾", "贰拾壹", "壹佰零叁"]),
        ("ideographTraditional", ["甲", "丁", "癸", "21", "103"]),
        ("ideographZodiac", ["子", "卯", "酉", "21", "103"]),
        ("decimalEnclosedCircleChinese", ["①", "④", "⑩", "21", "103"]),
        ("decimalEnclosedParen", ["⑴", "⑷", "⑽", "21", "103"]),
        ("ideographEnclosedCircle", ["㊀", "㊃", "㊉", "21", "103"]),
        ("decimalFullWidth", ["１", "４", "１０", "２１", "１０３"]),
        ("decimalZero", ["01", "04", "10", "21", "103"]),
        ("upperRoman", ["I", "IV", "X", "XXI", "CIII"]),
        ("lowerLetter", ["a", "d", "j", "u", "yyyy"]),
        ("hindiVowels", ["1", "4", "10", "21", "103"]),
    ],
)
def test_ways_of_writing(style: str, expected: list[str]) -> None:
    assert [ordinal(number, style) for number in (1, 4, 10, 21, 103)] == expected


def test_a_way_of_the_lists_own() -> None:
    assert ordinal(7, "custom", model="001, 002, 003, ...") == "007"


@pytest.mark.parametrize("number", [0, -1, 10_000, 999_999_999])
def test_numbers_without_a_sign_stay_short(number: int) -> None:
    assert ordinal(number, "upperRoman") == str(number)
