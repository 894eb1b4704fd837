"""Chinese numerals, dates and document numbers: from the wording to a value, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.minutes import Span
from pipeline.patterns import compiled

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "O": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7}
_DIGITS |= {"捌": 8, "玖": 9}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_SHORT_TENS = {"廿": "二十", "卅": "三十"}

CHINESE = "一二三四五六七八九十百零〇两廿卅"
"""The characters of a Chinese ordinal, for use inside a character class."""


def chinese_to_int(numeral: str) -> int | None:
    """Return the value of a numeral, Chinese or Arabic, or `None` where it is none.

    >>> chinese_to_int("二十一"), chinese_to_int("一百零三"), chinese_to_int("12"), chinese_to_int("二〇二〇")
    (21, 103, 12, 2020)
    """
    numeral = numeral.strip()
    if not numeral:
        return None
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    for short, full in _SHORT_TENS.items():
        numeral = numeral.replace(short, full)
    if all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _TENS:
            total += (digit or (1 if total == 0 else 0)) * _TENS[character]
            digit = 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            return None
    return total + digit


def circled_to_int(sign: str) -> int | None:
    """Return the value of a number in a circle up to 20, or `None` where a sign is none.

    >>> circled_to_int("③"), circled_to_int("三")
    (3, None)
    """
    return ord(sign) - ord("①") + 1 if len(sign) == 1 and "①" <= sign <= "⑳" else None


def int_to_chinese(value: int) -> str:
    """Return a whole number from 0 to 9999 as a Chinese ordinal.

    >>> int_to_chinese(4), int_to_chinese(12), int_to_chinese(103), int_to_chinese(50)
    ('四', '十二', '一百零三', '五十')
    """
    digits = "零一二三四五六七八九"
    if value == 0:
        return digits[0]
    parts = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            parts += digits[digit] + name
        elif parts and value and not parts.endswith(digits[0]):
            parts += digits[0]
    return parts.removeprefix("一") if parts.startswith("一十") else parts


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its place, its wording, and as much of year, month and day as the text gives."""

    span: Span
    text: str
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> str:
        """ISO as far as the text goes: `2017-05-24`, `2022-04`, `2022`, `--03-08`."""
        return iso_date(self.year, self.month, self.day)


def iso_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return a date in ISO form as far as it is known; a missing year is written as `-`.

    >>> iso_date(2017, 5, 24), iso_date(2022, 4), iso_date(None, 3, 8)
    ('2017-05-24', '2022-04', '--03-08')
    """
    parts = [f"{year:04d}" if year is not None else "-"]
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    return "-".join(parts)


_YEAR = r"(?P<year>\d{4}|[一二三四五六七八九〇○零OＯ]{4})"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3}|元|正)"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_DATES = compiled(
    rf"(?:{_YEAR}[ ]?年[ ]?)?{_MONTH}[ ]?月[ ]?{_DAY}[ ]?[日号]"
    rf"|{_YEAR.replace('year', 'year2')}[ ]?年[ ]?{_MONTH.replace('month', 'month2')}[ ]?月"
    rf"(?!{_DAY.replace('day', 'x')}[日号])"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)(?P<mark>[-./])(?P<month3>\d{1,2})(?P=mark)(?P<day3>\d{1,2})(?!\d)"
)


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates of a text in order: 2017年5月24日, 5月24日, 二〇二〇年三月七日, 2020-03-07, 2022年4月.

    >>> [date.iso for date in find_dates("二〇二〇年三月七日、5月24日和2022年4月")]
    ['2020-03-07', '--05-24', '2022-04']
    """
    for match in _DATES.finditer(text):
        parts = match.groupdict()
        year = chinese_to_int(parts["year"] or parts["year2"] or parts["year3"] or "")
        wording = parts["month"] or parts["month2"] or parts["month3"] or ""
        # 「二〇二二年元月」
        month = 1 if wording in ("元", "正") else chinese_to_int(wording)
        day = chinese_to_int(parts["day"] or parts["day3"] or "")
        if is_date(year, month, day):
            yield FoundDate(Span(*match.span()), match.group(), year, month, day)


def is_date(year: int | None, month: int | None, day: int | None) -> bool:
    """Tell whether the given parts can stand in a calendar (31 days for a month, 29 February without a year)."""
    if year is not None and not 1900 <= year <= 2200:
        return False
    try:
        datetime.date(2000 if year is None else year, month or 1, day or 1)
    except ValueError:
        return False
    return month is not None


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number (发文字号): the body's character (机关代字), the year, the running number."""

    body: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.body}〔{self.year}〕{self.number}号"


_NUMBERS = compiled(
    r"(?P<body>[\u4e00-\u9fff]{1,16})[ ]?[〔\[(【［（﹝](?P<year>\d{4})[年 ]{0,2}[〕\])】］）﹞][ ]?第"
    r"?[ ]?(?P<number>\d{1,5})[ ]?[号期]"
)


def find_document_numbers(text: str) -> Iterator[tuple[Span, DocumentNumber]]:
    """Yield every document number of a text with its place.

    >>> [str(number) for _, number in find_document_numbers("按某政办发[2019]12号执行")]
    ['按某政办发〔2019〕12号']
    """
    for match in _NUMBERS.finditer(text):
        yield (
            Span(*match.span()),
            DocumentNumber(match["body"], int(match["year"]), int(match["number"])),
        )


def parse_document_number(text: str) -> DocumentNumber | None:
    """Return a document number, whatever its brackets, or `None`.

    >>> parse_document_number("昆政纪[2017]4号") == parse_document_number("昆政纪〔2017〕 4 号")
    True
    """
    return next((number for _, number in find_document_numbers(text)), None)


def last_day(year: int, month: int) -> int:
    """Return the last day of a month."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day
