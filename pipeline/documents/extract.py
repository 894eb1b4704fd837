"""Who does it: lead units (牵头), supporting units (配合) of a decision, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.documents.clean import Passage
from pipeline.documents.names import ROLE, ROLE_PREFIX, is_name
from pipeline.documents.units import is_unit
from pipeline.minutes import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text, with its place in the document."""

    name: str
    span: Span


_CLAUSE = re.compile(r"[^,。;:!?\n]+")
# The words that say who does a thing; the units stand before them in the same clause.
_LEAD_ACT = re.compile(
    r"(?:总|共同|联合)?牵头(?!的|协调小组|部门|单位|责任|领导|人)|作为(?:总|第一)?(?:牵头|责任|主办"
    r"|主体)(?:责任)?(?:部门|单位)|为(?:总)?(?:牵头|责任)(?:部门|单位)|负责(?!同志|人|制|任)|主办(?!的"
    r"|部门|单位|方)|主责|承办(?!的|单位|部门)"
)
_OBLIGED_ACT = re.compile(
    r"必须|应当|要|应|须|需|抓紧|尽快|负责(?!同志|人)|做好|抓好|会同|立即|认真|全力|切实|进一步|牵头(?!的|部门|单位)"
)
_SUPPORT_ACT = re.compile(r"配合(?!比|单位|部门)|协助|给予支持|予以支持|协办(?!的|单位)|参与(?=$|配合)")
_BETWEEN = (
    "负总责",
    "应当",
    "必须",
    "积极",
    "主动",
    "全力",
    "密切",
    "协同",
    "共同",
    "分别",
    "联合",
    "具体",
    "各自",
    "统一",
    "同时",
    "要",
    "应",
    "须",
    "需",
    "也",
    "都",
    "均",
    "还",
    "再",
    "就",
    "来",
    "总",
    "继续",
    "做好",
    "抓好",
    "予以",
    "给予",
    "进行",
    "牵头",
    "认真",
    "切实",
)
_CLASS = re.compile(
    r"(?P<etc>等)?(?:\d{1,2}个|[一二三四五六七八九十]{1,3}个|各)?(?P<class>(?:相关|有关|市级|市直|县级"
    r"|县直|区级|区直|职能|责任|条线|成员)*(?:职能部门|部门|单位|地区|条线|企业|机构|镇街|板块))?$"
)
_BY = re.compile(r".*(?:由|请|责成|委托|授权|指定)")
# 「招聘工作由市教育局会同…」: the unit stands behind 由
_BY_INSIDE = re.compile(r".*[^自]由")
_LABELLED = re.compile(
    r"(?P<kind>牵头|责任|主办|主责|承办|落实|实施|整改|完成|配合|协办|参与|协助)(?:责任)?(?:单位|部门"
    r"|人|领导|责任人)(?:和责任人)?[ ]?(?:为|是)?:[ ]?(?P<units>[^,。;:!?)\]】]{2,120})"
)
_WITH = re.compile(
    r"(?:会同|(?<=[要应须局委办部府院])(?:联合|协同|商)(?!务|业|贸|会|品|场|标|家|户"
    r"|行))(?P<units>[^,。;:!?]{2,60}?)(?:等(?:相关|有关)?(?:部门|单位|地区|企业)?)?(?=$|[,。;:]|共同"
    r"|研究|制定|立即|抓紧|尽快|做好|对|开展|进行|按|负责|落实|推进|提出|组织(?!部)|进一步|认真|及时"
    r"|加强|建立|根据|就|加快|统筹|积极|尽早|全面|切实|联合|协调|完善|拟定|起草|深入|妥善|优化|简化"
    r"|打通|出台|启动|编制|督促|指导|召开|列出|梳理|排查|明确|细化|强化|加大|确保|全力|办理|解决|争取"
    r"|修订|修改|完成)"
)
_OPENERS = re.compile(
    r"^(?:会议(?:同时|还)?|要求|明确|强调|决定|指出|原则同意|同意|同时|并|要|请|由|对|将|应|继续|责成"
    r"|委托|具体|其中|今后|下一步|此外|另外|另|最后|因此|为此|积极|主动|切实|会后"
    r"|[一二三四五六七八九十]是|第[一二三四五六七八九十]|\(?[一二三四五六七八九十\d]{1,2}[)、.])+[ ]*"
)
_PERSON = re.compile(
    rf"^[\u4e00-\u9fff]{{1,4}}(?:{ROLE_PREFIX}{ROLE}|同志)$|^(?:{ROLE_PREFIX}{ROLE})[\u4e00-\u9fff]{{2,3}}(?:同志)?$"
)
_VAGUE = re.compile(
    r"(?:^|的|市|县|区|各)(?:相关|有关|其他|所列|所有|上述|以上|所涉|涉及)|所列|(?:市级|县级|区级|职能"
    r"|各方|多方|专业|主管)部门$|^(?:部门|单位|大家|我们|他们|全市|全县|全区|上下|企业|方案|各方|双方"
    r"|三方|其|本人|个人|谁|专人|牵头部门|牵头单位|责任单位|责任部门|承办单位|主办单位|成员单位)$"
)
# 「财政部门」「公安部门」: a line of work, as definite as a department
_SECTOR = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:部门|条线)$")
_EVERY = re.compile(
    r"^各[\u4e00-\u9fff、()]{0,10}(?:区|镇|乡|街道|板块|部门|单位|村|社区|局|委|办|园区|公司|学校|院"
    r"|县|市|银行|企业|支部|党委|党组织|科室|处室|年级|班|股室|站所|分管领导)$"
)


