"""Time limits (时限): 6月底前, 年底, 6月下旬, 每半年, 尽快; the wording, and a date only where it follows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from pipeline.documents.numerals import chinese_to_int, iso_date, last_day
from pipeline.documents.tasks.deadline_words import PATTERNS, STATED
from pipeline.documents.text.clean import Passage
from pipeline.minutes import Deadline, Span
from pipeline.patterns import compiled

HOW_OFTEN = compiled("[按每](?P<each>[日天周旬月季年])度?")
"""How often, and not on which day: 「按季通报」 beneath which 「时限：每季度首月15日前」 stands."""
_PAST = compiled(
    r"(?:截至|截止到?|自|从|目前|早在|已于|曾于|每年|每|(?<!原则)上"
    r"|(?:聘|任|租|试用|服务|有效|合同|借款|贷款|担保)期限?(?:[到至为]|控制在|限定在|不超过))$"
)
# 「开工时间由9月10日前调整为10月20日前」「原定6月底前完工」「第5次会议确定的6月10日前开工没有实现」: no limit any more
_FORMER = compiled(r"(?:原(?:来|先|本)?(?:定|计划|要求|约定)|原为|会议(?:确定|明确|议定|要求|决定)的)(?:于|在|的)?$")
_FROM = compiled(r"[由从](?:原定?|原先|原来|原计划)?(?:的|于)?$")
_GIVES_WAY = compiled(
    r"[^,。;]{0,6}?(?:调整|变更|更改|改|延长|延期|延后|延|推迟|顺延|提前|放宽)[^,。;]{0,4}?[为到至](?=[^,。;]{0,12}[年月日号天底季度节期])"
)
# 「由县政府办每月调度，现改为由县住建局每半月调度」: how often a thing was done until now
_OFTEN = compiled(r"(?:每|按)[^,。;]*")
_OFTEN_CHANGES = compiled(
    r"[^,。;每]{0,14},?(?:会议|现|本次|此次|这次|今后|此后|决定|同意|统一|一律){0,3}"
    r"(?:调整|变更|更改|改|压缩|缩短|加密|提高|增加|降低|减少|延长|放宽)(?:[为成至到由])(?=[^,。;]{0,20}(?:每|按[周旬月季日]|半月一|一次))"
)
# 「上次会议要求12月完成的档案整理，时限放宽到明年3月」
_ASKED_FOR = compiled(r"会议?(?:确定|明确|议定|要求|决定|商定|定)(?:于|在)?$")
_PUT_BACK = compiled(
    r"[^,。;]{0,20},[^,。;]{0,10}(?:放宽|延长|延期|延后|延|推迟|顺延|调整|提前|改)[^,。;]{0,3}[到至为](?=[^,。;]{0,12}[年月日号底季度])"
)
# 「第7期纪要明确6月底前放款，因手续不全未能落实，同意放款时间改为9月15日前」
_SET_ONCE = compiled(
    r"(?:第[\d一二三四五六七八九十百]{1,4}[次期]|上次|此前)[^,。;]{0,14}(?:确定|明确|议定|要求|决定|商定|定)(?:于|在|的)?$"
)
_LATER_PUT_BACK = compiled(
    r"(?:[^,。;]{0,24},){1,3}[^,。;]{0,14}(?:放宽|延长|延期|延后|延|推迟|顺延|调整|提前|改)[到至为](?=[^,。;]{0,12}[年月日号底季度])"
)
# 「第3次会议确定的5月开工的安排取消」
_CALLED_OFF = compiled(r"[^,。;]{0,20}(?:取消|作废|撤销|不再执行|停止执行|不再实施|废止|终止)")
# 「第9次会议确定的“资金在开工前到位”改为分两期到位」
_IN_QUOTES = compiled(r"(?:会议?|纪要|通知|文件|此前|原|上次)(?:曾)?(?:确定|议定|明确|决定|要求|商定|定)的“[^”]*$")
_QUOTE_GIVES_WAY = compiled(r"[^”。;]*”[^,。;]{0,6}?(?:,[^,。;]{0,10}?)?(?:调整|变更|改|取消|不再|停止|废止|作废)")
_SET_BEFORE = compiled(
    r"(?:原定|原先?|此前|上次|会议?)[^,。;]{0,8}(?:确定|明确|议定|要求|决定|定|安排)的[^,。;]{0,30}$"
)
# 「供热期仍为10月25日至次年4月5日」: how long it lasts, as ever
_STAYS = compiled(r"[期间](?:限|时间)?(?:仍|还是|依旧|维持|保持){1,2}[为是]?$")
# 「首次停放30分钟内免费」「收费时段为每日8时至20时」: what holds each time, and nothing due
_RATE = compiled(
    r"(?<=内)(?:免费|免收|停放|驶离|免于|不[宜必变涨])"
    # 「发现火点30分钟内到场」
    r"|(?<=[钟时]内)(?:到场|到达|赶到|抵达|响应|出动|出警)"
    # 「馆内每日开放时间延长」
    r"|(?<=每[天日])[\u4e00-\u9fff]{0,4}(?:时间|时段|时长)"
)
_HOURS = compiled(r"(?:时段|时间|收费|开放|营业|投放)(?:由|调整|确定|统一|延长|改)?(?:为|是|至|到)$")
# 「对年底前确实无法形成支出的资金，要提前统筹」: which of them are meant, and no limit
_WHICH = compiled(r"(?:对|将|把|凡|凡是)(?:于|在)?$")
_THAT = compiled(
    r"[^,。;]{0,24}?(?:无法|不能|难以|未能?|尚未|没有|已经?|确实|确需|即将|到期|届满|期满)[^,。;]{0,16}的[^,。;]{0,16}(?:,|$)"
)
_ALREADY = compiled(r"[,]?已|起(?!草)|到期|届满|期满")


_NEXT = ("下周", "下月", "明年", "次日")
_SHOWN = compiled(r"(?:公示|公布|发布|公告|报送|上报|编制|编排|排定|安排|制定|拟定|预报|填报|通报)$")


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
    found = next(_found(passage, date, PATTERNS[:1] if strict else PATTERNS), None)
    return (found[0], passage.span(*found[1])) if found else None


def further_deadlines(passage: Passage, *, date: str | None, beside: Span) -> list[tuple[Deadline, Span]]:
    """Return the other time limits of a decision, in order; words of haste (尽快) beside one are none.

    Args:
        passage: the wording of the decision.
        date: the ISO date of the meeting.
        beside: the place of the one that `find_deadline` gave.

    >>> text = "学校由市教育局负责,8月底前交付;小区由市住建局负责,11月底前完工。"
    >>> [one.text for one, _ in further_deadlines(Passage(text, range(len(text))), date="2022-04", beside=Span(10, 14))]
    ['11月底前']
    """
    taken = [beside]
    named: list[tuple[Deadline, Span]] = []
    for deadline, place in _found(passage, date, PATTERNS[:STATED]):
        span = passage.span(*place)
        often = HOW_OFTEN.fullmatch(deadline.text)
        if often and f"每{often['each']}" in passage.flat.replace(deadline.text, "", 1):
            continue  # 「按月报送（每月25日前）」
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
            named.append((deadline, span))
    return sorted(named, key=lambda one: one[1].start)


def _found(
    passage: Passage, date: str | None, patterns: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[Deadline, tuple[int, int]]]:
    """Yield every time limit that some patterns find, with its place in the flat text."""
    flat = passage.flat
    for signs, pattern in patterns:
        if not any(sign in flat for sign in signs):
            continue
        for match in pattern.finditer(flat):
            name = next((name for name in ("bare", "bare2") if name in pattern.groupindex and match[name]), 0)
            start, end = match.span(name)
            since = "until" in pattern.groupindex or ("since" in pattern.groupindex and match["since"])
            since = since and not (date or "").startswith("-")  # without a year a beginning may lie behind
            if (_PAST.search(flat, max(0, start - 5), start) and not since) or _ALREADY.match(flat, end):
                continue
            if flat[start:end] in _NEXT and _SHOWN.search(flat, max(0, start - 4), start):
                continue  # 「每周五公示下周菜谱」
            if _RATE.match(flat, end) or (flat[start] == "每" and _HOURS.search(flat, max(0, start - 8), start)):
                continue
            if _WHICH.search(flat, max(0, start - 4), start) and _THAT.match(flat, end):
                continue
            if _is_former(flat, start, end) or _STAYS.search(flat, max(0, start - 8), start):
                continue
            parts = {key: text for key, text in match.groupdict().items() if text is not None}
            parts |= {key[:-1]: text for key, text in parts.items() if key[-1] in "23"}
            value = _date(parts, _since_year(flat, start, parts, date))
            if _before_meeting(value, date) or ("until" in parts and value and value <= (date or "")):
                continue
            yield Deadline(text=flat[start:end], date=value), (start, end)


def _is_former(flat: str, start: int, end: int) -> bool:
    """Tell whether a time limit is one that another takes the place of, or that an earlier meeting set."""
    ahead = flat[max(0, start - 10) : start]
    if _FORMER.search(ahead) or (_FROM.search(ahead) and _GIVES_WAY.match(flat, end)):
        return True
    if _OFTEN.fullmatch(flat, start, end) and _OFTEN_CHANGES.match(flat, end):
        return True
    if _ASKED_FOR.search(ahead) and _PUT_BACK.match(flat, end):
        return True
    if _LATER_PUT_BACK.match(flat, end) and _SET_ONCE.search(flat[max(0, start - 28) : start]):
        return True
    if _IN_QUOTES.search(flat, 0, start) and _QUOTE_GIVES_WAY.match(flat, end):
        return True
    return bool(_CALLED_OFF.match(flat, end) and _SET_BEFORE.search(flat[max(0, start - 48) : start]))


# 「改为2026年4月20日开工、8月底前完工」: the year that stands before goes on, the months do too
_YEAR_BEFORE = compiled(
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?![^。;]*(?:年|会议|此前|原定))[^。;\d]{0,24}(?:\d{1,2}[日号][^。;\d]{0,16})?$"
)


def _since_year(flat: str, start: int, parts: dict[str, str], date: str | None) -> str | None:
    """Return the day from which a year that is not written follows: the meeting's, or one of a later year before it."""
    before = None if "year" in parts or "relative" in parts else _YEAR_BEFORE.search(flat, max(0, start - 48), start)
    month = chinese_to_int(parts.get("month", ""))
    if before is None or month is None or date is None or date.startswith("-") or before["year"] <= date[:4]:
        return date
    return f"{before['year']}-01-01" if month >= int(before["month"]) else date


