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
_ETC = r"(?P<etc>等)?(?:\d{1,2}个|[一二三四五六七八九十]{1,3}个|多个|各)?(?P<class>(?:相关|有关|市级|市直|县级|县直|区级|区直|职能|责任|条线|成员)*(?:部门|单位|地区|条线|职能部门|企业|机构|镇街|区镇|板块)?)?(?:要|应|应当|须|需|必须|也|都|均|分别|具体|共同|联合|各自|同时|积极|主动|统一|负总责|总)*"
# 「由编委办、财政局、人社局等部门牵头」「市国资委牵头」「市场监管局作为牵头部门」「由其负责」
_LEADS = re.compile(
    rf"(?P<by>(?:由|请|责成|委托|授权|指定)[ ]?)?(?P<units>[^,。;:!?由请]{{2,60}}?){_ETC}(?:进行|来|继续)?(?P<act>总?牵头(?!的|协调小组)|作为(?:总|第一)?(?:牵头|责任|主办|主体)(?:责任)?(?:部门|单位)|为(?:总)?(?:牵头|责任)(?:部门|单位)|负责|主办(?!的|部门|单位|方)|主责|承办(?!的|单位|部门))"
)
_LABELLED = re.compile(
    r"(?P<kind>牵头|责任|主办|主责|承办|落实|实施|整改|完成|配合|协办|参与|协助)(?:责任)?(?:单位|部门|人|领导|责任人)(?:和责任人)?[ ]?(?:为|是)?[: ][ ]?(?P<units>[^,。;:!?)\]】]{2,120})"
)
# 「各区镇应…」「市财政局要…」「城管委抓紧制定…」: whom a clause obliges
_OBLIGED = re.compile(
    rf"(?P<units>[^,。;:!?]{{2,60}}?){_ETC}(?P<act>(?<=[要应当须需])|抓紧|尽快|负责|做好|抓好|会同|立即|牵头|认真做好|全力做好|切实|进一步)"
)
_SUPPORTS = re.compile(
    rf"(?P<units>[^,。;:!?]{{2,60}}?){_ETC}(?:全力|密切|协同|做好|予以|给予|抓好)*(?P<act>配合(?!比)|协助|予以支持|给予支持|协办(?!的|单位)|参与(?:配合)?$)"
)
_WITH = re.compile(
    r"(?:会同|商|联合|协同)(?P<units>[^,。;:!?]{2,60}?)(?:等(?P<class>(?:相关|有关)?(?:部门|单位|地区|企业))?)?(?=$|共同|研究|制定|立即|抓紧|尽快|做好|对|开展|进行|按|负责|落实|推进|提出|组织|进一步|认真|及时|加强|建立|根据|就|加快|统筹|积极|尽早|全面|切实|联合|协调|完善|拟定|起草|深入|妥善)"
)
_OPENERS = re.compile(
    r"^(?:会议(?:同时|还)?|要求|明确|强调|决定|指出|原则同意|同意|同时|并|要|请|由|对|将|应|继续|责成|委托|具体|其中|今后|下一步|此外|另外|另|最后|因此|为此|积极|主动|切实|会后|[一二三四五六七八九十]是|第[一二三四五六七八九十]|\(?[一二三四五六七八九十\d]{1,2}[)、.])+[ ]*"
)
_PERSON = re.compile(rf"^[\u4e00-\u9fff]{{1,4}}(?:{ROLE_PREFIX}{ROLE}|同志)$|^(?:{ROLE_PREFIX}{ROLE})[\u4e00-\u9fff]{{2,3}}(?:同志)?$")
_VAGUE = re.compile(
    r"(?:^|的|市|县|区|各)(?:相关|有关|其他|所列|所有|上述|以上|所涉|涉及)|所列|(?:市级|县级|区级|职能|各方|多方|专业|主管)部门$|^(?:部门|单位|大家|我们|他们|全市|全县|全区|上下|企业|方案|各方|双方|三方|其|本人|个人|谁|专人|牵头部门|牵头单位|责任单位|责任部门|承办单位|主办单位|成员单位)$"
)
_EVERY = re.compile(r"^各[\u4e00-\u9fff、()]{1,10}(?:区|镇|乡|街道|板块|部门|单位|村|社区|局|委|办|园区|公司|学校|院|县|市|银行|企业|支部|党委|党组织|科室|处室|年级|班|股室|站所|分管领导)$")


