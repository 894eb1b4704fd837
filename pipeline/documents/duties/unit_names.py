"""What a unit (单位) is called: which names mean the same body, by short forms, former names, places and levels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.documents.duties.roster import Body, Kind, Roster, plain, roster
from pipeline.patterns import compiled

# 「江州市城东区」「全市」「自治区」「某某自治州」: a place or a level before a kind
_LEVEL = r"(?:特别行政区|自治[区州县旗]|地区|兵团|新区|开发区|高新区|经开区|街道|苏木|[省市县区州盟旗镇乡村师])"
_PLACES = compiled(rf"(?:[全我本各该]?{_LEVEL}|[\u4e00-\u9fff第]{{1,10}}?{_LEVEL})*")
_HEAD = compiled(r"(?:中共|中国共产党|国家税务总局|国网|国家金融监督管理总局|国家统计局)")
_TAIL = compiled(r"(?:(?:股份|集团)?有限(?:责任)?公司)$")
_RANK = {"自治区": "省", "特别行政区": "省", "自治州": "州", "自治县": "县", "自治旗": "旗", "地区": "地"}
_ASIDE = compiled(r"[(（][^()（）]*[)）]$|\s")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name taken apart: the place without the word for its level, the level, and the kind's own name."""

    place: str
    level: str | None
    own: str
    known: tuple[Kind, Body] | None = None


@lru_cache(maxsize=8192)
def _parts(units: Roster, name: str) -> _Parts:
    bare = re.sub(r"[(（](集团)[)）]", r"\1", name.replace("“", "").replace("”", ""))
    bare = _ASIDE.sub("", bare)
    bare = _HEAD.sub("", bare, count=1) if len(bare) > 4 else bare
    bare = _TWICE.sub("", _POLICE.sub("", bare))
    if bare.startswith(("中国", "共青团", "人民", "人行")) and (branch := _branch(units, bare)):
        return branch
    wholes = dict.fromkeys((bare, _TAIL.sub("", bare), _TAIL.sub("公司", bare), _TAIL.sub("集团", bare)))
    for known in (units.by_name, units.by_plain):
        for whole in wholes:
            for start in range(len(whole) - 1):
                own = whole[start:] if known is units.by_name else plain(whole[start:])
                if own in known and (before := _placed(units, whole[:start], 1, 4)) is not None:
                    return _Parts(before[0], _own_level(whole[start:]) or before[1], whole[start:], known=known[own])
    return _branch(units, bare) or _unknown(units, bare)


# 「市公安局交警支队」「市委市直机关工委」: what stands above a body, or twice
_POLICE = compiled(r"(?<=[省市县区州旗盟])公安局(?=[\u4e00-\u9fff]{2,6}(?:支队|大队|中队|派出所))")
_TWICE = compiled(r"(?<=^)[省市县区州旗盟]委(?=[省市县区州旗盟]直)")
_BRANCH = compiled(
    r"(?:股份)?(?:有限公司)?(?P<place>[\u4e00-\u9fff]{2,7}?)(?:中心支行|分行|支行|分公司|支公司|监管分局|委员会)"
)


def _branch(units: Roster, bare: str) -> _Parts | None:
    """Read 「中国某某银行江州分行」「共青团江州市委员会」: the body first, then the place of its branch."""
    for whole in (bare, bare.removeprefix("中国")):
        for stop in range(min(len(whole), 14), 1, -1):
            entry = units.by_name.get(whole[:stop])
            match = _BRANCH.fullmatch(whole, stop) if entry else None
            if entry and match and (before := _placed(units, match["place"])) is not None:
                return _Parts(before[0], before[1], entry[1].names[0], known=entry)
    return None


def _unknown(units: Roster, bare: str) -> _Parts:
    """Read a body of no known kind: 「江州市某某中心」; a township by itself: 「江州县石澜镇」."""
    township = _TOWNSHIP.fullmatch(bare)
    if township:
        return _Parts(township["place"] or "", None, township["own"])
    places = _PLACES.match(bare)
    start = places.end() if places and len(bare) - places.end() >= 2 else 0
    before = _placed(units, bare[:start])
    own = re.sub(r"^(?:委|人民政府|政府)(?=.{2})", "", bare[start:]) if start else bare
    return _Parts(*before, own) if before is not None else _Parts("", None, bare)


