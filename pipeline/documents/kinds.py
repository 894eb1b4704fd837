"""What a document is: minutes, a readout, a resolution, a rectification report, an agenda notice, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from pipeline.documents.front.letterhead import as_read
from pipeline.documents.patterns import LABELS, MEETING
from pipeline.documents.text.clean import Passage, fold
from pipeline.minutes import Kind
from pipeline.patterns import compiled

_MINUTES = compiled(r"纪要|会议?[”\"]?记录|会议议定(?!事项)")
_RESOLUTION = compiled(r"决议|(?:决定|议定|议决|研究|审定)事项")
_NOTICE = compiled(r"(?m)关于[^\n]*的(?:通知|函)$")
_AGENDA = compiled(
    r"会议议程|会议通知|议题(?:安排|预告|清单|征集|计划)|会议安排|日程(?:安排|表)|(?:召开"
    r"|举行).{2,40}(?:的通知|的公告|的预告)$|议程$"
)
_PLANNED = compiled(r"(?:定于|拟于|将于|兹定于|拟定于).{2,60}(?:召开|举行)")
_RECTIFIED = compiled(
    r"整改(?:进展|落实|工作)?(?:情况|报告|通报|方案|进展)|巡[视察]整改|整改落实情况|督[察查]整改|审计.{0,12}整改"
)
_INSPECTED = compiled(r"巡视|巡察|督察|督查|审计|专项检查|反馈意见|反馈问题|检查组|约谈")
_HELD = compiled(
    r"主持召开|召开(?:了)?[^,。]{2,40}会议?|会议由[^,。]{2,30}主持|主持(?:了)?(?:会议|本次会议)|主持的[^,。]{2,30}会议"
)
_RECORDED = compiled(rf"(?:^|\n){MEETING}(?:听取|审议|讨论|研究|原则|指出|强调|要求|明确|决定|认为|同意|议定|通过)")
_NEWS = compiled(
    r"(?:^|\n)(?:本报讯|.{0,12}讯[ (]|记者|据悉|.{2,10}网[^,。]{0,12}讯|\(记者)|(?:记者"
    r"|通讯员)[ ]?[\u4e00-\u9fff]{2,4}(?:[ )]|$)"
)


def tell_kind(passages: Sequence[Passage], *, file: str) -> Kind:
    """Tell the kind from the title lines, the lead, how the paragraphs open, and the file's name."""
    titles = "\n".join(
        as_read(passage).flat for passage in passages[:12] if len(passage.flat) <= 60 and "。" not in passage.flat
    )
    opening = "\n".join(passage.flat for passage in passages[:6])[:1500]
    stem = fold(PurePath(file).stem)
    whole = "\n".join(passage.flat[:60] for passage in passages)
    if _is_rectification(titles, stem, opening, passages):
        return "rectification"
    if _AGENDA.search(titles) and not _MINUTES.search(titles):
        return "agenda"
    if _RESOLUTION.search(titles) and not _MINUTES.search(titles) and not _NOTICE.search(titles):
        return "resolution"
    if _MINUTES.search(titles) or (_MINUTES.search(stem) and "通知" not in stem):
        return "minutes"
    recorded = len(_RECORDED.findall(whole))
    attended = any(
        (match := LABELS.match(passage.flat)) and match.lastgroup in ("present", "observers", "recorder", "chair")
        for passage in passages
    )
    held = bool(_HELD.search(opening))
    if _PLANNED.search(opening) and not recorded:
        return "agenda"
    if attended and (held or recorded or "会议" in titles or "会" in stem):
        return "minutes"
    if held and recorded >= 2:
        return "readout" if not re.search(r"(?:现|会议)[^,。]{0,10}纪要如下|纪要", opening) else "minutes"
    if re.search(r"纪要如下|议定(?:了)?(?:如下|以下)", opening):
        return "minutes"
    if held and recorded and not _NEWS.search(opening):
        return "readout"
    if _AGENDA.search(stem):
        return "agenda"
    return "resolution" if _RESOLUTION.search(stem) and not _NOTICE.search(stem) else "other"


def _is_rectification(titles: str, stem: str, opening: str, passages: Sequence[Passage]) -> bool:
    if re.search(r"纪要|会议记录", titles):
        return False
    named = bool(_RECTIFIED.search(titles) or _RECTIFIED.search(stem))
    opened = "整改" in opening and bool(_INSPECTED.search(opening))
    problems = sum(1 for passage in passages if re.match(r".{0,8}(?:关于|针对).{2,80}(?:问题|方面)", passage.flat[:90]))
    treated = sum(1 for passage in passages if "整改" in passage.flat[:120])
    return (named and opened) or (named and (problems + treated) >= 3) or (opened and problems >= 3)
