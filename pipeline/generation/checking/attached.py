"""What a time limit belongs to: a clause that says little besides (并于6月底前办结) speaks of what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.generation.checking.amounts import dates
from pipeline.generation.checking.fold import clauses, pairs, without_titles
from pipeline.generation.checking.source import Problem, Segment, Source

_LITTLE = 6
"""Pairs of characters in a clause that says little besides its date."""


def attached_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the dates of thin clauses that a source gives to another matter than the one told before.

    >>> source = Source("甲厂按协议收回,6月30日前签订协议;乙厂约谈后仍不配合,由建设局走无偿收回程序,时限不作要求。", "")
    >>> told = "乙厂约谈后仍不配合,建设局将走无偿收回程序,并于6月30日前办结"
    >>> [problem.text for problem in attached_problems(told, source)]
    ['6月30日前']
    """
    for before, part in pairwise(clauses(without_titles(clause))):
        for date in dates(part):
            if not date.limit or not date.month or len(pairs(part.replace(date.text, ""))) > _LITTLE:
                continue
            month, day = date.month, date.day

            def holds(segment: Segment, month: int = month, day: int | None = day) -> bool:
                known = dates(without_titles(segment.text))
                return any(one.month == month and (not day or not one.day or one.day == day) for one in known)

            held = [segment for segment in source.clauses if holds(segment)]
            own = pairs(part.replace(date.text, ""))
            if not held or any(own & pairs(segment.text) or "|" in segment.text for segment in held):
                continue  # 5月1日前装好: what is done then stands beside the date
            if source.elsewhere(pairs(before), holds, lambda _: True) is not None:
                yield Problem("date", date.text, f"出处中这件事没有写明“{date.text}”")