def lead_units(passage: Passage, *, obliged: bool = True) -> list[Named]:
    """Return who leads: 由…牵头, …牵头, …负责, 请…牵头, 责任单位：…; failing these, whom a clause obliges.

    Args:
        passage: the wording of a decision.
        obliged: whether 各区镇应… counts where nobody is said to lead.

    >>> text = "由编委办、财政局、人社局等部门牵头研究。"
    >>> [unit.name for unit in lead_units(Passage(text, range(len(text))))]
    ['编委办', '财政局', '人社局']
    """
    flat = passage.flat
    found = [
        unit
        for match in _LABELLED.finditer(flat)
        if match["kind"] not in ("配合", "协办", "参与", "协助")
        for unit in _units(passage, match, trusted=True)
    ]
    if "牵头" in flat or "负责" in flat or "主办" in flat or "承办" in flat or "主责" in flat or "作为" in flat:
        found += _by_clause(passage, _LEADS)
    if not found and obliged:
        found += _by_clause(passage, _OBLIGED, anchored=True)
    return _distinct(found)


def support_units(passage: Passage, *, leads: Iterable[Named] = ()) -> list[Named]:
    """Return who supports: …配合, …协助, 会同…, 配合单位：…; never a unit that leads.

    >>> text = "市水务局牵头,财政局、住建局配合。"
    >>> [unit.name for unit in support_units(Passage(text, range(len(text))))]
    ['财政局', '住建局']
    """
    flat = passage.flat
    found = [
        unit
        for match in _LABELLED.finditer(flat)
        if match["kind"] in ("配合", "协办", "参与", "协助")
        for unit in _units(passage, match, trusted=True)
    ]
    if "配合" in flat or "协助" in flat or "支持" in flat or "协办" in flat or "参与" in flat:
        found += _by_clause(passage, _SUPPORTS)
    if "会同" in flat or "商" in flat or "联合" in flat or "协同" in flat:
        for match in _WITH.finditer(flat):
            found += _units(passage, match, sector=bool(match["class"]))
    taken = {unit.name for unit in leads}
    return [unit for unit in _distinct(found) if unit.name not in taken]


def _by_clause(passage: Passage, pattern: re.Pattern[str], *, anchored: bool = False) -> Iterator[Named]:
    for clause in _CLAUSE.finditer(passage.flat):
        matches = [pattern.match(passage.flat, clause.start(), clause.end())] if anchored else list(
            pattern.finditer(passage.flat, clause.start(), clause.end())
        )
        for match in matches:
            if match is not None:
                by = bool(match.groupdict().get("by"))
                sector = bool(match["class"]) or bool(match["etc"])
                yield from _units(passage, match, trusted=by, sector=sector)


def _units(passage: Passage, match: re.Match[str], *, trusted: bool = False, sector: bool = False) -> list[Named]:
    start, end = match.span("units")
    opener = _OPENERS.match(passage.flat[start:end])
    if opener and opener.end() < end - start:
        trusted = trusted or opener.group().endswith(("由", "请", "责成"))
        start += opener.end()
    # 「财政部门」: the class belongs to the name where no list stands before it
    if match.groupdict().get("class") and not match.groupdict().get("etc") and "等" not in match.group():
        end = match.end("class")
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
    if is_unit(name) or _PERSON.match(name) or _EVERY.match(name):
        return True
    if sector:
        return len(name) <= 6 and not re.search(r"[的是在把将为与]", name)
    return trusted and (is_name(name) or len(name) <= 10 and not re.search(r"[的是在把将了]|专人|主要", name))


def _distinct(found: Iterable[Named]) -> list[Named]:
    names: set[str] = set()
    kept = []
    for unit in sorted(found, key=lambda unit: (unit.span.start, -unit.span.end)):
        if unit.name not in names:
            names.add(unit.name)
            kept.append(unit)
    return kept
