"""What a time limit belongs to: a clause that says little besides (并于6月底前办结) speaks of what stands before it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.amounts import Date, dates
from pipeline.generation.checking.reading.fold import clauses, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.patterns import compiled

_LITTLE, _MUCH = 6, 6
"""Pairs of characters in a clause that says little besides its date, and of content that another sentence has."""
_OF_ALL = compiled("以上|上述|下列|以下|各项|均|全部|时限|期限|时间|:$")
_LIMIT = compiled("^[(]?(?:完成|办结)?时[限间]:")  # of the whole line
_SHORT = 8
"""Pairs of characters of a sentence that says little besides its date: 自7月1日起执行."""


def attached_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the dates that a source gives to another matter than the one told before them, or with them.

    >>> source = Source("甲厂按协议收回,6月30日前签订协议;乙厂约谈后仍不配合,由建设局走无偿收回程序,时限不作要求。", "")
    >>> told = "乙厂约谈后仍不配合,建设局将走无偿收回程序,并于6月30日前办结"
    >>> [problem.text for problem in attached_problems(told, source)]
    ['6月30日前']
    """
    before = ""
    for part in clauses(without_titles(clause)):
        for date in dates(part):
            own = pairs(part.replace(date.text, ""))
            if date.month and _is_of_another(date, own, before, source):
                yield Problem("date", date.text, f"出处中这件事没有写明“{date.text}”")
        before = part


def _says_little(text: str) -> bool:
    """Tell whether a text says little, or nothing besides its date at the end of brackets: (甲科;12月15日前)."""
    if len(pairs(text)) < _LITTLE:
        return True
    for date in dates(text) if text.endswith(")") else ():
        text = text.replace(date.text, "")
    return not pairs(text)


def _is_of_another(date: Date, own: set[str], before: str, source: Source) -> bool:
    """Tell whether a source has a date only where it speaks of something else than a clause does."""

    def holds(segment: Segment) -> bool:
        known = dates(without_titles(segment.text))
        return any((one.month, one.day, one.part) == (date.month, date.day, date.part) for one in known)

    held = [segment for segment in source.clauses if holds(segment)]
    if not held or any("|" in segment.text for segment in held):
        return False
    if len(own) <= _LITTLE and before:
        # 5月1日前装好: what is done then stands beside the date
        beside = any(
            own & pairs(segment.text) or _says_little(segment.text) or _LIMIT.search(segment.text) for segment in held
        )
        return not beside and source.elsewhere(pairs(before), holds, lambda _: True) is not None
    told = [segment for segment in source.segments if holds(segment)]
    for segment in told:
        rest = pairs(segment.text.replace(date.text, ""))
        if _OF_ALL.search(segment.text) or len(rest) < _LITTLE or len(own & rest) > (len(rest) > _SHORT):
            return False
    return any(len(own & pairs(segment.text)) >= _MUCH for segment in source.segments if not holds(segment))
