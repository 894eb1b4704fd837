"""A name put where the source has another: 英语组甲 where it says 英语组乙, without a post or a part beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.namelike import is_person
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_LEFT = 3
"""Characters before the name that statement and source share."""
_GROUP = compiled(r"[\u4e00-\u9fff]{2}[组班室科系村户民员师主队生]")
_ENDS = "(?=[、,。;()]|[和与及等为任]|$)"


def standin_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield each name of a folded clause that stands behind words behind which the source has another name.

    >>> source = Source("同意推荐数学组方程、英语组白露。", "")
    >>> [problem.text for problem in standin_problems("推荐数学组方程和英语组丁香", source)]
    ['丁香']
    """
    text, words = flat(without_titles(clause)), flat(without_titles(source.words))
    for place in range(_LEFT, len(text) - 1):
        left, name = text[place - _LEFT : place], text[place : place + 2]
        if not _GROUP.fullmatch(left) or left not in words or name in words or not is_person(name, posted=True):
            continue
        if not re.match(f"[\u4e00-\u9fff]{{2,3}}?{_ENDS}", text[place:]):
            continue
        others = [match[1] for match in re.finditer(rf"{left}([\u4e00-\u9fff]{{2,3}}?){_ENDS}", words)]
        if others and all(is_person(other, posted=True) and other not in text for other in others):
            yield Problem("person", name, f"出处中此处不是“{name}”，是“{others[0]}”")
