"""Who lets a thing pass, and how: 报市长审签 is neither 经司法局审签 nor 报市长备案."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.duties.units import same_unit
from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_ACTS: dict[str, str] = {
    **dict.fromkeys(("审签", "签批", "签发", "批准", "审批", "核准", "同意", "审定", "批复"), "批准"),
    **dict.fromkeys(("审核", "审查", "复核", "把关", "审阅", "初审"), "审核"),
    "备案": "备案",
    **dict.fromkeys(("审议", "研究", "讨论"), "审议"),
}
_PASSES = compiled(
    r"(?:须?经(?![济费营过])|报(?!告)请?|送(?!达)|提交|提请|呈)"
    rf"(?P<who>[\u4e00-\u9fff]{{2,16}}?)(?P<act>{'|'.join(_ACTS)})(?!意见|稿|会)"
)
_NOBODY = compiled(
    "会议$|会$|程序|规定|研究|依法|集体|公开|审[议批核定查]|批|修改|完善|充分|有关|相关|论证|评估|上级|主管"
)


def approval_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield who lets a thing pass in a folded clause, where its source has somebody else do so, or them do less.

    >>> source = Source("请市住建局作进一步修改,报市长审签后印发。", "")
    >>> [problem.text for problem in approval_problems("修改后经市司法局审签后印发", source)]
    ['市司法局审签']
    >>> [problem.text for problem in approval_problems("修改后报市长备案", source)]
    ['市长备案']
    """
    told = [(match["who"], match["act"]) for match in _PASSES.finditer(flat(without_titles(source.text)))]
    for match in _PASSES.finditer(flat(without_titles(clause))):
        who, act = match["who"], match["act"]
        if _NOBODY.search(who) or not told:
            continue
        own = [other for other in told if _ACTS[other[1]] == _ACTS[act]]
        if any(_same(who, other) for other, _ in own):
            continue
        theirs = own or [other for other in told if _same(who, other[0])]
        if theirs and not any(_NOBODY.search(other) for other, _ in theirs):
            stands = "".join(theirs[0])
            yield Problem("part", f"{who}{act}", f"出处中是“{stands}”，不是“{who}{act}”")


def _same(who: str, other: str) -> bool:
    """Tell whether two wordings name the same: one holds the other, post before or behind, or names of one unit."""
    return who in other or other in who or sorted(who) == sorted(other) or same_unit(who, other)
