"""Lists that answer to one another: 甲、乙分别于3月底、4月15日前完成 gives each its own figure and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.generation.checking.reading.amounts import amounts, dates
from pipeline.generation.checking.reading.fold import clauses, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_EACH = compiled("分别")
_SHARED = compiled(r"按照?(?=\d{1,2}:\d)")
_RATIO = compiled(r"(?P<one>\d{1,2}):(?P<other>\d{1,2})")
_ONLY_AGAINST = compiled("(?:同比|环比|较上年|比上年)?")
_TEN = 10
_JOINT = compiled("、|以及|[和及与]")
_ENDS = compiled("[要须应将拟需由在于按为的]+$")


def respective_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a folded clause gives one entry of a list what its source gives to another.

    >>> source = Source("供电公司、燃气公司要分别于3月底前、4月15日前完成改移", "")
    >>> [problem.text for problem in respective_problems("燃气公司3月底前完成改移", source)]
    ['3月底前']
    >>> list(respective_problems("燃气公司4月15日前完成改移", source))
    []
    """
    former = ""
    for part in clauses(without_titles(source.text)):
        match = _EACH.search(part) or _SHARED.search(part)
        before, former = former, part
        if match is None:
            continue
        named = part[: match.start()]
        if _ONLY_AGAINST.fullmatch(named):  # 事故23起、死亡19人,同比分别下降11.5%和17.4%
            named = re.sub(r"\d[\d.]*[\u4e00-\u9fff]", "", before)
        names = _JOINT.split(_ENDS.sub("", named))
        for facts in _facts(part[match.end() :]):
            if len(facts) == len(names) > 1 and len(set(facts)) == len(facts):
                yield from _crossed(clause, names, facts)


def _facts(text: str) -> Iterator[list[str]]:
    """Yield the dates of a text, then its amounts, each in their order."""
    if ratio := _RATIO.match(text):  # 市级财政和乡镇财政按7:3的比例分担
        scale = 10 if int(ratio["one"]) + int(ratio["other"]) == _TEN else 1
        yield [f"{scale * int(ratio[name])}%" for name in ("one", "other")]
    yield [f"{date.month}-{date.day}-{date.part}-{date.limit}" for date in dates(text)]
    yield [f"{amount.value}{amount.unit}" for amount in amounts(text)]


def _crossed(clause: str, names: Sequence[str], facts: Sequence[str]) -> Iterator[Problem]:
    """Yield what a clause gives to one entry, named in its piece or in one before, and which is another's."""
    said: list[int] = []
    for piece in [clause] if _EACH.search(clause) else re.split("[、,]", clause):
        own = pairs(piece)
        said = [index for index, name in enumerate(names) if _names(own, name, names)] or said
        stated = [(date.text, f"{date.month}-{date.day}-{date.part}-{date.limit}") for date in dates(piece)]
        stated += [(amount.text, f"{amount.value}{amount.unit}") for amount in amounts(piece)]
        for word, fact in stated:
            if len(said) == 1 and fact in facts and facts.index(fact) != said[0]:
                yield Problem("joined", word, f"出处中“{names[said[0]]}”的不是“{word}”")


def _names(own: set[str], name: str, names: Sequence[str]) -> bool:
    """Tell whether what tells an entry from the others of its list is among the pairs of a clause."""
    others = set[str]().union(*(pairs(other) for other in names if other != name))
    telling = pairs(name) - others
    return bool(telling) and len(telling & own) * 2 >= len(telling)
