"""Which unit reports where nobody is named: 「会议听取了市财政局关于…的汇报」, 「(市教育局汇报)」, 「汇报单位:…」."""

from __future__ import annotations

import bisect
import re

from pipeline.documents.spoken.spokesmen import LONGEST, reporters_in
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_WITHIN = 90
"""Characters from the first unit that is heard to the last sign of what it reported."""

# 「汇报单位:市教育局」 on a line of its own, 「(汇报单位:县统计局)」
_ONE = r"[\u4e00-\u9fff ]{2,24}?(?:\([\u4e00-\u9fff ]{1,8}\))?"
_LABELLED = compiled(
    r"(?:(?:^|[( ;,])(?:主?汇报(?:单位|部门|科室|处室)?|(?:报告|通报|提请|提交|议题提出)(?:单位|部门|科室|处室))[: ]+"
    r"|^[\[【]汇报(?:人|单位|部门)?[\]】][: ]*)"
    rf"(?P<who>{_ONE}(?:、{_ONE}){{0,5}})(?=$|[ ]{{2,}}[\u4e00-\u9fff]{{2,6}}:|[;:,()。])"
)
_LABELLED_MAN = compiled(
    r"(?:^|[( ;,])(?:主?汇报人|报告人|提请人)[: ]+(?P<who>[\u4e00-\u9fff、]{2,40})(?=$|[;,)。]|[ ]{2})"
)
# 「(市公安局汇报)」「(由市司法局提请,列席:…)」
UNITS_ASIDE = compiled(
    r"\((?:由)?(?P<who>[\u4e00-\u9fff、 ]{2,60}?)(?:分别|负责|作)?"
    r"(?:汇报|报告|介绍|说明|提请(?:会议)?(?:审议|研究|讨论)?)(?:,[^()]*)?\)"
)
_HEARD = compiled(
    r"(?<![要应须])(?:听取|听)(?:并(?:审议|讨论|研究)|和(?:审议|讨论))?了?(?=[^,。;]{2,70}(?:汇报|报告|介绍|说明|通报|解读|《))"
)
# 「会前听取了」「市政府每季度听取一次」「由市政府办公室组织听取」: another occasion, or one to come
_ANOTHER_DAY = compiled(
    r"会前|此前|先后|日前|前期(?!工作)|上次|上月|去年|曾|下次|会后|届时|定期|适时|每(?:年|季|月|周|半年|两)|[应须拟将]|要(?!求)|组织|安排|请|由"
)
_EARLIER = compiled(r"会前|此前|日前|前期(?!工作)|上次|去年|下次|会后|届时")
_NUMBERED = compiled(r"第[\d一二三四五六七八九十百]+次")
_SIGN = compiled("汇报|报告|介绍|说明|通报|解读|提请|听取")
_REPORT = r"(?:汇报|报告|介绍|说明|通报)"
# behind a unit that was heard: on what, or the report itself
_BEHIND_HEARD = compiled(
    rf"(?=(?:等(?:[\d一二三四五六七八九十两]+(?:个|家))?(?:部门|单位|局|科室|处室|乡镇|镇)?)?"
    rf"(?:分别|[所]?作的|就|关于|对|围绕|针对|《|的[^,。;]{{0,14}}?(?:{_REPORT}|解读)|代表|(?:专题|书面|口头|详细|简要)*汇报(?!材料|工作|制度|会)))"
)
_TO_THE_POINT = compiled(rf"(?:{_REPORT}|解读|》)")
_AND_ANOTHER = compiled(r"(?:以及|和|及|与|[、,]并?(?:听取了?)?)(?=[\u4e00-\u9fff]{2,20}?(?:关于|就|对|《))")
_ADVERBS = (
    r"(?:首先|随后|接着|分别|依次|先后|现场|当场|详细|简要|专题|重点|书面|口头|逐项|逐一|具体|全面|集中|在会上|向(?:会议|大会|与会人员|全体代表|常委会|董事会)"
    r"|受[^,。;]{2,14}委托,?|代表[\u4e00-\u9fff]{2,14}?(?=作|就|向|汇报|对)|(?:负责|有关|相关)?同志)*"
)
_ON = r"(?:就|对|围绕|针对|关于)[^,。;]{2,60}?"
_WORK = (
    rf"(?:专题|书面|口头|起草|编制|修订|情况|有关|相关|详细|简要|全面|具体|补充|工作|议案|述职|方案|政策|解读|的|了)*"
    rf"{_REPORT}"
)
# 「市水利局汇报了…」「县财政局就预算作说明」「市教育局作起草说明」「人事科汇报。」
_TOLD = compiled(
    rf"(?={_ADVERBS}(?:{_REPORT}(?:了|的(?!材料|时候))|汇报(?:[。;,:]|[ ]*$)"
    rf"|{_ON}(?:(?:作|做|进行)了{_WORK}|(?:作|做)(?!出|好){_WORK}[。;,]?|{_REPORT}了)"
    rf"|(?:作|做|进行)了[^,。;]{{0,40}}?{_REPORT}"
    rf"|(?:作|做|进行)(?!出|好)(?:关于[^,。;]{{2,50}}?的|《[^》]{{2,50}}》(?:的)?|[^,。;]{{2,24}}?的)?{_WORK}))"
)
# 「市住建局汇报城镇燃气安全工作」: a heading, or a paragraph that opens so
_TELLS = compiled(rf"(?={_ADVERBS}汇报(?!时|后|前|会|材料|人|单位|工作|制度|提纲|机制|[。;,:]|$))")
_ASKS = compiled(r"(?=提请(?:本次|此次)?(?:会议|常务会议?|办公会议?|党组会议?)?(?:研究|审议|审定|讨论|审核|审批))")
_OPENS = compiled(
    r"(?:^|(?<=[。;]))[ ]*(?:会上,?|会议(?:首先|现场)?由|首先,?(?:由)?|随后,?(?:由)?|接着,?(?:由)?|由|据)?"
)
_GOES_ON = compiled(r"(?<=,)(?:由|首先由|会上由)?")
_OF_PAPER = compiled(
    r"(?:同意|通过|审议|讨论|研究)了?(?=[^,。;《]{3,24}(?:汇报的|所作的|作的|提请的|提请(?:审议|研究|讨论)的|关于))"
)
_PAPER = compiled(
    r"(?=(?:[所]?作的|汇报的|提请(?:审议|研究|讨论)?的|(?:关于|就|对)[^,。;]{2,60}?的?(?:情况的?)?汇报(?:[,。;]|$)))"
)
_ASKED_FOR = compiled(r"(?=(?:汇报|提请(?:审议|研究|讨论)?)的)")
# those above who pass on what was decided elsewhere: 「听取省委关于…精神的汇报」 has no reporter
_ABOVE = compiled(
    r"(?:中共|党|全国)?中央[\u4e00-\u9fff]{0,6}|国务院[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff]{0,3}[省市县区州盟旗](?:委|政府|人民政府|委省政府|委市政府|委县政府|委区政府)"
    r"|[\u4e00-\u9fff]{0,6}自治区(?:党委|政府|人民政府)|上级[\u4e00-\u9fff]{0,6}"
)
_PASSED_ON = compiled(r"精神|讲话|批示|指示|通知|部署要求|决策部署")


