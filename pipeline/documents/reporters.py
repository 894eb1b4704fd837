"""Who reports (汇报人): in a sentence of its own, behind a label, in a bracket, or before what was said."""

from __future__ import annotations

import re

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.names import is_name, split_person
from pipeline.documents.points import named
from pipeline.minutes import Presenter
from pipeline.patterns import compiled

_SAID = compiled(r"汇报|报告|介绍|说明|通报|发言|意见|情况|《|传达|解读|领学|请示|方案|事项|事宜")
_HEARD = compiled(r"(?:听取|听)了?(?=[^,。;]{2,60}(?:汇报|报告|介绍|说明|通报|发言|意见|《))")
# 「汇报人:区教育局局长吕芬」 on a line of its own, 「(汇报人:米华;主持人:房军)」 behind a matter
_LABELLED = compiled(
    r"(?:^|[( ;,])(?:主?汇[ ]*报[ ]*人?|(?:报告|主讲|提请|介绍)人)[: ]+"
    r"(?P<who>[\u4e00-\u9fff ]{2,30}?(?:\([^()]{2,30}\))?)"
    r"(?=$|[ ]{2,}[\u4e00-\u9fff]{2,6}:|[;,)。])"
)
# 「汇报单位：市海洋发展局（鲁波）」
_UNIT_AND_NAME = compiled(
    r"(?:^|[ ]{2})(?:汇报|提请|报告)(?:单位|部门)[: ]+[^: ]{2,24}?(?:\(|[ ]+)(?P<who>[\u4e00-\u9fff ]{2,8})(?:\)|$)"
)
# 「会议原则同意县水务局局长马龙汇报的…方案」, 「会议审议了区财政局局长卢国关于…的汇报」
_INVITED = compiled(r"邀请(?=[^,。;]{4,24}(?:领学|解读|讲解|作))")
_DECIDED_ON = compiled(r"(?:同意|通过|审议|讨论|研究)了?(?=[^,。;《]{4,24}(?:汇报的|所作的|关于))")
_REPORTED = compiled(r"[^。;]{2,50}?(?:汇报|介绍|说明|通报|报告|传达|解读|领学)")


def who_reports(passage: Passage, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports according to a paragraph: 会议听取了…的汇报, or 市财政局局长…汇报.

    Args:
        passage: the paragraph.
        known: the names on the attendance lists, which need no post or unit beside them.
    """
    labelled = _LABELLED.search(passage.flat) or _UNIT_AND_NAME.search(passage.flat)
    if labelled:
        return passage.part(*labelled.span("who"))
    heard = _HEARD.search(passage.flat) or _INVITED.search(passage.flat) or _DECIDED_ON.search(passage.flat)
    who = reporter(passage, heard.end(), known=known) if heard else None
    if who is None and _REPORTED.match(passage.flat):
        who = reporter(passage, 1 if _BY_WHOM.match(passage.flat) else 0, known=known)
    if who is None and (later := _EXPLAINED.search(passage.flat)) and posted(later["who"]):
        who = passage.part(*later.span("who"))
    if who is None and (told := _READ_OUT.search(passage.flat)):
        parts = split_person(told["who"])
        if told["who"] in known or (parts and parts[2] in known):
            who = passage.part(*told.span("who"))
    return who


# 「会计李翠念了收支明细。」: at a village the words are plainer, so the name must stand on the lists
_READ_OUT = compiled(r"(?:^|(?<=。))(?P<who>[\u4e00-\u9fff]{2,12}?)(?:念|宣读|讲解|讲|说明|介绍)了?(?=[^,。;]{2})")
# 「会议学习了条文，市应急管理局局长李明就修订背景作了说明。」
_EXPLAINED = compiled(
    r"(?<=[,。])(?P<who>[\u4e00-\u9fff() ]{4,26}?)(?:同志)?(?:(?:就|对|围绕)[^,。;]{2,40}?)?作了?[^,。;]{0,8}?"
    r"(?:说明|汇报|介绍|通报)"
)
_BY_WHOM = compiled(r"由(?=[^,。;]{2,40}(?:作|汇报|介绍|说明))")


def reporter(passage: Passage, start: int, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports from an offset on: the shortest beginning that is a unit or a post with a name."""
    flat = passage.flat
    if not _SAID.search(flat, start):
        return None
    for end in _REPORT.finditer(flat, start + 2, min(len(flat), start + 60)):
        who = passage.part(start, end.start())
        if re.search(r"[,。;:《》]", who.flat):
            return None
        # 「副局长童岳（主持工作）的汇报」
        bare = re.sub(r"\([^()]*\)$", "", who.flat.replace(" ", ""))
        parts = split_person(bare)
        if bare in known or (parts and parts[2] in known):
            return who
        if parts and (parts[1] or (parts[0] and is_name(parts[2]))) and not _NO_WHO.search(who.flat):
            return who
        if end.group() in ("关于", "《"):
            return None
    return None


_NO_WHO = compiled(r"^(?:会议|由)|确定|决定|明确|负责|牵头|要求")
_REPORT = compiled(
    r"同志|首先|现场|详细|简要|分别|专题|重点|书面|口头|逐项|具体|全面|所作|作的|作关于|作了|作《|作(?=[^,。;]{0,6}(?:说明|汇报|报告|介绍|通报|领学|传达))|就|关于|对|《|的(?=[^,。;]{0,8}(?:汇报|报告|介绍|说明|通报|发言))"
    r"|汇报|报告|介绍|说明|通报|发言|传达|解读|领学"
    r"|代表|受|向|提出|,|。|$"
)


def presenter_of(
    paper: Paper, who: Passage, *, known: frozenset[str] = frozenset(), labelled: bool = False
) -> Presenter | None:
    """Return who reports, with post and unit, as the document words them; `labelled` where 汇报人： stands before."""
    folded = re.sub(r"\([^()]*\)$", "", who.flat.replace(" ", ""))
    # 「听取了市统计局局长王明、市财政局局长李强的汇报」: the first of several
    pieces = folded.split("、")
    firsts = ("、".join(pieces[: count + 1]) for count in range(len(pieces)))
    folded = next((first for first in firsts if (found := split_person(first)) and (found[0] or found[1])), folded)
    parts = (None, None, folded) if folded in known else split_person(folded)
    if parts is None and labelled and re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", folded):
        # 「汇报人：商略（战略投资部）」: behind the label a rare surname will do
        parts = None, None, folded
    if parts is None:
        return None
    unit, role, name = parts
    worded = named(paper, who.span()).replace(" ", "").replace("\u3000", "")
    if len(worded) != len(folded):
        return Presenter(name=name, role=role, unit=unit)
    at, post = folded.rfind(name), folded.find(role) if role else 0
    return Presenter(
        name=worded[at : at + len(name)],
        role=worded[post : post + len(role)] if role else None,
        unit=worded[: len(unit)] if unit else None,
    )


def posted(who: str) -> bool:
    """Tell whether a wording is a person with a post."""
    parts = split_person(who.replace(" ", ""))
    return bool(parts and parts[1] and is_name(parts[2]))
