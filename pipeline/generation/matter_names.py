"""What a matter is called from one meeting to the next, and whether two names are of one matter."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.documents.duties.units import find_units
from pipeline.generation.columns import one_line
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

_TITLED = compiled(r"《[^《》]{4,60}》")
# What goes around the name of a matter from meeting to meeting: 关于…的请示, …（试行）, …实施细则.
_BEFORE = compiled(r"^(?:关于|研究|审议|讨论|听取)+")
_AFTER = compiled(
    r"(?:[（(](?:试行|暂行|草案|送审稿|修[订改]稿?|讨论稿|审议稿|征求意见稿|修订草案|\d{4}年修订"
    r"|(?:再次|二次|重新|继续|第[二三]次|续)(?:审议|研究|上会|提交)?|[二三复再续][审议]|复议)[）)])|(?:的(?:请示|汇报|报告|议案|说明|通知|决定|情况))+$|情况(?:汇报|说明)?$|等?(?:有关|相关)(?:事宜|问题|事项|工作)$|等?(?:事宜|事项)$"
)
_YEAR = compiled(r"(?:19|20)\d{2}")
_YEARS = compiled(r"[（(]?(?:19|20)\d{2}(?:[—–\-至](?:19|20)?\d{2,4})?年?度?[）)]?")
# What the titles of many matters share.
_GENERAL = compiled(
    r"工程|项目|建设|方案|实施|管理|办法|改造|工作|行动|计划|整治|整改|问题|情况|有关|调整|推进|资金|安排|三年|进展|筹备|规划|意见|提升|落实|推广|全市|全县|全区"
    r"|安全生产|会议精神|电视电话|绩效考核"
)
WORKS = "厂|站|馆|桥|路|园|场|库|渠|房|楼"
"""How the names of what is built end."""
_WORK = compiled(rf"(?:{WORKS})$")
_ACT = compiled(r"[扩迁新重复]建|搬迁|改造|加固|大修|拆除|征[迁收]|招租|出让|收储")
"""What is done to a work or with a body's house: to share its name and that is to be one matter."""
_NO_HAN = compiled(r"[^\u4e00-\u9fff]")
_OWN, _HALF = 5, 0.5
"""Characters that two titles must share besides what is general; one less where they are half of the shorter one."""
_PIECE = _OWN - 1
_NAMED = 3
"""Characters of a name of a work that is enough where the same is done to it: 杨柳路."""
ONE_NAME, HELD = 3.0, 1.0
"""How alike two equal names are; from where on one holds the other, and below which they share what is their own."""
LONG = 6
"""Characters that the name of a matter must have to be looked for in running text."""
# What every meeting has: no matter that returns.
_ROUTINE = compiled(
    r"^(?:有关|近期|其他|其它)?(?:干部|人事|任免|重要讲话|会议精神|安全生产工作|议定事项|其他事项|上次会议)"
)


def matter_name(title: str) -> str:
    """Return what a title calls the matter, whatever goes around it from one meeting to the next.

    >>> matter_name("《关于优化土地供给方式的实施意见（试行）》"), matter_name("关于旧城改造情况的汇报")
    ('优化土地供给方式的实施意见', '旧城改造')
    """
    quoted = _TITLED.findall(title)
    name = quoted[0].strip("《》") if len(quoted) == 1 and len(quoted[0]) >= len(title) // 2 else title.strip("《》")
    name = _BEFORE.sub("", name.strip())
    former = None
    while former != name:
        former, name = name, _AFTER.sub("", name).strip()
    return fold(name.removesuffix("的"))


@lru_cache(maxsize=65_536)
def lasting_name(title: str) -> str:
    """Return the name by which a matter is followed through the meetings; empty for what every meeting has.

    >>> lasting_name("《城区停车管理办法（试行）》"), lasting_name("干部任免事项")
    ('城区停车管理办法', '')
    """
    name = matter_name(one_line(title))
    return name if len(name) >= LONG and not _ROUTINE.match(name) else ""


