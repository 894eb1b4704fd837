"""Time limits (时限): 6月底前, 年底, 6月下旬, 每半年, 尽快; the wording, and a date only where it follows."""

from __future__ import annotations

import re

from pipeline.documents.clean import Passage
from pipeline.documents.numerals import chinese_to_int, iso_date, last_day
from pipeline.minutes import Deadline, Span

_YEAR = r"(?:(?P<year>(?:19|20)\d\d|[二一][〇○零一二三四五六七八九]{3})年|(?P<relative>今年|本年|明年|当年|次年))"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
_DAY = r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]|(?P<part>上旬|中旬|下旬|底|末|初))"
_ITS_YEAR = r"(?:(?P<year>(?:19|20)\d\d|[二一][〇○零一二三四五六七八九]{3})|(?P<relative>今|本|明|当|次))?"
_BEFORE = r"(?:以前|之前|前|为止)"
# From the hardest to the softest; the first pattern with a match gives the limit.
# Beside each stands a character without which it cannot match.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("前", re.compile(rf"{_YEAR}?{_MONTH}{_DAY}?(?P<before>{_BEFORE})")),
    (
        "前年",
        re.compile(
            rf"{_ITS_YEAR}年(?P<end>底|末|终)(?P<before>{_BEFORE})"
            rf"|{_YEAR.replace('year', 'year2').replace('relative', 'relative2')}(?P<before2>{_BEFORE}|内)"
        ),
    ),
    (
        "前度半",
        re.compile(
            r"(?:今年|明年|本年)?(?:(?:第?[一二三四1-4]季度|上半年|下半年|春节|国庆节?|元旦|汛期|雨季|春耕"
            r"|开学|(?<![\d一二三四五六七八九十])(?:(?:本|下|次)?月底|月末)|(?:本|下)周[一二三四五六日末]?"
            r"|两会|中秋节?|端午节?|五一"
            r"|十一)(?:到来)?(?:之)?前"
            r"|(?:第?[一二三四1-4]季度|上半年|下半年)(?:内|末|底)?(?=完成|建成|出台|启动|开工|竣工|投用|提交"
            r"|报送|实施))"
        ),
    ),
    (
        "内",
        re.compile(
            r"(?:在|于)?(?P<span>(?:\d{1,3}|[一二三四五六七八九十两]{1,3}|半)个?(?:工作)?(?:日|天|周|星期|月"
            r"|年)(?:之|以)?内|年内|本月内|本周内|当日|当天内|当年内)"
        ),
    ),
    ("月", re.compile(rf"{_YEAR}?{_MONTH}(?P<part>上旬|中旬|下旬|底|末|初)")),
    ("月", re.compile(rf"(?<=[于在到至])(?P<bare>{_YEAR}?{_MONTH}{_DAY})")),
    (
        "底",
        re.compile(
            rf"{_ITS_YEAR}年(?P<end>底|末)(?!考核|绩效|总结|评比|分红|结算|决算)|(?:本|下)月底|下周[一二三四五]?"
        ),
    ),
    ("每", re.compile(r"每(?:半年|一?年|季度|个?月|一?周|两年|半月|旬|天|日)(?!度)")),
    ("快早即上限第", re.compile(r"尽快|尽早|立即|马上|即刻|限期|第一时间|即日起")),
)
_PAST = re.compile(r"(?:截至|截止到?|自|从|目前|早在|已于|曾于)$")


def find_deadline(passage: Passage, *, date: str | None, strict: bool = False) -> tuple[Deadline, Span] | None:
    """Return the time limit of a decision with its place.

    Args:
        passage: the wording of the decision.
        date: the ISO date of the meeting, from which a year that is not written follows.
        strict: only limits with a date before which a thing is due (for narratives full of times).

    >>> text = "适当延长办理时限,推迟至6月底前完成。"
    >>> find_deadline(Passage(text, range(len(text))), date="2020-03-07")[0]
    Deadline(text='6月底前', date='2020-06-30')
    """
    flat = passage.flat
    for signs, pattern in _PATTERNS[:1] if strict else _PATTERNS:
        if not any(sign in flat for sign in signs):
            continue
        for match in pattern.finditer(flat):
            if _PAST.search(flat, max(0, match.start() - 4), match.start()):
                continue
            parts = {name: text for name, text in match.groupdict().items() if text}
            name = "span" if "span" in parts else "bare" if "bare" in parts else 0
            value = _date(parts, date, match.group())
            if _before_meeting(value, date):
                continue
            return Deadline(text=match.group(name), date=value), passage.span(*match.span(name))
    return None


def _before_meeting(value: str | None, meeting: str | None) -> bool:
    return bool(value and meeting and not meeting.startswith("-") and value[:7] < meeting[: min(7, len(meeting))])


def _date(parts: dict[str, str], meeting: str | None, text: str) -> str | None:
    base_year, base_month = _base(meeting)
    stated = chinese_to_int(parts.get("year") or parts.get("year2") or "")
    relative = parts.get("relative") or parts.get("relative2")
    year = stated if stated is not None else base_year
    if stated is None and year is not None and relative and relative[0] in "明次":
        year += 1
    if year is None:
        return None
    due = bool(parts.get("before") or parts.get("before2"))
    month = chinese_to_int(parts.get("month") or "")
    if month is None:
        if parts.get("end"):
            return iso_date(year, 12, 31) if due else iso_date(year, 12)
        if parts.get("before2"):
            return iso_date(year, 12, 31) if parts["before2"] == "内" else iso_date(year - 1, 12, 31)
        return iso_date(year, 12, 31) if text in ("年内", "当年内") else None
    if not 1 <= month <= 12:
        return None
    if stated is None and relative is None and base_month is not None and month < base_month:
        # 「3月底前」 said in November means next spring; said in April it may look back, and no year follows
        if base_month - month < 6:
            return None
        year += 1
    return _in_month(year, month, parts, due)


def _in_month(year: int, month: int, parts: dict[str, str], due: bool) -> str | None:
    day = chinese_to_int(parts.get("day") or "")
    if day is not None:
        return iso_date(year, month, day) if 1 <= day <= last_day(year, month) else None
    if due and parts.get("part") in ("底", "末"):
        return iso_date(year, month, last_day(year, month))
    # 「5月前」 may mean before it begins or before it ends
    return None if due and not parts.get("part") else iso_date(year, month)


def _base(meeting: str | None) -> tuple[int | None, int | None]:
    if not meeting or meeting.startswith("-"):
        return None, None
    parts = meeting.split("-")
    return int(parts[0]), int(parts[1]) if len(parts) > 1 else None