def units_told(passage: Passage) -> list[Passage]:
    """Return which units report according to a paragraph, each as it stands there; nothing where none does.

    >>> text = "会议听取了市教育局、市财政局关于学位建设情况的汇报。"
    >>> [unit.flat for unit in units_told(Passage(text, range(len(text))))]
    ['市教育局', '市财政局']
    """
    if not _SIGN.search(passage.flat):
        return []
    if found := labelled_units(passage):
        return found
    for heard in _HEARD.finditer(passage.flat):
        if (found := units_heard(passage, heard.end())) and not _of_another_day(passage.flat, heard.start()):
            return found
    return _subjects(passage) or _of_paper(passage)


def labelled_units(passage: Passage) -> list[Passage]:
    """Return which units a label or a bracket names: 汇报单位:市教育局, (市公安局汇报)."""
    for pattern in (_LABELLED, _LABELLED_MAN, UNITS_ASIDE):
        for match in pattern.finditer(passage.flat):
            if found := reporters_in(passage.part(*match.span("who"))):
                return found
    return []


def units_heard(passage: Passage, start: int) -> list[Passage]:
    """Return which units are heard from an offset on: 「市财政局关于…和市审计局关于…的汇报」."""
    found = _first(passage, start, _BEHIND_HEARD)
    if not found:
        return []
    at = _after(passage, found[-1])
    clause = re.split("[。;]", passage.flat[at : at + _WITHIN], maxsplit=1)[0]
    if not _TO_THE_POINT.search(clause):
        return []
    if _ABOVE.fullmatch(found[0].flat) and _PASSED_ON.search(clause):
        return []
    for sign in _AND_ANOTHER.finditer(passage.flat, at, at + len(clause)):
        found += _first(passage, sign.end(), _BEHIND_HEARD)
    return found