def same_matter(one: str, other: str) -> bool:
    """Tell whether two names are one matter: equal, or one holds the other (办法, 办法实施细则)."""
    short, long = sorted((one, other), key=len)
    return len(short) >= LONG and short in long


def goes_on(one: str, other: str, *, place: str = "") -> bool:
    """Tell whether two names are of one matter, or share the name of a work, a paper or an event that is its own.

    Args:
        one: the name of a matter, as `matter_name` gives it.
        other: that of another one of the same place.
        place: the place whose bodies deal with both; to share its name says nothing.

    >>> goes_on("第六届某山冰雪节", "某山冰雪节筹备调整"), goes_on("标准厂房租金减免政策", "标准厂房租金减免办法")
    (True, True)
    >>> goes_on("某市水利工程巡查", "某市水利工程检查", place="某市"), goes_on("2024年校舍计划", "2025年校舍计划")
    (False, False)
    >>> goes_on("县人民医院扩建工程概算", "县人民医院绩效分配"), goes_on("县二中易地搬迁资金", "县二中易地搬迁推进")
    (False, True)
    >>> goes_on("县人民医院扩建", "县人民医院改扩建规模"), goes_on("杨柳路改造立项", "杨柳路改造招标")
    (True, True)
    >>> goes_on("杨柳路改造立项", "杨柳路绿化养护")
    False
    """
    return likeness(one, other, place=place) > 0


def likeness(one: str, other: str, *, place: str = "") -> float:
    """Return how much two names are of one matter: `ONE_NAME`, from `HELD` where one holds the other, 0 where not.

    >>> likeness("某县供水办法", "供水办法", place="某县") == ONE_NAME, likeness("停车收费办法", "供水价格方案")
    (True, 0.0)
    >>> HELD < likeness("停车收费办法", "停车收费办法细则") < ONE_NAME
    True
    >>> 0 < likeness("白石大桥改建可研", "白石大桥改建推进") < HELD
    True
    """
    bare, against = one.removeprefix(place), other.removeprefix(place)
    if one == other or bare == against:
        return ONE_NAME
    longer = max(len(one), len(other))
    if same_matter(one, other):
        return HELD + min(len(one), len(other)) / longer
    years = [set(_YEAR.findall(name)) for name in (one, other)]
    if all(years) and years[0].isdisjoint(years[1]):
        return 0.0
    bare, against = _YEARS.sub("|", bare), _YEARS.sub("|", against)
    if not any(bare[at : at + _PIECE] in against for at in range(len(bare) - _PIECE + 1)):
        return 0.0  # nothing of their own is that short; most pairs end here
    match = SequenceMatcher(None, bare, against, autojunk=False).find_longest_match()
    shared = bare[match.a : match.a + match.size]
    shorter = min(len(_NO_HAN.sub("", _GENERAL.sub("", name))) for name in (bare, against))
    enough = max(_OWN - 1, min(_OWN, _HALF * shorter))
    own = _NO_HAN.sub("", _GENERAL.sub("", shared))
    if len(own) >= _NAMED and _acts(bare) & _acts(against) and (len(own) >= enough or _WORK.search(own)):
        return match.size / longer
    if len(own) < enough:
        return 0.0
    for _, unit in find_units(shared):
        own = own if _WORK.search(unit) else own.replace(unit, "")
    # 县人民医院整体搬迁: what is left beside the body's name need not be long again
    return match.size / longer if len(own) >= min(enough, _OWN - 1) else 0.0


def _acts(name: str) -> set[str]:
    """Return what the name of a matter says is done."""
    return {match.group() for match in _ACT.finditer(name)}


def shared_pieces(name: str) -> list[str]:
    """Return stretches of a name of which a title of the same matter (`goes_on`) holds one.

    None that many matters share: a third of all titles has 管理办法.

    >>> shared_pieces("停车管理办法")
    ['停车管理', '车管理办']
    """
    windows = dict.fromkeys(name[at : at + _PIECE] for at in range(max(1, len(name) - _PIECE + 1)))
    return [piece for piece in windows if _GENERAL.sub("", piece)] or [*windows]