def _before_meeting(value: str | None, meeting: str | None) -> bool:
    return bool(value and meeting and not meeting.startswith("-") and value[:7] < meeting[: min(7, len(meeting))])


def _date(parts: dict[str, str], meeting: str | None) -> str | None:
    """Return the day, month or year by which a thing is due, as far as wording and meeting tell it."""
    if "count" in parts:
        return _counted(parts, meeting) if "meeting" in parts else None
    if "near_day" in parts:
        return _days_on("今明后".find(parts["near_day"]), meeting)
    base_year, base_month = _base(meeting)
    stated = chinese_to_int(parts.get("year", ""))
    relative = parts.get("relative")
    year = stated if stated is not None else base_year
    if stated is None and year is not None and relative and relative[0] in "明次":
        year += 1
    if year is None:
        return None
    if "monthless" in parts:
        return _within_month(chinese_to_int(parts["monthless"]) or 0, meeting)
    if "near" in parts:
        last = _end_of(year, (base_month or 0) + (parts["near"] == "下")) if base_month else None
        return last[:7] if last and "part" in parts else last
    if "quarter" in parts:
        return _end_of(year, _closing_month(parts["quarter"])) if "close" in parts else None
    due = "before" in parts
    month = chinese_to_int(parts.get("month", ""))
    if month is None:
        return _in_year(year, parts)
    if not 1 <= month <= 12:
        return None
    if stated is None and relative is None and base_month is not None and month < base_month:
        # 「3月底前」 said in November means next spring; said in April it may look back, and no year follows
        if base_month - month < 6:
            return None
        year += 1
    return _in_month(year, month, parts, due)


