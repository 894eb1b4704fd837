"""Whom a clause speaks of: its subject, those with whom a thing is to be done, and those who are helped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.duties.duty_words import (
    ACT,
    BESIDE_WHOM,
    BROUGHT_IN,
    CHECKED_BY,
    COMPANY,
    CONSULTED,
    GATHERED,
    HELPS,
    LED_ALONG,
    MUSTERED,
    NARRATED,
    PLACE_OPENS,
    POST_TOLD,
    SAYS_LEAD,
    SPOKEN_OF,
    TALKED_WITH,
    TOLD,
    UNDER,
)
from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.of_the_matter import is_district, is_of_the_matter
from pipeline.documents.duties.offices import is_office
from pipeline.documents.duties.parties import (
    JUNK,
    LONGEST,
    SOMEBODY,
    Place,
    could_end,
    is_generic,
    is_known,
    is_of_roster,
    piece_end,
)
from pipeline.documents.duties.party_lists import open_list, read_list
from pipeline.documents.duties.roster import roster
from pipeline.documents.duties.unit_names import stands_before
from pipeline.documents.duties.unit_shapes import is_unit
from pipeline.documents.duties.units import COMMON
from pipeline.patterns import compiled

TRIES = 6
"""How many words of action a subject is looked for before; a list behind them is no list of parties."""


JOINED_BY_NAME = (TALKED_WITH, BROUGHT_IN, GATHERED, MUSTERED, LED_ALONG, CHECKED_BY, CONSULTED)
"""The patterns whose group `units` holds those with whom a thing is done, in so many words."""


def subject_of(text: str, start: int, end: int, *, trusted: bool) -> tuple[list[Place], int] | None:
    """Return the parties that open a stretch and where their act begins."""
    left, tries = start, 0
    if text.startswith("任何", start):
        return None
    districts, stop = _districts(text, start, end)
    if districts and (act := ACT.match(text, stop, end)):
        return districts, act.start()
    if (one := _DISTRICT_TOLD.match(text, start, end)) and is_district(one["name"]):
        return [one.span("name")], one.end()
    while left < end and tries < TRIES:
        sign = piece_end(text, left, end)
        acts = False
        for act in ACT.finditer(text, left, min(sign, left + LONGEST + 12)):
            if act.start() == start:
                if trusted and act.group() == "继续":
                    continue  # 「由继续教育学院完成」
                return None
            acts = True
            if not trusted and _COMPOUND.match(text, act.start()):
                continue
            if people := _people(text, start, act):
                return people, act.start()
            if not trusted and not could_end(text, left, act.start()):
                continue
            tries += 1
            places = read_list(text, start, act.start(), trusted=trusted)
            if places:
                return places, act.start()
        if sign >= end or sign - left > LONGEST or (acts and not read_list(text, left, sign)):
            break
        left = sign + 1
    if trusted:
        places, stop = open_list(text, start, end)
        return (places, stop) if places else None
    return None


# 「供水改造时间」「县住建局巡查记录」: a thing by its name, and nobody told to act
_COMPOUND = compiled(
    r"(?:改造|维修|整治|培训|宣传|巡查|检查|清理|值守|调度|审计|处置|登记|核查)"
    r"(?:时间|工程|项目|经费|费用|标准|期限|时限|进度|成本|范围|任务|数量|面积|结果|情况|意见|记录|次数|频次)"
)


def _people(text: str, start: int, act: re.Match[str]) -> list[Place]:
    """Return those who by the look of their names are people, where these and 牵头 or 配合 are the whole clause.

    >>> text = "李明远、王秀兰配合,10月底前走访一遍"
    >>> [text[slice(*place)] for place in _people(text, 0, re.compile("配合").search(text))]
    ['李明远', '王秀兰']
    """
    if act.group() not in ("牵头", "配合") or text[act.end() : act.end() + 1] not in (",", "。", ";", ""):
        return []
    pieces = [match.span() for match in _BARE.finditer(text, start, act.start())]
    whole = len(pieces) == text.count("、", start, act.start()) + 1
    named = all(right - left == 3 and is_name(text[left:right]) for left, right in pieces)
    return pieces if whole and named else []


_BARE = compiled("[^、]+")


def helped_units(text: str, act: int, end: int) -> list[Place]:
    """Return whom a party helps: 「配合某某局做好…」 leaves the task with that bureau."""
    match = HELPS.match(text, act, end)
    return open_list(text, match.end(), end, trusted=False)[0] if match else []


def opening_units(text: str, start: int, end: int, *, there: frozenset[str] | None = None) -> tuple[list[Place], int]:
    """Return who opens a clause where another word than those of `ACT` follows, and where that begins.

    Units that bear their level or place, 「县审计局全程跟踪」; where it is known to be decided, and so who was `there`,
    whoever can be told to act, 「交管站设卡」.
    """
    nobody: tuple[list[Place], int] = [], start
    place = PLACE_OPENS.match(text, start, end)
    levelled = start < end and text[start] in "省市县区州盟旗镇乡各"
    if start >= end or not (levelled or there is not None or (place and stands_before(place["place"]))):
        return nobody
    places, stop = open_list(text, start, end, trusted=False)
    if not places or stop >= end or text[stop - 1] in "、和" or text[start - 1 : start] == "对":
        return nobody
    if there is not None:
        sure = all(_is_sure(text[slice(*one)], there) for one in places)
        return (places, stop) if sure and not _IDLE.match(text, stop, end) else nobody
    if place and not levelled and not all(is_known(text, one) for one in places):
        return nobody
    idle = SPOKEN_OF.match(text, stop) or re.search("[已了]", text[stop:end])
    return nobody if idle else (places, stop)


# 「市教育局局长」「市住建局汇报」「市水务局共有…」 in what is decided: spoken of, or how things stand with it
_IDLE = compiled(
    r"第[\d一二三四五六七八九十百]{1,4}[次届期]|[的等了、,和与]|及(?!时)|主要|分管|有关|领导|副?[局部院校镇区县市处科厅]长|副?主任|副?书记|副?(?:总?经理|董事长)|负责(?:人|同志)|常务|会议|提出的?|提交的"
    r"|境内|辖区|范围|全境|提请|汇报|反映|介绍|通报(?:了|的)|关于|现有|现|已|原(?!则)|曾|有|是|因|未|尚|共|累计|达|存在|占|属|休|维持|不变"
    r"|每[天日][\u4e00-\u9fff]{0,4}(?:时间|时段|时长)|[^,。;]{0,8}剩余\s?\d|内设|下设|下辖|机构由|编制由|代表(?=对|提|反|建|认)|再次|提议|申请|虽|问(?!责|询)|对[^,。;]{0,24}(?:担心|顾虑|疑虑|看法|保留)"
    r"|[ ]?[\d,.]+[ ]?(?:万|亿|元|%|[个名户家台吨亩辆套件人处宗])|同志?任"
    r"|其?中(?=[^,。;]{2,12}\d)|为(?:[A-Z\d一二三四甲乙丙]{1,3}[级等类档]|优秀|良好|合格|不合格|先进)"
    r"|任(?!(?:项目|工作|专班|领导)?(?:小?组长|总|指挥|召集|协调|班长))"
    r"|(?:扩建?|改建?|升级|合并|划|转|并)(?:为|入|成|至)|由\d|由[^,。;]{1,16}?(?:调整|改|迁|搬|变更|更名|[提升增降减缩延顺])|[兼担]任|设[在于]|不再|免去?|退休|挂职|列席|参加|出席|到会|请假|主持|指出|强调|要求"
    r"|不同意|同意|表示|认为|建议|[^,。;]{0,12}[了过](?![解程渡])"
)
# 「以市政府名义印发」「免去其图书馆馆长」「报县政府」: what stands before a unit that is no subject
_OPENS_NO_NAME = compiled(
    r"[以比给向把将由与从按报为被让使替跟同凡如若每这那此其逐免撤任聘净强优深压\d]|待(?!遇)|交(?![管通警投发运])"
    r"|[^,。;]{2,8}(?:处|处的|已|未|待|被)(?=[省市县区州])"
    # 「招聘社区|工作者」「确因学科|需要」「全县农村|客运」: cut out of an ordinary phrase
    r"|[新增]?(?:招[聘录募考]|选聘|聘用|录用)|(?:修缮|修建|改建|扩建|筹建|翻修|装修|整修|购置|增配|设立|命名|表彰|慰问|扶持|评选|认定|面向|新建(?!区|县|镇|社区|村))"
    r"|确[因需有属]|因|全[省市县区州镇乡村]|(?:老旧|偏远|薄弱|空置|闲置|农村|城市|城镇|城区|中心城)(?=[\u4e00-\u9fff])"
)
# 「交管站」「长坪村」「美术组」
_SHORT = compiled(r"[\u4e00-\u9fff]{2,3}(?:站|所|室|科|处|组|村|社区|队)")


# 「市热作服务中心完成论证」: a body of its own by its level and its kind
_LEVELLED = compiled(
    r"[省市县区州盟旗镇乡](?![民场内外直级属里区域际长校面])[\u4e00-\u9fff]{3,14}"
    r"(?:局|中心|集团|公司|支队|大队|总队|研究院|医院|学院|办公室)"
)


def _is_sure(name: str, there: frozenset[str]) -> bool:
    """Tell whether a name that opens a clause is one beyond doubt: somebody who was there, a known kind, 各…."""
    if SOMEBODY in name or name in there or name[0] == "各":
        return True
    if is_generic(name) or name.endswith(("负责人", "负责同志")):
        return True
    if _SHORT.fullmatch(name) and is_unit(name):
        return not (_OPENS_NO_NAME.match(name) or JUNK.search(name))
    if _LEVELLED.fullmatch(name) and is_unit(name) and not JUNK.search(name):
        return True
    if name in COMMON or len(name) <= 2 or _OPENS_NO_NAME.match(name):
        return False
    return is_of_roster(roster(), name) or is_office(name)


def told_units(text: str, start: int, end: int) -> list[Place]:
    """Return the units that open a clause which tells them what to do and by when: 「审计科全程跟踪」."""
    if start >= end:
        return []
    if start and text[start - 1] not in "。;:,!?()、 ":
        return []
    if post := POST_TOLD.match(text, start, end):
        unit = post["unit"]
        return [post.span("who")] if not unit or (is_unit(unit) and not JUNK.search(unit)) else []
    places, stop = _districts(text, start, end)
    if not places:
        places, stop = open_list(text, start, end, trusted=False)
    if not places or stop >= end or not TOLD.match(text, stop, end) or text[stop - 1] in "、和":
        return []
    behind = text[stop:end]
    names = [text[left:right] for left, right in places]
    told = all(
        "各" in name[:3]
        or "管线" in name
        or name.endswith("专营单位")
        or any(one(name) for one in (is_unit, is_of_the_matter, is_district))
        for name in names
    )
    idle = SPOKEN_OF.match(text, stop) or NARRATED.match(text, stop, end)
    return places if told and not idle and not re.search("[已了]", behind[:14]) else []


# 「清汀区、江口区」: two districts or more, where one could be any area (示范区)
_DISTRICTS = compiled(r"[\u4e00-\u9fff]{2}[区县](?:[、和][\u4e00-\u9fff]{2}[区县])+")


# 「清汀区要在6月底前完成」, but not 「核心区要限高」
_DISTRICT_TOLD = compiled(
    r"(?P<name>[\u4e00-\u9fff]{2}(?<![心护范验冲点部活公学务民宅业控能假属置舍灾发险污])区)(?=(?:要|须|应(?!急)|负责|牵头|会同)[\u4e00-\u9fff\d])"
)


def _districts(text: str, start: int, end: int) -> tuple[list[Place], int]:
    """Return the districts that open a stretch, side by side, and where they end."""
    match = _DISTRICTS.match(text, start, end)
    places = [(at, at + 3) for at in range(match.start(), match.end(), 4)] if match else []
    named = all(is_district(text[slice(*place)]) or is_unit(text[slice(*place)]) for place in places)
    return (places, match.end()) if match and named else ([], start)


def units_right_before(text: str, start: int, end: int) -> list[Place]:
    """Return the units of the roster that stand right before 牵头 or 负责 within a clause."""
    act = SAYS_LEAD.search(text, start, end)
    if act is None:
        return []
    units = roster()
    begin = units.ending_at(text, act.start(), start=start)
    if begin is None or begin == start:
        return []
    if text[begin - 1] in "省市县区州旗镇乡":
        begin -= 1
    return [(begin, act.start())] if begin > start else []


# without one of these nobody is joined
_MAY_JOIN = compiled(
    "组织|带[着领]|[长记任席员志龘]带|(?:牵头|负责)(?:抓紧|尽快|及时|立即|具体|积极|共同)?[组协带统联]"
    "|会[同省市县区州旗]|审|复核|把关|会签|联合|协同|商|下|等部门|等单位|协调|沟通|召集"
)


def joined_units(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Place]]]:
    """Yield where 会同… stands, up to the last of those with whom a thing is to be done, and these."""
    if not _MAY_JOIN.search(text, start, end):
        return
    for match in BESIDE_WHOM.finditer(text, start, end):
        places, stop = open_list(text, match.end(), end, trusted=match.group().endswith("会同"))
        companies, stop = _companies(text, stop if places else match.end(), end)
        yield match.start(), stop, [*places, *companies]
    for match in UNDER.finditer(text, start, end):
        yield match.start(), match.end(), read_list(text, *match.span("units")) or []
    for pattern in JOINED_BY_NAME:
        for match in pattern.finditer(text, start, end):
            found = read_list(text, *match.span("units"), trusted=True) or []
            if pattern is CHECKED_BY:
                found = [place for place in found if not _ONE.search(text, *place)]
            if found:
                yield match.start(), match.end(), found


# 「经李明同志审核后签订」「经法律顾问审查后」: who looks it through is no unit that helps
_ONE = compiled(rf"(?:同志|{SOMEBODY}|顾问|律师|专家|[\u4e00-\u9fff]长|主任|书记)$")


def _companies(text: str, start: int, end: int) -> tuple[list[Place], int]:
    """Return the companies by their short names that open a stretch or go on with a list, and where they end."""
    found: list[Place] = []
    while company := COMPANY.match(text, start + (text[start : start + 1] in ("、", "和")), end):
        found.append(company.span())
        start = company.end()
    return found, start
