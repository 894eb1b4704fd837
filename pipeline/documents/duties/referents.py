"""Who is meant by 「该局」「两厅」: the unit or units of that kind that the words before it name last."""

from __future__ import annotations

import re

from pipeline.documents.duties.parties import Place, is_generic
from pipeline.documents.duties.party_lists import first_party, open_list
from pipeline.documents.numerals import chinese_to_int
from pipeline.patterns import compiled

_REFERS = compiled(r"该(?P<kind>[\u4e00-\u9fff]{1,4})")
# 「请该公司」 may mean a group, a works; 「该单位」 anybody
_KINDS = {
    "公司": r"公司|集团|厂|中心",
    "企业": r"公司|集团|厂|中心",
    "集团": r"集团(?:有限)?(?:公司)?",
    "单位": r"[\u4e00-\u9fff]",
    "部门": r"[\u4e00-\u9fff]",
    "科室": r"[科室处部办]",
    "院": r"院",
    "镇": r"镇(?:人民)?(?:政府)?",
    "乡": r"乡(?:人民)?(?:政府)?",
    "街道": r"街道(?:办事处|办)?",
}
_OPENS = compiled(
    r"(?:^|(?<=[,。;:\n]))(?:\s*[(]?[0-9一二三四五六七八九十]{1,3}[)、.]\s*)?"
    r"(?:由|对|请|(?:会议)?(?:原则)?同意|(?:会议)?不同意|关于|针对|鉴于|因)?"
)


def referent(before: str, name: str) -> Place | None:
    """Return the place in a folded text of the unit that a word behind that text refers to, or `None`.

    Only a unit that opens a clause counts, lest it be one that is spoken of by the way; the nearest is meant.

    >>> before = "市城投集团申请的周转借款,会议不予同意,请"
    >>> before[slice(*referent(before, "该集团"))]
    '市城投集团'
    """
    refers = _REFERS.fullmatch(name)
    if refers is None:
        return None
    ends = rf"(?:{_KINDS.get(refers['kind'], refers['kind'])})$"
    for opening in reversed(list(_OPENS.finditer(before))):
        stop = first_party(before, opening.end(), len(before))
        called = before[opening.end() : stop] if stop else ""
        if stop and not is_generic(called) and re.search(ends, called):
            return opening.end(), stop
    return None


_SEVERAL = compiled(
    r"(?:上述|以上|这)?(?P<count>[两二三四五])(?:家|个)?(?P<kind>[厅局委院校镇乡]|街道|公司|企业|单位|部门)?"
)


def referents(before: str, name: str) -> list[Place]:
    """Return the places of the units that 「该局」, 「两厅」 or 「上述三家单位」 behind a text refers to, or none.

    For several only a list of just so many that opens a clause counts; the nearest is meant.

    >>> before = "原则同意省财政厅、省科技厅提出的意见,请"
    >>> [before[slice(*place)] for place in referents(before, "两厅")]
    ['省财政厅', '省科技厅']
    """
    one = referent(before, name)
    several = _SEVERAL.fullmatch(name)
    if one is not None or several is None:
        return [one] if one else []
    kind = several["kind"] or "单位"
    ends = rf"(?:{_KINDS.get(kind, kind)})$"
    for opening in reversed(list(_OPENS.finditer(before))):
        places, _ = open_list(before, opening.end(), len(before), trusted=False)
        names = [before[slice(*place)] for place in places]
        if len(places) == chinese_to_int(several["count"]) and all(
            not is_generic(one) and re.search(ends, one) for one in names
        ):
            return places
    return []


def refers(name: str) -> bool:
    """Tell whether a name may refer to units named before it.

    >>> refers("该局"), refers("两家单位"), refers("市水务局")
    (True, True, False)
    """
    return name.startswith("该") or _SEVERAL.fullmatch(name) is not None
