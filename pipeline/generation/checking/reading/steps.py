"""Reads numerals of several steps: 八万六千 is 86000, 3亿2000万 is 3.2亿, at the length at which they stand."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.documents.numerals import chinese_to_int
from pipeline.patterns import compiled

_MULTIPLES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# 八万六千元, 四十一起: a numeral in Chinese with more than one step, read whole
_COMPOUND = compiled(
    "(?<![〇零一二两三四五六七八九十百千万亿点第几数])[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*[十百千万亿]"
    "[〇零一二两三四五六七八九十百千万亿]*(?:点[〇零一二三四五六七八九]+)?(?![点余多几来月日号])(?!(?<=千)[瓦伏米克帕卡赫焦])"
)
_DIGITS = "〇一二三四五六七八九"
_TWO_STEPS = compiled(r"(?P<first>\d+(?:\.\d+)?)亿(?P<second>\d+(?:\.\d+)?)万(?!亿)")


def value_of(text: str) -> Decimal | None:
    """Return the value of a numeral, Arabic or Chinese, or `None`."""
    if text[0].isdigit():
        return Decimal(text)
    whole, _, part = text.partition("点")
    value = chinese_to_int("一" + whole if whole[0] in "百千" else whole)  # 百亿级, 千家: a bare 百 or 千
    digits = "".join(str("零一二三四五六七八九".find(letter.replace("〇", "零"))) for letter in part)
    return Decimal(f"{value}.{digits or 0}") if value is not None else None


def multiple_of(text: str | None) -> int:
    """Return what 万, 亿, 千万 and the like multiply by."""
    product = 1
    for letter in text or "":
        product *= _MULTIPLES[letter]
    return product


def _one_step(match: re.Match[str]) -> str:
    """Return 3亿2000万 as 3.2亿, at its length: noughts before it fill up what falls away."""
    worth = (Decimal(match["first"]) * 10**4 + Decimal(match["second"])).normalize()
    return f"{worth:f}万".rjust(len(match.group()), "0")


def _whole_number(match: re.Match[str]) -> str:
    """Return 四万一千二百 as 41200 with noughts before it, at its length; as it stands where it is no such numeral.

    >>> in_one_step("建筑面积四万一千二百平方米,事故四十一起")
    '建筑面积041200平方米,事故四十一起'
    """
    text, _, part = match.group().partition("点")
    worth, section, digit = 0, 0, 0
    for letter in text.replace("两", "二").replace("零", "〇"):
        if letter in _DIGITS:
            digit = _DIGITS.index(letter)
        elif letter in "十百千":
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[letter]
            digit = 0
        else:
            section += digit
            if letter == "万" and 0 < worth < _MULTIPLES["亿"]:  # 三万四千二百万: 34200 times 万
                worth = (worth + section) * _MULTIPLES[letter]
            else:
                worth += section * _MULTIPLES[letter]
            section = digit = 0
    worth += section + digit
    text = match.group()
    if sum(letter not in _DIGITS for letter in text) < 2:
        return text
    tenths = "".join(str(_DIGITS.index(letter)) for letter in part.replace("零", "〇"))
    exact = Decimal(f"{worth}.{tenths or 0}")
    told = [f"{(exact / size).normalize():f}{unit}" for size, unit in ((1, ""), (10**4, "万"), (10**8, "亿"))]
    return next((numeral.rjust(len(text), "0") for numeral in told if len(numeral) <= len(text)), text)


def in_one_step(folded: str) -> str:
    """Return a folded text with each numeral of several steps as one number; lengths stay.

    >>> in_one_step("补助八万六千元,投资3亿2000万元")
    '补助8.6万元,投资032000万元'
    """
    return _COMPOUND.sub(_whole_number, _TWO_STEPS.sub(_one_step, folded))
