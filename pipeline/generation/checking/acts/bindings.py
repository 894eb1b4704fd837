"""Who does what: a statement may not give somebody what its source has another do, wherever both are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.duties.names import FULL_ROLE
from pipeline.generation.checking.reading.fold import pairs, without_titles
from pipeline.generation.checking.reading.namelike import is_person
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_ENOUGH = 3
"""Pairs of characters of what is done that only another's part of the source has."""
_DOES = (
    "负责|牵头|组织|配合|协助|协同|承办|主办|协办|会同|承担|具体|总负责|汇报|说明|介绍|通报|作了?|提出|要求|认为|建议|指出|强调|表示|主张|反对"
    "|要(?![点素闻件道])|应(?![急用对邀收付])|须|只|拟|可(?![行能研持再控视靠])|务必|今后|担任|落实|安排|审签|审定|审核|把关|提供|完成|实施|办理|做好|抓好|加快|尽快|抓紧|监督|督促|管|收集|报送|提交|编制|制定|启动|开展|同意"
)
_WHO = compiled(
    rf"(?:^|(?<=[,;。:、()|\n.])|(?<=由|归|请)|(?<=责成|委托|交给|要求))(?P<who>[\u4e00-\u9fff]{{2,14}}?)(?:、(?P<more>[\u4e00-\u9fff、]{{2,40}}?))?(?=(?:同志)?(?:{_DOES}))"
)
_NOBODY = compiled(
    r"会议|与会|大家|全体|本次|此次|以上|上述|其中|同时|另外|此外|原则|事项|方案|办法|意见|工作|项目|资金|经费|问题|情况|时间|标准|任务|责任|单位|部门"
    r"|各(?![\u4e00-\u9fff]{0,6}[市县区镇乡村局委]|乡镇|街道)|有关|相关|第(?![一二三四五六七八九十]+[人医中小实幼])|议定|议题|因|对(?!外)|将|把|按|在|从|为|并|也|还|需|不|未|已|都|均|其|该|此|这|一|二|三|四|五|六|七|八|九|十|前|后(?!勤)|期间|完成|进行|关于|如|若|经(?![济开信贸发营])|报(?![社业])|以|用|再|再次|先|后续|目前|今年|明年|要|应|须"
)
_PASSIVE = compiled(rf"(?:由|归|交|给|责成|委托|请|的,?是)(?:[\u4e00-\u9fff]{{0,12}}?(?:{FULL_ROLE.pattern}))?$")
_UNIT_END = compiled(
    "(?:政府|党委|党组|工会|[局委办厅处科部院会镇乡村县区市站所队组室股行社校馆园厂店司]|中心|公司|集团|学校|医院|街道|社区|大队|支队|指挥部|平台|企业|单位|各方)$"
)
_SENTENCE = compiled(
    r"(?:完成|办结)?时[限间]:|[;!?]|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff\d])|。(?!\s*(?:\(|\d{1,2}[.、]|[二三四五六七八九十]是))|\n(?=[^\n])"
)
_LABEL = compiled(r"(?:责任|牵头|主办|承办|负责|办理)(?:单位|部门|人|领导)?(?:\([^()]*\))?:$|[(〔]$")
_JOINED = compiled(r"[、和与及同会]*|、[\u4e00-\u9fff]{2,3}|(?:要|应|须)?(?:会同|联合)")
_SPEAKS = compiled("(?:同志)?(?:又|还|最后)?(?:强调|指出|要求|提出|认为|表示|主张|反对|建议|说)")
_MEETS = compiled(",会[议上]")
_POST = compiled(rf"(?:{FULL_ROLE.pattern})")
_HELPS = compiled(r"[、,]?[\u4e00-\u9fff、]{0,40}?(?:配合|协助|协同|参与|支持|协办|参加)")


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named in a sentence, and what the sentence says of them."""

    name: str
    deed: frozenset[str]
    wide: frozenset[str]
    speaks: bool


def binding_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield whoever a folded statement gives what its source says of somebody else.

    >>> source = Source("下湾村负责组织实施,规建办负责技术把关。", "")
    >>> [problem.text for problem in binding_problems("建设由规建办组织实施", source)]
    ['规建办']
    >>> list(binding_problems("规建办负责技术把关,由下湾村组织实施", source))
    []
    """
    text = without_titles(source.text)
    names = sorted({*_names(text), *(name for name in _names(clause) if name in text)}, key=len, reverse=True)
    if len(names) < 2:
        return
    told = [one for part in _SENTENCE.split(text) for one in _told(part, names, wide=True)]
    known = {one.name for one in told}
    for part in re.split("[;。!?]", without_titles(clause)):
        opening = [unit for unit in units(part) if f",{unit}" in part and not unit.endswith(tuple(known))]
        named = sorted({*(name for name in names if name in known), *opening}, key=len, reverse=True)
        for one in _told(part, named, wide=False):
            if one.name not in known:
                continue
            own = max(len(one.deed & other.wide) for other in told if other.name == one.name)
            there = [
                other
                for other in told
                if not other.name.endswith(one.name)  # 人社局 is 县人社局
                and not one.name.endswith(other.name)
                and len(one.deed & other.deed) >= own + _ENOUGH
                and (other.speaks or not one.speaks)
            ]
            if there:
                best = max(there, key=lambda other: len(one.deed & other.deed))
                yield Problem("part", one.name, f"出处中这件事是“{best.name}”的，不是“{one.name}”的")


