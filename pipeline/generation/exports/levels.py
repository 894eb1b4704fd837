"""The numbers of headings by level, as GB/T 9704 orders them: 一、 （一） 1. （1）."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.patterns import compiled

_CHINESE = compiled(r"[一二三四五六七八九十百]+")
_CIRCLED = compiled(r"[①-⑳㈠-㈩⑴-⒇]")
_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Return a whole number from 1 to 999 as it is written in headings.

    >>> [chinese_number(number) for number in (3, 10, 12, 20, 105, 132)]
    ['三', '十', '十二', '二十', '一百零五', '一百三十二']
    """
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{'' if tens == 1 and not hundreds else _DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def heading_of(label: str | None, title: str, *, labels: Sequence[str | None], position: int) -> tuple[int, str]:
    """Return the level of an entry and its heading: the number is the document's own, its form that of the level.

    Entries 1. 2. below entries 一、 二、 are a level lower.

    >>> labels = ["一", "1", "2", "二"]
    >>> [heading_of(label, "整改", labels=labels, position=place) for place, label in enumerate(labels)]
    [(1, '一、整改'), (2, '（一）整改'), (2, '（二）整改'), (1, '二、整改')]
    """
    if label is None:
        return 1, title
    if _CHINESE.fullmatch(label):
        return 1, f"{label}、{title}"
    under = any(other and _CHINESE.fullmatch(other) for other in labels[:position])
    number = chinese_number(int(label)) if label.isdecimal() and len(label) < 4 else label
    return (2, f"（{number}）{title}") if under else (1, f"{number}、{title}")


def point_label(label: str | None) -> str:
    """Return the number before a decision, below its heading.

    >>> point_label("1"), point_label("二"), point_label("③"), point_label(None)
    ('1.', '（二）', '③', '')
    """
    if label is None:
        return ""
    if _CIRCLED.fullmatch(label):
        return label
    return f"{label}." if label.isdecimal() else f"（{label}）"
