"""What is only told to have happened before a meeting: 7月3日，一辆客车侧翻，造成2人受伤; 上半年某局组织检查45次."""

from __future__ import annotations

import datetime

from pipeline.patterns import compiled

# 「上半年」「三季度」「1至8月」「入汛以来」「截至9月底」: the time of which a sentence tells, at its head
_SO_FAR = compiled(
    r"(?:[^,。;]{0,8}[,])?(?:截至|截止|去年|上年|今年以来|年初以来|近年来|此前|[^,。;]{2,10}以来|(?:1|一)(?:至|到|-|—|－|~|～)(?P<month>\d{1,2})月(?:份)?(?![日底内前]|上|中|下)"
    r"|(?P<half>上半年)|(?:前)?(?P<quarter>[一二三])(?:个)?季度)(?![^,。;]{0,16}的)"
)
_ON_A_DAY = compiled(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:凌晨|清晨|上午|中午|下午|傍晚|晚|夜间|深夜)?(?:\d{1,2}[时:][^,。;]{0,6})?[,]?(?![前起至到内开])"
)
_QUARTERS = {"一": 3, "二": 6, "三": 9}
# 「造成2人受伤」「发现隐患45处」「整改率92%」: what came of it
_CAME_OF_IT = compiled(
    r"造成[^,。;]{2,}|(?:发现|查处|立案|排查|检查|抽查|处置|整改|化解|办结|清理|拆除|走访|开展|组织|完成|培训|巡查|接报|受理|转移|救助|打击|约谈|实现|增长|下降)"
    r"[^,。;]{0,20}?\d|[率量额]\d|已|[了过](?![解程渡])"
)
_BIDS = compiled(
    r"(?<![重需主首])要(?!求|素|点|件|闻)|(?<![响适反供对])应(?!急)|须|必须|务必|由(?=[\u4e00-\u9fff])|(?<![申邀聘])请(?!示|求)|不得|严禁|负责(?!人|同志)|确保|力争|继续|今后|拟"
    r"|不再|改[为由]|调整为|暂停|停止|取消|[前内](?:完成|办结|报|拿出|提出|落实|到位|制定|开工|交付|拨付|建成|整改|改完)|不[少低]于|不超过|每[天日周旬月季]|会议|同意|决定|议定|明确"
)
_RECENT = 183
"""Days before a meeting within which a day is one of which it is only told."""


def happened(flat: str, *, date: str | None, before: bool = False) -> bool:
    """Tell whether a folded sentence only tells what happened: it bids nobody, and its time is over.

    Args:
        flat: the sentence.
        date: the ISO date of the meeting.
        before: whether the sentence before it is such a one, whose time is then that of this one too.

    >>> happened("7月3日,县公交公司一辆客车侧翻,造成2人受伤。", date="2025-08-06")
    True
    >>> happened("7月3日,县公交公司要开展演练。", date="2025-08-06")
    False
    """
    if _BIDS.search(flat) or not _CAME_OF_IT.search(flat):
        return False
    return before or _is_over(flat, date)


def _is_over(flat: str, date: str | None) -> bool:
    """Tell whether the time with which a sentence opens is over when the meeting is held."""
    met = _day(date or "")
    if (told := _ON_A_DAY.match(flat)) is not None:
        year = told["year"] or (met.year if met else "")
        day = _day(f"{year}-{int(told['month']):02}-{int(told['day']):02}")
        return met is not None and day is not None and 0 <= (met - day).days <= _RECENT
    if (told := _SO_FAR.match(flat)) is None:
        return False
    last = int(told["month"] or 0) or (6 if told["half"] else _QUARTERS.get(told["quarter"] or "", 0))
    return last == 0 or (met is not None and met.month >= last)


def _day(iso: str) -> datetime.date | None:
    """Return the day of an ISO date; none of a part of one (`--08-03`) or of a date that there is not."""
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError:
        return None