_TOWNSHIP = compiled(
    r"(?:(?P<place>[\u4e00-\u9fff]{1,8})[省市县区州旗])?(?P<own>[\u4e00-\u9fff]{2,4}(?:街道|苏木|社区|[镇乡村区县]))"
)


def _own_level(own: str) -> str | None:
    """Return the level that a kind's own name tells: a 厅 is a province's, a 县委办 a county's."""
    if own.endswith("厅") and not own.endswith("办公厅"):
        return "省"
    match = re.match(r"团?([省市县区州盟旗镇乡])委", own)
    return match[1] if match else None


def stands_before(before: str) -> bool:
    """Tell whether a text can stand before a kind as its place or level: 「江州市」, but not 「市财政局安排市」."""
    return _placed(roster(), before) is not None


@lru_cache(maxsize=8192)
def _placed(units: Roster, before: str, shortest: int = 2, longest: int = 3) -> tuple[str, str | None] | None:
    """Return place and level of what stands before a kind, or `None` where it is neither: 「农业」综合执法大队."""
    before = re.sub(r"(?<=[省市县区州盟旗镇乡村])(?:委|直|人民政府|政府)$", "", before)
    if not before:
        return "", None
    match = re.search(rf"{_LEVEL}$", before)
    if match is None:
        known = before in units.stems or units.ending_at(before, len(before)) is not None
        bare = re.sub(r"^[\u4e00-\u9fff]{1,6}[省市县区州旗盟](?=[\u4e00-\u9fff]{2,3}$)", "", before)
        good = (
            shortest <= len(bare) <= longest and not known and not _DUTY.search(before) and not _NO_PLACE.search(before)
        )
        return (before, None) if good else None
    place = before[: match.start()]
    if len(place) == 1 and place not in "全我本各该师" and len(match.group()) == 1:
        # 「江州」: a place, not the level 州 of 江
        return before, None
    if len(place) > 12 or _NO_PLACE.search(place) or re.search("[局委办厅、]", place):
        return None
    level = _RANK.get(match.group(), match.group()[-1])
    return ("" if place in ("全", "我", "本", "各", "该", "县级") else place), level


# 「责成市」「经征求市」: the level alone, behind another word
_NO_PLACE = compiled(
    r"[由请与及对将向为从经报按派把被使令托求取给让送至除了得促援助示转的是要须并责督则应]"
    r"|[成意交合发行印会进](?:$)|结果|通报"
)
# 「交通运输」「综合」: what a body does, never where it is
_DUTY = compiled(
    r"管理|综合|运输|建设|执法|监督|服务|生态|环境|保护|发展|信息|工作|农业|文化|安全|应急|公共|国际"
    r"|第[一二三四五六七八九十]|[局委办厅院所处部科站]"
)


def canonical(name: str) -> str:
    """Return the present full name of a unit's kind, without the place or level before it; an unknown name as it is.

    >>> canonical("市水利局"), canonical("环保局"), canonical("某某镇")
    ('水务局', '生态环境局', '某某镇')
    """
    found = _kind_of(name)
    return found[0].name if found else name


def aliases(name: str) -> tuple[str, ...]:
    """Return every name under which a unit may stand, the present full one first: short forms and former names.

    A former name brings the present ones, and not those of other bodies that became one with it.

    >>> aliases("市国土局")[0], "国土资源局" in aliases("市国土局"), "城乡规划局" in aliases("市国土局")
    ('自然资源和规划局', True, False)
    """
    found = _kind_of(name)
    if found is None:
        return (name,)
    kind, body = found
    return tuple(form for other in kind.bodies if _one_line(body, other) for form in other.names)


def succeeded_by(name: str) -> tuple[str, int | None] | None:
    """Return what a unit is called now and the year of the change where it is known; `None` for a present name.

    >>> succeeded_by("县扶贫办"), succeeded_by("市财政局")
    (('乡村振兴局', 2021), None)
    """
    found = _kind_of(name)
    return (found[0].name, found[1].until) if found and found[1].stage else None


