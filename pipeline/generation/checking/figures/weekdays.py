"""On which day of the week: 每周三 is no proof of 每周二."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_DAYS = compiled(
    "(?<![\\d一两二三四五六七八九十几上下半])(?:周|星期)(?P<days>[一二三四五六日天末](?:[、和及与至到](?:周|星期)?[一二三四五六日天末])*)(?![次期年边个岁])"
)
_SAME = {"天": "日"}


def weekday_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield each day of the week in a folded clause, where its source names others only.

    >>> source = Source("每周二、周四夜间巡查", "")
    >>> [problem.text for problem in weekday_problems("每周三夜间巡查", source)]
    ['周三']
    >>> list(weekday_problems("每周二和周四巡查", source))
    []
    """
    told = _days(flat(without_titles(clause)))
    known = set(_days(flat(source.text))) if told else set()
    for day in told:
        if known and day not in known:
            yield Problem("date", f"周{day}", f"出处中没有“周{day}”")


def _days(text: str) -> list[str]:
    """Return the days of the week that a text names, each by its last character."""
    found = [letter for match in _DAYS.finditer(text) for letter in match["days"] if letter not in "、和及与至到周星期"]
    return [_SAME.get(letter, letter) for letter in found]
