"""Who or what stands nearer: whether another unit, figure or duty is closer to what a clause says than its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.generation.checking.reading.parties import people
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.generation.checking.reread.placed import Clause, Placed
from pipeline.patterns import compiled

FAR = 60.0
"""Characters; farther is not told apart."""
NO_RIVAL = -99.0
_FIGURE = compiled(r"\d+(?:\.\d+)?")
CLASSES = {
    "duty": compiled(
        "牵头|配合|协助|会同|主办|承办|监督|督促|审核|审批|审定|备案|汇报|报告|主持|组织|落实|实施|负责|提出"
    ),
    "verdict": compiled(
        "不予?同意|原则(?:上)?同意|原则(?:上)?通过|同意|通过|批准|暂缓|缓议|再议|否决|听取|审议|研究|不予"
    ),
    "degree": compiled(
        "拟|建议|争取|力争|探索|原则|试点|试行|可以|鼓励|逐步|初步|必须|务必|一律|应当?|须|确保|全部|严禁|不得|禁止"
    ),
    "bound": compiled("约|左右|近|超过?|以上|以下|以内|不超过|不少于|至少|最多|不低于|不高于"),
    "time": compiled(
        r"\d{1,4}年|\d{1,2}月(?:\d{1,2}日)?|月?底|年底|季度末?|每[年月周季日]|\d+个?(?:工作日|天|日|月|年)[内前后]?|尽快|立即|长期"
    ),
    "part": compiled("其余|部分|其中|首批|分批|剩余|全部|所有|只|仅"),
    "condition": compiled("后|前|待|如|若|经|方可|除|外|前提|条件"),
}
NAMES = ("unit", "person", "figure", *CLASSES)


def nearness(one: Placed) -> dict[str, float]:
    """Return for each kind by how many characters a rival stands nearer, at worst over the clauses.

    Of 甲局牵头修路，乙局调运化肥 the clause 甲局调运化肥 has 乙局 nearer to its words than 甲局. The values are between
    -`FAR` and `FAR`; `NO_RIVAL` where nothing of the kind is told or nothing else could be meant.
    """
    known = {
        "unit": sorted({*units(one.text), *units(one.told)}, key=len, reverse=True),
        "person": sorted({name for readings in people(one.told) for name in readings}, key=len, reverse=True),
    }
    worst = dict.fromkeys(NAMES, NO_RIVAL)
    for clause in one.clauses:
        for kind in NAMES:
            own, others = _told(kind, clause, known)
            worst[kind] = max([worst[kind], *(_behind(name, clause, others) for name in own)])
    return worst


def _told(kind: str, clause: Clause, known: dict[str, list[str]]) -> tuple[set[str], set[str]]:
    """Return what of a kind a clause tells, and what else its part holds."""
    if kind in known:
        own = {name for name in known[kind] if name in clause.text}
        there = {name for name in known[kind] if name in clause.part}
        return own, {other for other in there if not any(other in name or name in other for name in own)}
    pattern = _FIGURE if kind == "figure" else CLASSES[kind]
    own = set(pattern.findall(clause.text))
    return own, set(pattern.findall(clause.part)) - own


def _behind(name: str, clause: Clause, others: Iterable[str]) -> float:
    """Return how much farther a name stands from what is said of it than the nearest of the others."""
    rest = [word for word in clause.held if word not in name and name not in word]
    if not rest:
        return NO_RIVAL
    own = _distance(name, rest, clause.part)
    known = [distance for other in others if (distance := _distance(other, rest, clause.part)) is not None]
    if own is None:
        return FAR
    return max(-FAR, min(FAR, own - min(known))) if known else NO_RIVAL


def _distance(name: str, rest: Sequence[str], part: str) -> float | None:
    """Return how far, on average, the nearest of each word stands from a name; `None` where either is not there."""
    places = [[match.start() for match in re.finditer(re.escape(word), part)] for word in rest]
    starts = [match.start() for match in re.finditer(re.escape(name), part)]
    means = [sum(min(abs(at - start) for at in each) for each in places) / len(places) for start in starts]
    return min(means, default=None)