def same_unit(first: str, second: str) -> bool:
    """Tell whether two names can mean one unit: names of one body at one time or another, no place or level apart.

    >>> same_unit("市水利局", "水务局"), same_unit("江州市财政局", "海州市财政局"), same_unit("市财政局", "县财政局")
    (True, False, False)
    >>> same_unit("工商局", "市场监管局"), same_unit("工商局", "质监局"), same_unit("教育局", "教育考试院")
    (True, False, False)
    >>> same_unit("市场监管部门", "市场监管局"), same_unit("市场监管部门", "市财政局")
    (True, False)
    """
    units = roster()
    one, other = _parts(units, _seat(first)), _parts(units, _seat(second))
    known = one.known or _line(units, one.own) or _line(units, first)
    known_other = other.known or _line(units, other.own) or _line(units, second)
    if known is None or known_other is None:
        # a known kind's name is no short form of another body: 教育局 and 教育考试局
        short, long = sorted((one, other), key=lambda parts: len(parts.own))
        if one.own != other.own and (_is_known(short) or not _abbreviates(plain(short.own), plain(long.own))):
            return False
    elif known[0] is not known_other[0] or not _one_line(known[1], known_other[1]):
        return False
    if one.level and other.level and one.level != other.level:
        return False
    place, further = sorted((one.place, other.place), key=len)
    return not place or further.endswith(place) or further.startswith(place)


def at_home(name: str, body: str | None) -> str:
    """Return a unit with the level of the body whose paper names it, where the paper names it bare.

    「财政金融局」 in the minutes of a development zone is the zone's, and no 市财政局.

    >>> at_home("财政金融局", "江州经济开发区管委会"), at_home("财政局", "江州市人民政府")
    ('区财政金融局', '市财政局')
    >>> at_home("市财政局", "某县人民政府"), at_home("财务科", "江州市教育局"), at_home("财政局", None)
    ('市财政局', '财务科', '财政局')
    """
    parts = _parts(roster(), name)
    if not body or parts.level or parts.place or parts.known is None or not name.endswith(_OF_A_LEVEL):
        return name
    level = "区" if is_zone(body) else _parts(roster(), body).level
    return f"{level}{name}" if level and level in "省市县区州盟旗" else name


def is_zone(body: str | None) -> bool:
    """Tell whether a body is the management of a development zone.

    >>> is_zone("江州经济开发区管委会"), is_zone("江州市城东区人民政府"), is_zone(None)
    (True, False, False)
    """
    return bool(body and _ZONE.search(body))


_OF_A_LEVEL = ("局", "委", "办", "厅")
_ZONE = compiled(r"(?:开发|高新|新|度假|示范|园|产业|保税)区[^\u4e00-\u9fff]*(?:管委会|管理委员会|党工委|工委|$)")


def _is_known(parts: _Parts) -> bool:
    return parts.known is not None


def _seat(name: str) -> str:
    """Return a township for its government: 「石澜镇人民政府」 is 「石澜镇」."""
    return re.sub(r"(?<=[\u4e00-\u9fff]{2}[镇乡道木])(?:人民政府|政府|办事处)$", "", name)


def _line(units: Roster, own: str) -> tuple[Kind, Body] | None:
    """Return the department of a line of work: 财政 or 财政部门 for 财政局."""
    kind = units.stems.get(re.sub(r"(?:部门|机关|条线)$", "", own))
    return (kind, kind.bodies[0]) if kind else None


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether a name is made of characters of another, in order, none too far from the next."""
    if not 2 <= len(short) <= len(long) or short[-1] != long[-1]:
        return False
    place = long.find(short[0])
    if not 0 <= place <= (2 if len(short) > 2 else 0):
        return False
    for character in short[1:-1]:
        following = long.find(character, place + 1)
        if not place < following <= place + 4:
            return False
        place = following
    return len(long) - 1 - place <= 4 or long.endswith(short[-2:])


def _one_line(body: Body, other: Body) -> bool:
    """Tell whether one body became the other: two of the same stage (国土局, 规划局) never did."""
    return body is other or body.stage != other.stage


def _kind_of(name: str) -> tuple[Kind, Body] | None:
    units = roster()
    parts = _parts(units, name)
    if parts.known is None and parts.own.endswith(("部门", "机关")):
        return _line(units, parts.own)
    return parts.known
