"""What gives way to another: the value, the unit or the person that a sentence tells as the one before a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.evidence import THOUSANDS
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Set

VALUE = compiled(
    r"(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底|初|[上中下]旬)|[0-9]{1,2}:[0-9]{2}"
    r"|(?<![0-9.第])[0-9]+(?:\.[0-9]+)?[百千万亿]*(?:元|平方米|公里|米|亩|吨|户|人|名|家|个(?!月)|套|台|辆|座|处|条|项|栋|间|所|%|年(?![0-9底初末度])|个月|天)"
)
"""A day, a time of the day, or a figure with what it counts."""
BECAME = (
    r"(?:调[整高低减增]?|改|压[减缩]|缩[减短]|削减|降低?|[上下]调|减少?|提高|提升|增加?|延长?|推迟|推后|提前|顺延|延期|放宽|变更|更改|上移|扩大?|加大)"
    r"[到至为成由]"
)
CHANGE = compiled(rf"(?P<before>[^。；;\n]{{2,90}}?){BECAME}(?P<after>[^，,。；;\n]{{1,30}})")
"""A clause that tells what became of a value told before it: 由20万元调整为15万元, 原定6月底，顺延至8月10日."""
OF_OLD = compiled(r"原|此前|先前|上次|[由从]|拟|曾|要求|确定|议定|定[的于在为]|[0-9]次")
"""What says of a value that it was the one before."""
WAY = compiled(r"(?P<way>(?!采用|采取|使用|实行)[一-鿿]{2})(?P<of>方式|模式|工艺|线路|路线|地块|片区|校区|方案(?!由))")
"""A way or a site by its name: 架空方式, 东湾地块."""
NO_LONGER = compiled(
    r"(?P<before>[^，,。；;\n]{2,24}?)(?:同志|科室|部门)?(?:即日起|今后|以后)?不再(?:是|由|为)?(?:负责|担任|牵头|兼任|分管|承担|协调|执行|使用|采用|适用|作为)"
)
"""甲同志不再负责: who, or what, was there before."""
NO_LONGER_USED = compiled(r"不再(?:使用|采用|执行|适用|由)(?P<before>[^，,。；;\n]{2,24})")

_DUTY = "分工|工作分工|岗位|职务|职责"
_LEAVES = (
    rf"(?:已|因|近期|现|另)?(?:调[往离任走]|离任|退休|辞职|外出|因病|住院|挂职|(?:{_DUTY})(?:已|有|作)?(?:了|所)?(?:调整|变动|变更)"
    r"|工作(?:变动|调动|调整)|承担|借调|抽调|学习|休假|培训)"
)
LEFT = compiled(
    r"[由从](?P<name>[一-鿿]{2,3}?)(?:同志)?(?:调整|变更|更换|改|换)(?:为|成|由)|(?:^|[，,。；;、])(?P<other>[一-鿿]{2,3}?)(?:同志)?不再(?:负责|担任|牵头|兼任|分管|协调)"
    rf"|(?:因|鉴于|考虑到|由于)(?:[^，,。；;]{{0,6}}(?:长|主任|书记|经理))?(?P<gone>[一-鿿]{{2,3}}?)(?:同志)?{_LEAVES}[^。；;]{{0,36}}?(?:改由|接任|接替|由)"
    r"|(?:^|[，,。；;、)])(?P<away>[一-鿿]{2,3}?)(?:同志)?(?:在)?[^，,。；;]{0,6}(?:学习|培训|休假|病休|挂职|借调|驻村|外出|住院)期间(?!的)[^。；;]{0,24}?(?:改由|暂由|由|交由)"
)
"""总协调人由甲改为乙, 甲同志不再负责, 因甲已调往某局，由乙接任, 因甲工作分工调整，改由乙牵头, 甲学习期间，由乙负责."""
_MAY_CHANGE = compiled(r"[改换替压缩削降减增提放扩加变上下推延]|不再|顺延|调|离任|退休|辞职|外出|因病|住院|挂职")
"""One of these stands in all that tells of a change."""


def may_change(text: str) -> bool:
    """Tell whether a text may tell of a change at all; cheap, for many texts."""
    return _MAY_CHANGE.search(text) is not None


def values(text: str) -> set[str]:
    """Return the days, times, figures and units that a text names.

    >>> sorted(values("6月底前由市水务局补助20万元"))
    ['20万元', '6月底', '市水务局']
    """
    return {match.group() for match in VALUE.finditer(plainly(text))} | {unit for _, unit in find_units(text)}


def gives_way(wording: str, taken: Set[str]) -> bool:
    """Tell whether a plain sentence tells one of some values, units or people as what was before a change.

    >>> gives_way("补助由20万元调整为15万元", {"20万元"}), gives_way("补助由20万元调整为15万元", {"15万元"})
    (True, False)
    >>> gives_way("改由葛同牵头，柳岸同志不再负责", {"柳岸"})
    True
    """
    if any(_gave_way(change, taken) for change in CHANGE.finditer(wording)):
        return True
    dropped = [*NO_LONGER.finditer(wording), *NO_LONGER_USED.finditer(wording)]
    return any(value in match["before"] for match in dropped for value in taken)


def who_left(wording: str) -> set[str]:
    """Return the people in whose place a plain sentence puts others.

    >>> who_left("总协调人由许岸同志改为苗青"), who_left("改由苗青协调，许岸同志不再负责")
    ({'许岸'}, {'许岸'})
    """
    names = (match["name"] or match["other"] or match["gone"] or match["away"] for match in LEFT.finditer(wording))
    return {name for name in names if is_name(name)}


def plainly(text: str) -> str:
    """Return a text folded, its figures without commas."""
    return fold(THOUSANDS.sub("", text))


def _gave_way(change: re.Match[str], taken: Set[str]) -> bool:
    """Tell whether a value taken for what holds is told as the one before a change, to another of its kind."""
    before, after = change["before"], change["after"]
    for value in taken:
        at = before.find(value)
        if at < 0 or value in after or not OF_OLD.search(before[:at]):
            continue
        if VALUE.fullmatch(value) is None:
            return True
        new = VALUE.search(after)
        if new is not None and _kind(value) == _kind(new.group()):
            return True
    return False


def _kind(value: str) -> str:
    return "day" if "月" in value and "个月" not in value else value.lstrip("0123456789.百千万亿")


def other_way(wording: str, taken: str) -> bool:
    """Tell whether a plain sentence tells a way, a site or a plan that a text names as what was before a change.

    >>> other_way("上次会议确定采用架空方式，会议同意改为入地方式", "线路走架空，多花多少")
    True
    >>> other_way("上次会议确定采用架空方式，会议同意改为入地方式", "线路入地，多花多少")
    False
    """
    for change in CHANGE.finditer(wording):
        if not OF_OLD.search(change["before"]):
            continue
        now = WAY.search(change["after"])
        former = [one for one in WAY.finditer(change["before"]) if now and one["of"] == now["of"]]
        if now and former and former[-1]["way"] in taken and now["way"] not in taken:
            return True
    return False
