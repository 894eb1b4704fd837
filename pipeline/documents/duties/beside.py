"""What stands beside a duty and changes it: who only speaks, who holds a company, who helps another that leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.documents.duties.duty_words import (
    CARRIES,
    CARRIES_OUT,
    CLAUSE,
    HEADS,
    HOLDS,
    LENDS,
    NOW,
    ONCE,
    SEES_TO_IT,
    SERVES,
    SPEAKS,
    SPOKE,
    STANDS_SO,
    STEERS,
    TASKED,
)
from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.parties import Place
from pipeline.documents.duties.parts import BOUND, Part
from pipeline.patterns import compiled

_STOP = compiled("[。;\n]")
# 「“由招商局洽谈”的要求不再执行」「原由水务公司承担的巡查任务取消」: an arrangement that is no more charges nobody
_ANNULLED = compiled(
    r"(?P<old>“[^“”]*”|(?:[原现]|原先|原来|此前|先前)?由[^,。;将把对]{2,24}?(?:牵头|负责|承担|承办|主办|实施|组织|办理|代管|管理|采购|建设|运营|审批)[^,。;将把对]{0,12}?)"
    r"的?[^,。;将把对“”]{0,8}?(?:安排|决定|要求|分工|规定|做法|意见|任务|职责|职能|事项|机制|方案|约定|办法|模式|工作)"
    r"(?:一律|同时|予以|随之|相应|即日起|[自从][^,。;]{2,14}起|,){0,3}(?:作废|废止|取消|撤销|撤回|终止|解除|停止执行|不再(?:执行|实施|沿用|适用|有效|实行|保留))"
)
_OWN_TIME = compiled(
    r"(?:要|应|须|负责)?(?:[按每](?:[天日周旬月季]|半?个?[月年])|(?:于|在)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|底|[上中下]旬)?(?:之|以)?前)"
)
_CALLED = compiled("牵头|[扛负]总责|主抓")


@dataclass(frozen=True, slots=True)
class Duty:
    """One party with its part; `clause` tells in which clause it stands."""

    place: Place
    part: Part
    clause: int


def helping(text: str, duties: list[Duty]) -> list[Duty]:
    """Return the duties of a sentence: where somebody leads in so many words, every one of a class helps.

    So does who sees to it that others do it, and whoever acts, unbidden, behind one who only steers (牵头研究).

    >>> text = "由市住建局牵头,各街道落实"
    >>> [one.part for one in helping(text, [Duty((1, 5), "lead", 0), Duty((8, 11), "obliged", 8)])]
    ['lead', 'support']
    """
    ends = {one.clause: clause.end() for one in duties if (clause := CLAUSE.match(text, one.clause))}
    heads = {one.clause for one in duties if one.part == "lead" and HEADS.search(text, one.place[1], ends[one.clause])}
    leads = {one.clause for one in duties if one.part == "lead"}
    called = {clause for clause in heads if _CALLED.search(text, clause, ends[clause])}
    # behind the last party of its clause stands what all of them do
    acts = {one.clause: max(other.place[1] for other in duties if other.clause == one.clause) for one in duties}
    steers = {one.clause: STEERS.match(text, one.place[1]) for one in duties if one.part == "lead"}
    steered = {clause for clause, match in steers.items() if match}
    # 「由乙局负责协调」 steers the whole, 「由乙局负责协调运力」 has a thing of its own to do
    bare = any(match and text[match.end() : match.end() + 1] in ("", *",。;") for match in steers.values())
    first = min(steered, default=0)

    def helps(one: Duty) -> bool:
        """Tell whether who is told to act helps another."""
        carries_out = CARRIES_OUT.match(text, acts[one.clause], ends[one.clause])
        if called - {one.clause} and one.clause not in called and carries_out:
            return one.part in ("lead", "obliged", "also")
        if one.part not in ("obliged", "also"):
            return False
        if steered and not leads - steered and one.clause not in steered:
            # 「甲公司要完成改造，乙局负责协调运力」
            bound = BOUND.match(text, acts[one.clause], ends[one.clause])
            if bare and not steered & called and _OWN_TIME.match(text, acts[one.clause], ends[one.clause]):
                # 「由王敏负责统筹，农技站按月收集进度，各村于4月10日前上报」
                return False
            return bare or (first < one.clause and not bound)
        if min(leads, default=one.clause) < one.clause and SERVES.match(text, acts[one.clause], ends[one.clause]):
            return True
        if leads - {one.clause} and SEES_TO_IT.match(text, acts[one.clause], ends[one.clause]):
            return True
        carries = LENDS.match(text, *one.place) and CARRIES.match(text, acts[one.clause], ends[one.clause])
        return bool(heads - {one.clause} and carries)

    return [replace(one, part="support") if helps(one) else one for one in duties]


def without_former(text: str, start: int, end: int, duties: list[Duty]) -> list[Duty]:
    """Return the duties of a sentence without those of who did a thing until it ended or passed on (现改由…)."""
    ended = [match.span("old") for match in _ANNULLED.finditer(text, start, end)]
    duties = [one for one in duties if not any(left <= one.place[0] < right for left, right in ended)]
    once = ONCE.search(text, start, end)
    now = NOW.search(text, once.end(), end) if once else None
    if once is None or now is None:
        return duties
    return [one for one in duties if not once.start() < one.place[0] < now.start()]


def without_speakers(text: str, duties: list[Duty]) -> list[Duty]:
    """Return the duties without those of who speaks (「某镇长要求：…」) or owns a company (「由某公司控股」).

    Who stands in a list before one who speaks does too: 「市水利局、市水文中心均认为…」.
    """
    kept: list[Duty] = []
    speak: set[int] = set()
    for one in sorted(duties, key=lambda one: one.place, reverse=True):
        start, end = one.place
        if SPEAKS.match(text, end) or (text[end : end + 1] in ("、", "和", "与") and end + 1 in speak):
            speak.add(start)
        elif not HOLDS.search(text[start:end]):
            kept.append(one)
    return [one for one in duties if one in kept]


def speaks_at(text: str, match: re.Match[str]) -> bool:
    """Tell whether the unit before a colon is said to speak by a name in a bracket, and what it says is no task."""
    spoke = SPOKE.search(text, *match.span("units"))
    if spoke is None or not is_name(spoke["name"].replace(" ", "")):
        return False
    stop = _STOP.search(text, match.end())
    return TASKED.search(text, match.end(), stop.start() if stop else len(text)) is None


def states_at(text: str, match: re.Match[str]) -> bool:
    """Tell whether the unit before a colon only says how things stand: no word behind it tells a task.

    >>> text = "市水文站:水位27.6米,超警0.1米。"
    >>> states_at(text, re.match("(?P<units>市水文站):", text))
    True
    """
    stop = _STOP.search(text, match.end())
    end = stop.start() if stop else len(text)
    return STANDS_SO.search(text, match.end(), end) is not None and not _TOLD_TO.search(text, match.end(), end)


_TOLD_TO = compiled(
    r"(?<!响)应(?!急)|须|(?<![主重需])要(?!求)|\d{1,2}(?:月|日|个工作日)[^,。;]{0,4}[前内]|[月年]底|[周日天月年]内|[日天月底周]前|负责|牵头|配合|完成"
    r"|制定|尽快|抓紧|立即|确保|做好|加强|落实|每[天日周月]|推进|由|请|开展|组织|加快|不得|严禁|务必|增(?=派|加)|补[足齐充]|排查|整改"
)