def _in_year(year: int, parts: dict[str, str]) -> str | None:
    if "end" in parts:
        return iso_date(year, 12, 31)
    if "whole" in parts:
        return iso_date(year, 12, 31) if parts["whole"] == "内" else iso_date(year - 1, 12, 31)
    return iso_date(year, 12, 31) if "this" in parts else None


def _closing_month(quarter: str) -> int:
    halves = {"上半年": 6, "下半年": 12}
    return halves.get(quarter) or 3 * (chinese_to_int(quarter.removeprefix("第")[0]) or 0)


def _within_month(day: int, meeting: str | None) -> str | None:
    """Return the day of the meeting's month that 「9日前」 names, where that is still to come."""
    if not meeting or not re.fullmatch(r"\d{4}-\d\d-\d\d", meeting):
        return None
    year, month, today = (int(part) for part in meeting.split("-"))
    return iso_date(year, month, day) if today <= day <= last_day(year, month) else None


def _days_on(count: int, meeting: str | None) -> str | None:
    """Return the day so many days behind the meeting's: 今, 明, 后; 「当天」 may be any day."""
    if count < 0 or not meeting or not re.fullmatch(r"\d{4}-\d\d-\d\d", meeting):
        return None
    return (datetime.date.fromisoformat(meeting) + datetime.timedelta(days=count)).isoformat()


def _end_of(year: int, month: int) -> str:
    year, month = (year + 1, 1) if month > 12 else (year, month)
    return iso_date(year, month, last_day(year, month))


def _counted(parts: dict[str, str], meeting: str | None) -> str | None:
    """Count days, weeks or months from the meeting's day; working days need a calendar that nobody has stated."""
    count = chinese_to_int(parts["count"].replace("两", "二"))
    if count is None or not meeting or not re.fullmatch(r"\d{4}-\d\d-\d\d", meeting):
        return None
    day = datetime.date.fromisoformat(meeting)
    if parts["unit"] in ("日", "天", "周", "星期"):
        return (day + datetime.timedelta(days=count * (7 if parts["unit"] in ("周", "星期") else 1))).isoformat()
    if parts["unit"] != "月":
        return None
    year, month = day.year + (day.month + count - 1) // 12, (day.month + count - 1) % 12 + 1
    return iso_date(year, month, min(day.day, last_day(year, month)))


def _in_month(year: int, month: int, parts: dict[str, str], due: bool) -> str | None:
    day = chinese_to_int(parts.get("day", ""))
    if day is not None:
        return iso_date(year, month, day) if 1 <= day <= last_day(year, month) else None
    if parts.get("part") in ("底", "末"):
        return iso_date(year, month, last_day(year, month))
    # 「5月前」 may mean before it begins or before it ends
    return None if due and not parts.get("part") else iso_date(year, month)


def _base(meeting: str | None) -> tuple[int | None, int | None]:
    if not meeting or meeting.startswith("-"):
        return None, None
    parts = meeting.split("-")
    return int(parts[0]), int(parts[1]) if len(parts) > 1 else None
