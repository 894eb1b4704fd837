"""One end of a span of years that a text gives without 年: 2027年 of 规划(2023-2027)."""

from __future__ import annotations

from pipeline.generation.checking.reading.amounts import Date
from pipeline.patterns import compiled

_YEARS = compiled(r"(?<!\d)(?P<first>(?:19|20)\d\d)年?[-至到](?P<last>(?:19|20)\d\d)(?!\d)")


def ends_a_span(date: Date, words: str) -> bool:
    """Tell whether a year alone is one end of a span that a text gives without 年: 规划(2023-2027).

    >>> ends_a_span(Date(2027, None, None, "", "", "2027年", 0), "规划(2023-2027)")
    True
    """
    alone = date.year is not None and date.month is None and not date.limit
    return alone and any(str(date.year) in (span["first"], span["last"]) for span in _YEARS.finditer(words))
