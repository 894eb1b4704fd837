"""Numbers and dates as a question writes them: 第十二次, 17年, 二〇二〇年三月, 5月24日."""

from __future__ import annotations

import re

from pipeline.documents.numerals import chinese_to_int

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
DIGITS = "〇一二三四五六七八九"


def number_of(text: str) -> int | None:
    """Return the value of a Chinese or Arabic ordinal, or `None`."""
    return chinese_to_int(text.translate(FULL_WIDTH))


def date_fits(date: str | None, wanted: str) -> bool:
    """Tell whether a date, ISO as far as known, is the one wanted or lies within it.

    >>> date_fits("2017-05-24", "--05"), date_fits("--05-24", "--05"), date_fits("2017-05-24", "2017-06")
    (True, True, False)
    """
    if date is None:
        return False
    if wanted.startswith("--"):
        return (date[2:] if date.startswith("--") else date[5:]).startswith(wanted[2:])
    return date.startswith(wanted)


def iso_of(match: re.Match[str]) -> str | None:
    """Return the ISO form of a date as far as it goes: 2017-05-24, 2017-05, 2017, --05-24."""
    if match["year"] is None:
        month = number_of(match["month_only"] or match["month_dotted"])
        day = number_of(match["day_only"] or match["day_dotted"] or "0")
        if not month or month > 12:
            return None
        return f"--{month:02d}-{day:02d}" if day else f"--{month:02d}"
    year = (
        match["year"].translate(FULL_WIDTH)
        if match["year"].isdigit()
        else "".join(str(DIGITS.index(digit)) for digit in _zero(match["year"]))
    )
    year = f"20{year}" if len(year) == 2 else year  # 17年5月那次
    parts = [year]
    for name in ("month", "day"):
        value = number_of(match[name]) if match[name] else None
        if value is None:
            break
        parts.append(f"{value:02d}")
    return "-".join(parts)


def _zero(year: str) -> str:
    return re.sub("[零○ＯO]", "〇", year)