def lead_units(passage: Passage, *, obliged: bool = True) -> list[Named]:
    """Return who leads: 由…牵头, …牵头, …负责, 请…牵头, 责任单位：…; failing these, whom a clause obliges.

    Args:
        passage: the wording of a decision.
        obliged: whether 各区镇应… counts where nobody is said to lead.

    >>> text = "由编委办、财政局、人社局等部门牵头研究。"
    >>> [unit.name for unit in lead_units(Passage(text, range(len(text))))]
    ['编委办', '财政局', '人社局']
    """
    found = list(_labelled(passage, support=False))
    found += _before(passage, _LEAD_ACT)
    if not found and obliged:
        found += _before(passage, _OBLIGED_ACT, anchored=True)
    return _distinct(found)


def support_units(passage: Passage, *, leads: Iterable[Named] = ()) -> list[Named]:
    """Return who supports: …配合, …协助, 会同…, 配合单位：…; never a unit that leads.

    >>> text = "市水务局牵头,财政局、住建局配合。"
    >>> [unit.name for unit in support_units(Passage(text, range(len(text))))]
    ['财政局', '住建局']
    """
    found = list(_labelled(passage, support=True))
    found += _before(passage, _SUPPORT_ACT)
    for match in _WITH.finditer(passage.flat):
        found += _listed(passage, *match.span("units"), sector="等" in match.group())
    taken = {unit.name for unit in leads}
    return [unit for unit in _distinct(found) if unit.name not in taken]


def _labelled(passage: Passage, *, support: bool) -> Iterator[Named]:
    for match in _LABELLED.finditer(passage.flat):
        if (match["kind"] in ("配合", "协办", "参与", "协助")) is support:
            yield from _listed(passage, *match.span("units"), trusted=True)


def _before(passage: Passage, act: re.Pattern[str], *, anchored: bool = False) -> Iterator[Named]:
    """Yield the units that stand before a word of action in its clause; `anchored`: from its first character."""
    flat = passage.flat
    if act.search(flat) is None:
        return
    for clause in _CLAUSE.finditer(flat):
        left = clause.start()
        for match in act.finditer(flat, left, clause.end()):
            if match.start() - left > 60:
                break
            found = _doers(passage, left, match.start(), anchored=anchored)
            if found:
                yield from found
                break


def _doers(passage: Passage, start: int, end: int, *, anchored: bool) -> list[Named]:
    flat = passage.flat
    end = _strip_adverbs(flat, start, end)
    match = _CLASS.search(flat[start:end])
    sector = bool(match and match["etc"])
    if match and (sector or re.match(r"相关|有关|市级|市直", match["class"] or "")):
        end = start + match.start()
    by = (_BY_INSIDE if anchored else _BY).match(flat[start:end])
    if by is not None and by.end() < end - start:
        start += by.end()
    opener = _OPENERS.match(flat[start:end])
    trusted = by is not None
    if opener and opener.end() < end - start:
        trusted = trusted or opener.group().rstrip().endswith(("由", "请", "责成"))
        start += opener.end()
    return _listed(passage, start, end, trusted=trusted, sector=sector)


def _strip_adverbs(flat: str, start: int, end: int) -> int:
    while end > start:
        adverb = next((word for word in _BETWEEN if flat.endswith(word, start, end)), None)
        if adverb is None:
            return end
        end -= len(adverb)
    return end


def _listed(passage: Passage, start: int, end: int, *, trusted: bool = False, sector: bool = False) -> list[Named]:
    found: list[Named] = []
    for left, right in _pieces(passage.flat, start, end):
        name = passage.flat[left:right].strip()
        if _names_a_unit(name, trusted=trusted, sector=sector):
            place = passage.flat.index(name, left)
            found.append(Named(name, passage.span(place, place + len(name))))
        elif not trusted:
            found = []
    return found


def _pieces(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, left = 0, start
    for index in range(start, end):
        character = flat[index]
        if character in "(《“":
            depth += 1
        elif character in ")》”":
            depth -= 1
        elif depth <= 0 and (character in "、 /" or (character in "和及与同" and _joins(flat, left, index))):
            if index > left:
                yield left, index
            left = index + 1
    if left < end:
        yield left, end


def _joins(flat: str, left: int, index: int) -> bool:
    # 「财政局和住建局」 are two, 「自然资源和规划局」 is one
    return is_unit(flat[left:index]) or bool(_PERSON.match(flat[left:index]))


def _names_a_unit(name: str, *, trusted: bool, sector: bool) -> bool:
    if not 2 <= len(name) <= 26 or _VAGUE.search(name):
        return False
    if _SECTOR.match(name) or is_unit(name) or _PERSON.match(name) or _EVERY.match(name):
        return True
    if sector:
        return len(name) <= 6 and not re.search(r"[的是在把将为与]", name)
    return trusted and (is_name(name) or (len(name) <= 10 and not re.search(r"[的是在把将了]|专人|主要", name)))


def _distinct(found: Iterable[Named]) -> list[Named]:
    names: set[str] = set()
    kept = []
    for unit in sorted(found, key=lambda unit: (unit.span.start, -unit.span.end)):
        if unit.name not in names:
            names.add(unit.name)
            kept.append(unit)
    return kept
