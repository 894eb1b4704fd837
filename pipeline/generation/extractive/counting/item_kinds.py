"""What kinds of items a question counts: heard, on a paper, voted on, let through, turned down, put off."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.spoken.verdicts import CONSENTS
from pipeline.generation.extractive.counting.whole_meeting import COUNTED, MEASURE, REVIEWED
from pipeline.generation.understanding import asking
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Item

NOT = r"(?:没有?|未|不|没能|未能)(?:被|能|获得?|得到?|予以?|给)*"
LET_THROUGH = r"(?:审议|表决|会议)?(?:原则上?)?(?:通过|同意|批准|放行|点头|答应|采纳|准许|过关|批|准|过)"
TURNED_DOWN = compiled(
    rf"{NOT}{LET_THROUGH}了?|(?:不予|未予){LET_THROUGH}|否(?:决|掉|了)了?|枪?毙掉?了?|驳回|驳了|打回|顶回去?|退回|回绝|拒绝|挡回去?|挡下|吃了?闭门羹|黄了"
)
PUT_OFF = compiled(
    r"再议|再研究|缓议|暂缓(?:审议|表决|研究|出台|通过|实施|执行)?|暂不(?:研究|审议|表决|决定|上会)|搁置|搁下|搁浅|放一放|推迟|延后|延期|往后(?:推|放|拖|再说|的)?|留待(?:往后|以后|下次|将来)?|押后|压后|挂起|缓一缓|悬而未决"
    r"|(?:下次|以后|改天)(?:会议)?再[议说上定审]|(?:没有?|未|没能)(?:当场)?(?:定下来|定论|拍板|拿定主意|下结论)"
)
WITHOUT_VERDICT = compiled(
    r"(?:没有?|未)(?:载明|写明|给出|说明|作出|明确|写|形成)?(?:审议|任何|明确的?)*(?:结论|定论|决议|决定|表态)"
)
NEITHER = compiled(r"(?:没有?|未|不)(?:被|获|能)*放行|没(?:办法)?过(?:会|关)|没成")
"""What was not let through may have been turned down or put off."""
PASSED = compiled(r"(?:审议|表决)?(?P<degree>原则上?)?(?P<word>通过|同意|批准|批了?|放行|准了|点头|过会|过关|拍板)了?")
HEARD = compiled(
    r"[“\"]?(?:会议)?听取了?[…\.—]*(?:的)?汇报[”\"]?|由?(?:各|有关|相关)?(?:部门|单位)[作做]?了?(?:的)?(?:汇报|报告)|听(?:取|的|了)?(?:的|了)?(?:汇报|报告|(?=[^，。]{0,4}(?:汇报|报告|情况|几|多少|哪)))|(?:汇报|报告|情况通报)类"
)
PAPERS = compiled(r"(?:规范性|制度性?|正式)?(?:文件|文稿|本子)")
NOT_ALL_FOR = compiled(r"(?:不是|没有?|并非|非|未|没能)(?:获|获得|拿到)?(?:全票|一致)(?:通过|同意)?")
ALL_FOR = compiled(r"全票|一致(?:通过|同意)|没有?(?:人|谁)?(?:反对|弃权)|无(?:人)?反对|零反对")
WHICH_MEETINGS = compiled(r"哪(?:些|几)?[次场回个份]?(?:[^，。？?]{0,6}?会议?|纪要|文件)(?:上|里|中)?")
VOTED = compiled(r"(?:举手|投票)?表决(?:的|了)?|投了?票")
SAID = (
    REVIEWED,
    WHICH_MEETINGS,
    NEITHER,
    NOT_ALL_FOR,
    WITHOUT_VERDICT,
    TURNED_DOWN,
    PUT_OFF,
    ALL_FOR,
    PASSED,
    HEARD,
    PAPERS,
    VOTED,
)
"""What a question says of the items that it counts."""

NAMES = {"rejected": "未获通过", "deferred": "再议或暂缓"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted: how to say it, and what tells an item of it; `verdicts` are the outcomes that make one."""

    name: str
    holds: Callable[[Item], bool]
    verdicts: tuple[str, ...] = ()


def kinds_asked(text: str) -> list[Kind] | None:
    """Return the kinds of items that a question counts; one that holds every item where it names none."""
    if WITHOUT_VERDICT.search(text):
        return None  # told by the list of verdicts
    rest, kinds = text, []
    if NOT_ALL_FOR.search(text):
        return [Kind("载明有反对票或弃权票", _not_all_for)]
    if ALL_FOR.search(text):
        return [Kind("载明全票或一致通过", _all_for)]
    if NEITHER.search(rest):
        rest = NEITHER.sub("，", rest)
        rejected, deferred = True, True
    else:
        rejected, deferred = False, False
    if PUT_OFF.search(rest):
        rest, deferred = PUT_OFF.sub("，", rest), True
    if TURNED_DOWN.search(rest):
        rest, rejected = TURNED_DOWN.sub("，", rest), True
    if rejected or deferred:
        wanted = [*(["rejected"] if rejected else []), *(["deferred"] if deferred else [])]
        if len(COUNTED.findall(text)) > 1 and PASSED.search(rest):
            kinds.append(_of_verdicts(asking.verdict_asked(rest) or CONSENTS, "通过或同意"))
        return [*kinds, _of_verdicts(tuple(wanted), "、".join(NAMES[one] for one in wanted))]
    if passed := PASSED.search(rest):
        classes = asking.verdict_asked(rest) or CONSENTS
        if _papers_alone(rest):
            return [_of_verdicts(classes, passed["word"], papers=True)]
        return None  # told by the list of verdicts
    if VOTED.search(rest):
        return [Kind("载明票数", lambda item: item.votes is not None)]
    heard, papers = bool(HEARD.search(rest)), _papers_alone(rest)
    if heard and not papers and not re.search(r"审议|文件|讨论", rest):
        kinds.append(Kind("听取汇报", _is_heard))
    elif papers and not heard:
        kinds.append(Kind("文件", _is_paper))
    return kinds or [Kind("", lambda item: True)]


def _of_verdicts(classes: tuple[str, ...], name: str, *, papers: bool = False) -> Kind:
    """Return the items, or those about papers, that got one of some verdicts."""

    def holds(item: Item) -> bool:
        own = [one for one in item.outcomes if one.class_ in classes]
        return bool(own) and (not papers or "《" in item.title or any("《" in one.text for one in own))

    return Kind(name, holds, classes)


def _papers_alone(text: str) -> bool:
    return bool(
        re.search(rf"(?:几|多少|哪(?:些|[几两三四五六七八九十]{MEASURE}?))[份个项]?(?:规范性|制度性?)?文件", text)
    )


def _is_paper(item: Item) -> bool:
    """Tell whether an item is about a paper by its title, and is not only a report on one."""
    return "《" in item.title and not _is_heard(item)


def _is_heard(item: Item) -> bool:
    """Tell whether an item is a report that was heard."""
    return (item.verb or "").startswith("听") or bool(re.search(r"^听取|情况的?(?:汇报|通报|报告)$", item.title))


def _all_for(item: Item) -> bool:
    votes = item.votes
    if votes is not None and votes.for_:
        return not votes.against and not votes.abstain
    return any("一致" in one.text or "全票" in one.text for one in item.outcomes)


def _not_all_for(item: Item) -> bool:
    return item.votes is not None and bool(item.votes.against or item.votes.abstain)