def _names(text: str) -> list[str]:
    """Return whom a text names as somebody who does something, the longest first."""
    found: dict[str, None] = {}
    for match in _WHO.finditer(text):
        for who in (match["who"], *(match["more"] or "").split("、")):
            behind = max((role.end() for role in FULL_ROLE.finditer(who)), default=0)
            name = who[behind:] if 2 <= len(who) - behind <= 4 else who
            name = re.split("[由归请待]|会同|联合(?!会)", name)[-1].removesuffix("先行")
            if len(name) >= 2 and not _NOBODY.match(name) and (_UNIT_END.search(name) or is_person(name)):
                found[name] = None
    return sorted(found, key=len, reverse=True)


def _told(part: str, names: Sequence[str], *, wide: bool) -> Iterator[_Named]:
    """Yield who is named in a sentence, each with what is said of them."""
    places = _places(part, names)
    for index, (start, end) in enumerate(places):
        if index + 1 < len(places) and _POST.fullmatch(part, end, places[index + 1][0]):
            continue  # 市住建局局长某某: it is the man who does it
        last = index
        while last + 1 < len(places) and _JOINED.fullmatch(part, places[last][1], places[last + 1][0]):
            last += 1
        stop = places[last + 1][0] if last + 1 < len(places) else len(part)
        far = last
        while far + 1 < len(places) and _HELPS.match(part, places[far + 1][0]):
            far += 1
        limit = places[far + 1][0] if far + 1 < len(places) else len(part)
        first = index
        while first and _JOINED.fullmatch(part, places[first - 1][1], places[first][0]):
            first -= 1
        before = part[places[first - 1][1] if first else 0 : places[first][0]]
        if first:  # what stands a clause before is of whoever is named there
            before = before.rpartition(",")[2]
        passive, label = _PASSIVE.search(before), _LABEL.search(part[: places[first][0]])
        after = part[places[last][1] : stop]
        if passive and not wide:
            after = after.partition(",")[0]
        if not wide:
            after = _MEETS.split(after)[0]  # 待甲局评估后,会议再议乙的提议
        if not wide and _HELPS.match(after):
            continue  # 乙局配合，6月底前完成: what is done then is of whoever leads
        deed = pairs(after) | (pairs(before) if passive or label else set())
        whole = pairs(part[end:limit]) | (pairs(part[:start]) if passive or label or not index else set())
        yield _Named(part[start:end], frozenset(deed), frozenset(whole | deed), bool(_SPEAKS.match(part, end)))


def _places(part: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Return where names stand in a sentence, none within another."""
    found: list[tuple[int, int]] = []
    for name in names:
        for match in re.finditer(re.escape(name), part):
            if all(match.end() <= start or end <= match.start() for start, end in found):
                found.append(match.span())
    return sorted(found)
