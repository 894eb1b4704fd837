"""Who does a thing and who sees that it is done: 责任单位甲局、督办单位乙局 is no proof that 乙局 does it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.offices import names_unit
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_SEES = "督办|督促|督导|监督|审核|审查|把关|验收|检查"
_KIND = "(?:单位|部门|科室|处室|领导|人)"
_NAMES = "(?P<names>[^,。;:()\n]{2,40})"
_DUTY = compiled("负责|牵头|配合|协助")
_DOING = compiled(rf"(?:责任|承办|主办|实施|牵头){_KIND}(?:\([^()]*\))?:{_NAMES}")
_SEEING = compiled(rf"(?:{_SEES}){_KIND}(?:\([^()]*\))?:{_NAMES}")
_DOES_SO = compiled(
    r"(?:^|(?<=[,。;:)由]))(?P<names>[\u4e00-\u9fff、]{2,40}?)负责(?:[\u4e00-\u9fff]{2,8})?(?=$|[,。;(])"
)
_SEES_SO = compiled(rf"(?:^|(?<=[,。;:)由]))(?P<names>[\u4e00-\u9fff、]{{2,40}}?)(?:来)?(?:{_SEES})(?=$|[,。;(])")


def oversight_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield each unit of a folded clause that does what its source has it oversee, or oversees what it is to do.

    >>> source = Source("整改限期完成,责任单位:甲水厂,督办单位:安全部。", "")
    >>> [problem.text for problem in oversight_problems("整改由安全部负责,甲水厂督办", source)]
    ['安全部', '甲水厂']
    >>> list(oversight_problems("整改由甲水厂负责,安全部督办", source))
    []
    """
    text = flat(without_titles(clause))
    does, sees = _listed(text, _DOES_SO), _listed(text, _SEES_SO)
    if not does and not sees:
        return
    words = without_titles(source.text)
    doing = _listed(words, _DOING) + _listed(words, _DOES_SO)
    seeing = _listed(words, _SEEING) + _listed(words, _SEES_SO)
    if not doing or not seeing:
        return
    for names, own, others, what in ((does, doing, seeing, "负责"), (sees, seeing, doing, "监督")):
        for name in names:
            if not _among(name, own) and _among(name, others):
                yield Problem("part", name, f"出处中“{name}”不是{what}的")


def _listed(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Return the names that a pattern lists in a text."""
    return [
        name
        for match in pattern.finditer(text)
        for name in re.split("[、和与及]", match["names"].rpartition("由")[2])
        if len(name) > 1 and not _DUTY.search(name)
    ]


def _among(name: str, others: list[str]) -> bool:
    """Tell whether a name is one of others, under any of its forms."""
    return any(
        name in other or other in name or (units(name) and names_unit(other, name)) or names_unit(name, other)
        for other in others
    )
