"""Who can report: a unit, a post that speaks for one, or a person behind a unit; and a list of them taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.duties.names import FULL_ROLE, ROLE, ends_as_unit, is_name, split_person
from pipeline.documents.duties.parties import JUNK, POST, is_generic, is_party
from pipeline.documents.duties.roster import roster
from pipeline.documents.duties.units import find_units
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

LONGEST = 26
"""Characters of a unit with the post that speaks for it, at most."""

_NO_UNIT = compiled(
    r"会议|会上|本次|此次|上次|全体|以及|情况|问题|工作$|方案|汇报|报告|说明|听取|认为|进行|建设$|年度|[\d一二三四]季度|月份|\d年"
    r"|向(?![阳前明])|对(?![外口台])|每|请|于(?![都田洪])|被|[将把]"
    r"|^(?:以下|下列|上述|各方|双方|大会|全市|全县|全区|领导|班子|政府|党委|公司|学校|医院|集团|学院|中心|银行|企业|机关|社区|街道)$"
)
_CLASS = compiled(
    r"(?:设计|建设|施工|监理|编制|项目|业主|评估|咨询|审计|实施|代建|申报|运营|第三方(?:评估|检测|审计|咨询)?)(?:单位|机构|公司)"
    r"|(?:项目|评审|考察|调研|审计|专家)组|各[\u4e00-\u9fff]{0,6}(?:小组|专班)|(?![全本各我该第])[\u4e00-\u9fff]{2,5}(?<![小心])组|[一二三四五六七八九十]车间"
    r"|(?![全本各我该上下])[\u4e00-\u9fff]{2,8}(?:采油|炼|电|水|分|一|二|三)厂|(?![全本各我该上下])[\u4e00-\u9fff]{2,8}(?:院|矿|队|所|站)"
)
NAME_BEHIND = compiled(r"(?P<unit>[\u4e00-\u9fff]{2,24}?)\((?P<name>[\u4e00-\u9fff](?: *[\u4e00-\u9fff]){1,3})\)")
"""「县林业和草原局(冉朴)」: who speaks for a unit stands behind it."""
# 「(冉朴)」 behind a unit, 「局长金素桐」: somebody is named
_NAMED = compiled(
    rf"\([\u4e00-\u9fff]{{2,3}}(?<![局办委处科部院所室])\)$|{ROLE}[\u4e00-\u9fff]{{2,3}}(?<![局办委处科部院所室组])$"
)
_POST = compiled(r"(?:主要|分管|有关|相关|具体|工作)?(?:负责人|负责同志|领导|同志|人员)$")
_SPEAKS = compiled(r"长$|经理$|主任$|书记$|总监$|主席$|总裁$|工程师$|会计师$|负责人$|负责同志$")


def reporters_in(who: Passage) -> list[Passage]:
    """Return the units of a list, each with the post that speaks for it, or nothing where one is none.

    >>> text = "市住房和城乡建设局、县财政局主要负责同志"
    >>> [one.flat for one in reporters_in(Passage(text, range(len(text))))]
    ['市住房和城乡建设局', '县财政局主要负责同志']
    """
    found: list[Passage] = []
    at = 0
    begin = 0
    for piece in who.flat.split("、"):
        one = who.part(begin, at + len(piece))
        at += len(piece) + 1
        if POST.match(one.flat):
            continue  # 「市委常委、副市长」: two posts of one person
        parts = _parts(one)
        if not parts:
            return []
        found += parts
        begin = at
    return found if begin == at else []


def unit_and_post(reporter: Passage) -> tuple[Passage | None, Passage | None]:
    """Return the unit and the post of who reports without a name.

    >>> text = "市财政局主要负责同志"
    >>> [part.flat for part in unit_and_post(Passage(text, range(len(text))))]
    ['市财政局', '主要负责同志']
    """
    if _is_unit(reporter.flat):
        return reporter, None
    post = _post_at(reporter.flat)
    if post is None:
        return None, None
    unit = reporter.part(0, post)
    return (unit if unit.flat else None), reporter.part(post)


def _parts(piece: Passage) -> list[Passage]:
    """Return a piece as one unit, or as the two that 和 joins."""
    for sign in re.finditer("以及|[和与及]", piece.flat):
        left, right = piece.part(0, sign.start()), piece.part(sign.end())
        whole = [name for _, name in find_units(piece.flat)] == [piece.flat]
        if not whole and _is_reporter(left.flat) and _is_reporter(right.flat) and left.flat[-1] not in "政务业化":
            return [left, right]
    if _is_reporter(piece.flat):
        return [piece]
    # 「区教育局(牵头)」「区教育局(伦某)」: what stands behind it is no unit
    aside = NAME_BEHIND.fullmatch(piece.flat)
    return [piece.part(*aside.span("unit"))] if aside and _is_unit(aside["unit"]) else []


def _is_reporter(text: str) -> bool:
    """Tell whether a text is a unit, or a post of one, or a person with both, that can report."""
    return _is_unit(text) or _post_at(text) is not None or is_person(text)


def is_person(text: str) -> bool:
    """Tell whether a text is a person with unit and post: 「县水文站站长祖明」.

    >>> is_person("县水文站站长祖明"), is_person("县水文站"), is_person("校长办公室")
    (True, False, False)
    """
    if (match := NAME_BEHIND.fullmatch(text)) is not None:
        return is_name(match["name"].replace(" ", "")) and _is_unit(match["unit"])
    parts = split_person(text.replace(" ", ""))
    return parts is not None and bool(parts[0] and parts[1]) and is_name(parts[2]) and _is_unit(parts[0] or "")


def _is_unit(text: str) -> bool:
    if not 2 <= len(text) <= LONGEST or _NO_UNIT.search(text) or JUNK.search(text):
        return False
    if (is_name(text) and not ends_as_unit(text)) or _NAMED.search(text):
        return False
    if _CLASS.fullmatch(text):
        return True
    return not is_generic(text) and _post_at(text) is None and is_party(roster(), text, True)


def _post_at(text: str) -> int | None:
    """Return where the post begins that speaks for a unit, or `None` where a text ends in none."""
    match = _POST.search(text)
    if match is not None:
        return match.start() if match.start() and _is_unit(text[: match.start()]) else None
    if not _SPEAKS.search(text):
        return None
    for role in _roles(text):
        unit = text[:role]
        if (unit and _is_unit(unit)) or (not unit and len(text) >= 3):
            return role
    return None


def _roles(text: str) -> Iterator[int]:
    """Yield where a post can begin that ends with a text, the longest first."""
    for start in range(len(text)):
        if FULL_ROLE.fullmatch(text, start):
            yield start
    if re.fullmatch("分管[副]?[省市县区镇校院]长", text):
        yield 0
