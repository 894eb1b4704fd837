"""Lists of parties: 「市财政局、住建局和各区镇等部门」 names three, each by itself and in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.duties.names import ROLE, ROLE_PREFIX
from pipeline.documents.duties.of_the_matter import NUMBERED, is_district
from pipeline.documents.duties.offices import is_office
from pipeline.documents.duties.parties import (
    LEVELS,
    LONGEST,
    POST,
    SOMEBODY,
    VAGUE,
    Place,
    could_end,
    is_generic,
    is_of_roster,
    is_party,
    piece_end,
    stands_for,
)
from pipeline.documents.duties.roster import Roster, roster
from pipeline.documents.duties.unit_shapes import follows, goes_on, is_unit
from pipeline.documents.numerals import chinese_to_int
from pipeline.patterns import compiled

_OF_LINES = r"(?:管线(?:权属|产权|运营)?|专营|公用事业)"
ETC = compiled(
    r"(?P<etc>等)?(?P<count>\d{1,2}[个家]|[两一二三四五六七八九十]{1,3}[个家]?|各)?(?P<class>"
    rf"(?:(?(etc)(?:行业|{_OF_LINES}|监管)|(?!))|其他|相关|有关"
    r"|市级|市直|县级|县直|区级|区直|职能|责任|条线|成员|主管|镇街)*"
    r"(?:职能部门|部门|单位|地区|条线|企业|机构|镇街|板块|乡镇|地方|人员|人|领导|同志))?$"
)
"""What ends a list and names nobody: 「等部门」「等3个单位」「等有关部门」."""


def read_list(flat: str, start: int, end: int, *, trusted: bool = False, apart: bool = False) -> list[Place] | None:
    """Return the places of the parties of a list, or `None` where something in it is none.

    Args:
        flat: a folded text.
        start: where the list begins.
        end: where it ends, behind 「等部门」 if it has that.
        trusted: a word before it says that parties follow (由, 请), so that a bare name counts.
        apart: an entry that is none is left out, and the others stand (责任单位：…).

    >>> text = "自然资源和规划局和住建局等部门"
    >>> [text[left:right] for left, right in read_list(text, 0, len(text))]
    ['自然资源和规划局', '住建局']
    """
    several = (_OF_LEVELS, NUMBERED)
    if any(one.fullmatch(flat, start, end) for one in several) or _is_of_several_places(flat, start, end):
        return [(start, end)]
    units = roster()
    tail = ETC.search(flat, max(start, end - 16), end)
    sector = False
    if tail and _is_tail(units, flat, start, end, tail):
        sector = bool(tail["class"])
        end = tail.start()
        if flat[end - 1 : end] in ("、", "和", "及", "与"):
            end -= 1
    pieces = list(_joined_posts(flat, list(_pieces(units, flat, start, end))))
    names = [flat[left:right] for left, right in pieces]
    proper = [is_party(units, name, trusted) for name in names]
    if tail and tail["etc"] and _LINES.search(tail["class"] or "") and all(len(name) < 4 for name in names):
        # 「供水、燃气、通信等管线单位」: lines of work, and no units by themselves
        return [(start, tail.end())]
    found: list[Place] = []
    # 「清汀区、江口区政府」: beside the government of one district another stands for its own
    governed = any(_OF_A_DISTRICT.fullmatch(name) for name in names)
    proper = [good or (governed and is_district(name)) for name, good in zip(names, proper, strict=True)]
    for place, name, good in zip(pieces, names, proper, strict=True):
        if apposed := _APPOSED.match(name):
            # 「施工单位江北路桥公司」
            name, place = name[apposed.end() :], (place[0] + apposed.end(), place[1])
        if good or stands_for(units, name, trusted=trusted, sector=sector, proper=any(proper), names=names):
            found.append(place)
        elif not apart and not VAGUE.search(name):
            return None
    return found


_LINES = compiled(_OF_LINES)
# 「市、县两级财政部门」: those of several levels, under one name
_OF_LEVELS = compiled(
    r"[省市县区州镇乡村](?:\([省市县区州镇乡村、]+\))?(?:[、和][省市县区州镇乡村](?:\([省市县区州镇乡村、]+\))?){1,3}"
    r"(?:[两二三四]级)?各?[\u4e00-\u9fff]{0,6}(?:部门|政府|机关|单位|党委|法院|检察院)"
)


_OF_A_DISTRICT = compiled(r"[\u4e00-\u9fff]{2,4}区(?:人民政府|政府|管委会)")
# 「清水、白石、金沙三县水利局」「属地乡镇、街道」: several places under one name
_OF_PLACES = compiled(
    r"(?P<places>(?![与和同由请对向给将把从在按经])[\u4e00-\u9fff]{2,3}(?:[、和][\u4e00-\u9fff]{2,3}){1,4})(?P<count>[两三四五六]个?)"
    r"(?P<unit>(?:[市县区镇乡村]|街道|社区|园区)(?:[\u4e00-\u9fff]{1,10}(?:局|委|办|政府|中心|管委会))?)"
)
_OF_CLASSES = compiled(r"(?:属地|所在地?)(?:乡镇|镇|乡|街道|县区|区县)[、和](?:乡镇|镇|乡|街道|社区|园区|开发区)")


def _is_of_several_places(flat: str, start: int, end: int) -> bool:
    """Tell whether a stretch names several places and their one kind of unit, as many as it says."""
    match = _OF_PLACES.fullmatch(flat, start, end)
    if match is None:
        return _OF_CLASSES.fullmatch(flat, start, end) is not None
    places = match["places"].replace("和", "、").split("、")
    return len(places) == chinese_to_int(match["count"][0])


def _is_tail(units: Roster, flat: str, start: int, end: int, tail: re.Match[str]) -> bool:
    """Tell whether 「等部门」 ends a list, or a name ends so by itself: 「财政部门」「各主办单位」."""
    last = flat[max(start, flat.rfind("、", start, end) + 1) : end]
    if is_generic(last) or (tail.start() == start and is_party(units, last, False)):
        return False
    if tail["etc"] or (tail["count"] and tail["class"] and tail["count"] != "各"):
        return True
    first = max(start, *(flat.rfind(sign, start, end) + 1 for sign in "、和及与"))
    last = flat[first : tail.start()]
    if not tail.group() or is_party(units, flat[first:end], False):
        return bool(tail.group()) and first > start and last in units.stems
    return not last or bool(re.match("其他|相关|有关|市级|市直|县级|县直", tail["class"] or "")) or last in units.stems


def _joined_posts(flat: str, pieces: list[Place]) -> Iterator[Place]:
    left: int | None = None
    for start, end in pieces:
        if POST.match(flat[start:end]):
            left = start if left is None else left
            continue
        yield (start if left is None else left, end)
        left = None
    if left is not None:
        yield (left, pieces[-1][1])


# what a company is in the matter, before its name
_APPOSED = compiled(
    r"(?:(?:建设|施工|监理|设计|代建|勘察|承建|中标|运营|总包|供货|检测|业主|项目)(?:单位|业主|方)|[省市县区州]属(?:国有企业|国企|企业|平台公司))(?=[\u4e00-\u9fff]{2,20}(?:公司|集团|院|局|中心|所)$)"
    rf"|(?:分管|主管|主要|联系|包案|带班|值班)领导(?={SOMEBODY})"
)
_SIGN = compiled(r"[()《》“”、/, ]|以及|和|及其|及|与|同(?!志)")


def _pieces(units: Roster, flat: str, start: int, end: int) -> Iterator[Place]:
    """Yield the entries between 、 and 和; a name that holds 和 (自然资源和规划局) stays whole."""
    depth, left = 0, start
    for match in _SIGN.finditer(flat, start, end):
        sign = match.group()
        if sign in "(《“":
            depth += 1
        elif sign in ")》”":
            depth -= 1
        elif depth <= 0 and (sign in "、/, " or _joins(units, flat, left, match.start(), end)):
            if match.start() > left:
                yield left, match.start()
            left = match.end()
    if left < end:
        yield left, end


def _joins(units: Roster, flat: str, left: int, sign: int, end: int) -> bool:
    """Tell whether 和 joins two parties: in 「教育和体育局」 it stands inside one name."""
    for stop in range(sign + 2, min(sign + 14, end) + 1):
        begin = units.ending_at(flat, stop, start=left)
        if begin is not None and begin < sign:
            return False
    first = flat[left:sign]
    if units.ending_at(first, len(first)) is not None and first[-1] in "局委办厅部院会":
        return True
    stop = flat.find("、", left, end)
    whole = flat[left : stop if stop >= 0 else end]
    if is_generic(whole):
        return False
    line = first[1:] if first[:1] in LEVELS and len(first) > 2 else first
    if line in units.stems or first in units.stems:
        return not is_party(units, whole, False) or len(line) < 2
    return is_party(units, first, False)


# 「副镇长何青|任组长」「副区长何青|总负责」: no third character of a name
_NO_LAST = compiled(
    r"任(?=(?:小?组)?(?:组长|总|指挥|召集|协调|负责|副|专班))|总(?=负责|牵头|协调|调度)|调整|改[为由]|[兼担]任"
)
# 「市政府主要领导」「财政局的意见」: not the unit, but what belongs to it
_OF_IT = compiled(
    r"的|主要|分管|有关|相关|领导|[局部院校镇区县市处科厅]长|主任|书记|负责(?:人|同志)|班子|干部|党组|工作人员|所属|下属"
    r"|系统|内部|等"
)


def first_party(flat: str, start: int, end: int, *, trusted: bool = True) -> int | None:
    """Return where the party that opens a stretch ends: the longest name with a word behind it that may follow one.

    >>> "市财政局研究制定办法"[:first_party("市财政局研究制定办法", 0, 10)]
    '市财政局'
    """
    units = roster()
    best = known = None
    limit = min(start + LONGEST, end)
    for stop in range(start + 2, limit + 1):
        if flat[stop - 1] in "、,;。" or (best is not None and stop - best > 8):
            break
        name = flat[start:stop]
        if name.count("(") != name.count(")") or _NO_LAST.match(flat, stop - 1) or not is_party(units, name, trusted):
            continue
        if name[-1] == SOMEBODY:
            if flat[stop : stop + 1] != SOMEBODY and not _AFTER_NAME.match(flat, stop):
                best = stop
            continue
        sure = is_of_roster(units, name) or is_office(name)
        # 「各县|(区)|人民政府」
        bracketed = best is not None and (flat[best] == "(" or flat[best - 1] == ")")
        if stop == end or bracketed or follows(flat, stop):
            # 「江平市处非办」: a bare place is the unit only where no name goes on from it
            if best is None or bracketed or (sure and flat[best - 1] in LEVELS):
                best = stop
        elif _OF_IT.match(flat, stop) or goes_on(flat, stop) or (not sure and _goes_longer(flat, start, stop, limit)):
            continue
        elif known is not None and (_BRANCH.search(name) or _is_in_place(flat, start, known, stop)):
            known = stop
        elif sure or not is_unit(name) or stop - start >= 4 or (trusted and _OFFICE.search(name)):
            # a kind of the roster or a person goes on as long as it can, another name stops at the first end
            known = stop if known is None or sure or not is_unit(name) else known
    return best or known


# 「由心内科|重新论证」: behind 由 three characters are a name, where the last is not half of another word
_OFFICE = compiled("[\u4e00-\u9fff]{2}[科处股办室所站]$")
# 「市自然资源局北苑分局」
_BRANCH = compiled("(?:(?:股份|集团)?有限(?:责任)?公司|分局|支局|分公司|支公司|分行|支行|支队|大队|中队|分中心)$")


# 「开发区|投资公司」「云岭镇|农技站」: a place, and what is there
_PLACE = compiled("[区县镇乡市村]$|街道$")


def _is_in_place(flat: str, start: int, known: int, stop: int) -> bool:
    """Tell whether a party that reads like a place goes on to the unit of that place."""
    return stop - known >= 3 and _PLACE.search(flat, start, known) is not None and is_unit(flat[known:stop])


def _goes_longer(flat: str, start: int, stop: int, limit: int) -> bool:
    """Tell whether a name that the roster lacks goes on a little: 「州农牧农村|局」, 「村务监督委|员会」."""
    return any(is_unit(flat[start:longer]) for longer in range(stop + 1, min(stop + 2, limit) + 1))


def open_list(flat: str, start: int, end: int, *, trusted: bool = True) -> tuple[list[Place], int]:
    """Return the parties that open a stretch and where they end: 「会同财政局、住建局制定细则」.

    >>> [*open_list("财政局、住建局制定细则", 0, 11)[0]]
    [(0, 3), (4, 7)]
    """
    found: list[Place] = []
    left = stop = start
    tried = False
    while left < end:
        sign = piece_end(flat, left, end)
        if sign < end and could_end(flat, left, sign) and (whole := read_list(flat, left, sign)):
            found += whole
            left = stop = sign + 1
            continue
        etc = None if tried else _ETC_AHEAD.search(flat, left, min(end, left + LONGEST))
        tried = tried or etc is not None
        if etc and (listed := read_list(flat, start, etc.end(), trusted=trusted)):
            return listed, etc.end()
        last = first_party(flat, left, end, trusted=trusted)
        if last is None:
            if sign < end and left == start and (sectors := _with_sectors(flat, start, end)):
                return sectors
            break
        found += read_list(flat, left, last, trusted=trusted) or []
        stop = last
        if flat[last : last + 1] not in ("和", "与", "及", "、"):
            break
        left, trusted = last + 1, False
    return found, stop


# 「龘龘同志」「龘龘副市长」: the name goes on
_AFTER_NAME = compiled(rf"同志|{ROLE_PREFIX}{ROLE}")
_ETC_AHEAD = compiled(
    rf"等(?:\d个|[一二三四五六七八九十]个)?(?:相关|有关|职能|行业|主管|监管|{_OF_LINES})*(?:部门|单位|地区|企业|机构|方面)?"
)
_SECTORS = compiled(rf"[\u4e00-\u9fff、()]{{2,80}}?(?:等(?:相关|有关|职能|{_OF_LINES})*(?:部门|单位)?|部门|单位)")


def _with_sectors(flat: str, start: int, end: int) -> tuple[list[Place], int] | None:
    """Read 「交通、城管等部门」, whose entries are no units by themselves."""
    match = _SECTORS.match(flat, start, end)
    if match and (listed := read_list(flat, start, match.end(), trusted=True)):
        return listed, match.end()
    return None