def units_of_heading(matter: Passage, *, heard: bool) -> list[Passage]:
    """Return which units report according to a heading behind its verb; `heard` where this is 听取."""
    if found := labelled_units(matter):
        return found
    if heard and (found := units_heard(matter, 0)):
        return found
    if matter.flat.startswith("关于") and (found := _first(matter, 2, _ASKED_FOR)):
        return found
    return _first(matter, 0, _PAPER) or _first(matter, 0, _TOLD) or _first(matter, 0, _TELLS)


def _subjects(passage: Passage) -> list[Passage]:
    """Return who is said to report: 「市水利局汇报了…」, at the start of a sentence or behind a comma."""
    for opening in _OPENS.finditer(passage.flat):
        here = opening.end()
        if found := _first(passage, here, _TOLD) or _first(passage, here, _ASKS):
            return found
        if opening.start() == 0 and not opening.group() and (found := _first(passage, here, _TELLS)):
            return found
    for comma in _GOES_ON.finditer(passage.flat):
        found = _first(passage, comma.end(), _TOLD)
        if not found or "了" not in passage.flat[(at := _after(passage, found[-1])) : at + 80]:
            continue
        sentence = _sentence_before(passage.flat, comma.start())
        if not _EARLIER.search(sentence) and not _NUMBERED.search(sentence):
            return found
    return []


def _of_another_day(flat: str, heard: int) -> bool:
    """Tell whether what is heard at an offset was heard before the meeting, or is still to be heard."""
    sentence = _sentence_before(flat, heard)
    return bool(_EARLIER.search(sentence) or _ANOTHER_DAY.search(re.split("[,:]", sentence)[-1]))


def _sentence_before(flat: str, end: int) -> str:
    """Return what a sentence says up to an offset; only it is read, however long the paragraph."""
    return flat[max(flat.rfind("。", 0, end), flat.rfind(";", 0, end)) + 1 : end]


def _of_paper(passage: Passage) -> list[Passage]:
    for match in _OF_PAPER.finditer(passage.flat):
        if found := _first(passage, match.end(), _PAPER):
            return found
    return []


def _first(passage: Passage, start: int, behind: re.Pattern[str]) -> list[Passage]:
    """Return the units that stand from an offset up to what shows that they report."""
    flat = passage.flat
    for sign in behind.finditer(flat, start + 2, min(len(flat), start + 3 * LONGEST)):
        who = passage.part(start, sign.start())
        if re.search(r"[,。;:《》]", who.flat):
            return []
        if found := reporters_in(who):
            return found
    return []


def _after(passage: Passage, part: Passage) -> int:
    """Return the index in a passage right behind a part of it."""
    return bisect.bisect_left(passage.offsets, part.end - 1) + 1
