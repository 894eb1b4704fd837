"""What is done and what is only to be done: a statement says 已 and 了 only of what its source says so."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clauses, flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.generation.checking.reading.verdicts import verdicts
from pipeline.patterns import compiled

_ALREADY = compiled("已(?![有知婚故]|[\u4e00-\u9fff]{1,2}未)|业已")  # 已供未建的土地
# 汇报了, 同意了: what the meeting itself did needs no other word for it
_FOLLOWS = compiled(r"(?<=[\u4e00-\u9fff])(?<![为除罢极得不])(?<![得收看等想听达遇]到)了(?![解却结吗呢])")
_OF_THE_MEETING = compiled(
    "(?:听取|审议|讨论|研究|通过|同意|明确|要求|强调|汇报|介绍|主持|召开|参加|出席|列席|回避|传达|学习|部署|表决|提出|说明|决定"
    "|议定|作|指出|通报|批准|确定|定|暂缓|否决|宣读|肯定|请|提|给|投|安排|规定|设|分)出?$"
    # 会上同意买了, 时间改了, 改到月底前了: what is decided, and no deed
    "|(?:同意|决定|批准|答应)(?!的)[^,。;]{0,14}$"
    "|(?:改|换|挪|推迟|推后|顺延|延|缓|取消|停|调整|调)$|(?:改|换|挪|推迟|推后|顺延|延|调整|调)(?:到|至|为|成|给|在)[^,。;]{1,14}$"
)
_DECIDED = compiled(
    "(?:请假|缺席|出席|列席|到会|参会|回避|汇报)|(?:经|由|在|被|获得?|得到|予以)?[^,。;]{0,12}?(?:原则)?(?:同意|通过|批准|否决|不予|未获|暂缓)(?:了|。|,|$|并|且|的)?"
    "|(?:会议)?(?:决定|议定)"
)
_SIGNS = compiled(
    r"已(?!知)|业已|(?<!听取)(?<!审议)(?<!讨论)(?<!研究)(?<!汇报)了(?!解)|累计|截[至止]|目前|现[有为已]|以来|至今|曾|年来|现状|近期|此前|前期|上年|去年|完成了|到位率|滞后|占(?:年度|全年|总)[^,。;]{0,6}的?\d|完成(?:年度|全年|年初)[^,。;]{0,6}\d[\d.]*%|同比|环比"
)
_TO_COME = compiled(
    r"拟|计划|争取|力争|建议(?=[^,。;])|预计|准备(?!金)|将(?![军近])|(?<![接招对看优])待(?!遇)|要(?!求[^,。;]{0,4}[:。])|须|应(?![急对用邀])|需(?!求)|确保|尽快|抓紧|(?:[月日底末旬]|之|以)前"
    r"|由[^,。;]{2,20}(?:牵头|负责|办理|落实)|提交|提请|报请|报(?=[^,。;道告名]{2,12}(?:审|批|备案|研究))|同意(?:实施|立项|建设|购置)"
)
_NEXT = compiled("(?:并且?|而且|且|同时|后)(?P<rest>[^,。;]{4,})")
_TO_COME_YET = compiled("[要须应需等待拟将如若]|后|再|方可|才|前(?=[,。;完办提报])|争取|力争|计划|建议")
_TELLS = compiled("通报|整改|进展|总结|工作报告|完成情况|落实情况")  # papers that tell what was done, without 已
_HALF, _NEAR = 0.5, 0.75  # a clause that shares this much of what the closest one shares may be meant as well


def done_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a folded clause says that something is done of which its source does not say so.

    >>> plan = Source("由市水务局牵头,10月底前建成闸站3座", "")
    >>> [problem.text for problem in done_problems("闸站3座已经建成", plan)]
    ['已']
    >>> list(done_problems("10月底前建成闸站3座", plan))
    []
    """
    for text in clauses(flat(without_titles(clause))):
        match = _ALREADY.search(text)
        if match is not None and not _may_be_said(text[match.end() :].removeprefix("经"), text, source):
            yield Problem("modifier", match.group(), f"出处没有说“{match.group()}”做了")
            continue
        match = _FOLLOWS.search(text)
        if match is None or _OF_THE_MEETING.search(text[: match.start()]) or _TO_COME_YET.search(text):
            continue
        if _is_to_come(text, source):
            yield Problem("modifier", text[match.start() - 1 : match.end()], "出处没有说已经做了")


def _may_be_said(rest: str, text: str, source: Source) -> bool:
    """Tell whether 已 may stand before the rest of a clause: the meeting decided it, or the source says it is done."""
    decided = _DECIDED.match(rest)
    if decided is None:
        return _is_done(text, source) or (_TELLS.search(source.stamp) is not None and not _is_to_come(text, source))
    if "通过" in decided.group() and not verdicts(text):
        return _is_done(text, source)  # 已通过专户支付: by way of it
    following = _NEXT.search(rest, max(decided.end() - 1, 0))
    return following is None or _is_done(following["rest"], source)


def _is_done(text: str, source: Source) -> bool:
    """Tell whether a clause of the source that says much of a text says that it is done."""
    near = source.closest(_ALREADY.sub("", text), share=_HALF)
    # 甲县全部落实,完成率99%,已整改12个: a sentence that tells how things stand and of nothing to come
    return any(
        _SIGNS.search(_until(segment)) or (_SIGNS.search(segment.before) and not _TO_COME.search(segment.before))
        for segment in near
    )


def _is_to_come(text: str, source: Source) -> bool:
    """Tell whether each clause of the source that says most of a text says that it is still to be done."""
    near = source.closest(text, share=_NEAR)
    return bool(near) and all(
        _TO_COME.search(without_titles(segment.text)) and not _SIGNS.search(_until(segment)) for segment in near
    )


def _until(segment: Segment) -> str:
    """Return the sentence of a clause up to its end: 截至目前 holds for all that is not still to be done."""
    start = segment.before.rfind(segment.text)
    return segment.text if _TO_COME.search(segment.text) else segment.before[: start + len(segment.text)]
