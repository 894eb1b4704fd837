"""Time limits (时限): 6月底前, 年底, 6月下旬, 每半年, 尽快; the wording, and a date only where it follows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from pipeline.documents.clean import Passage
from pipeline.documents.numerals import chinese_to_int, iso_date, last_day
from pipeline.minutes import Deadline, Span

_STATED = r"(?P<year>(?:19|20)\d\d|[二一][〇○零一二三四五六七八九]{3})"
_YEAR = rf"(?:{_STATED}年|(?P<relative>今年|本年|明年|当年|次年))"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
_NUMBER = r"(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]"
_DAY = rf"(?:{_NUMBER}|(?P<part>上旬|中旬|下旬|底|末|初))"
_BEFORE = r"(?:以前|之前|前|为止)"
_DONE = (
    r"(?:全面|全部|正式|基本|实现|如期|按期)*(?:完成|建成|出台|启动|开工|竣工|投用|投产|提交|报送|上报|实施|交付|印发"
    r"|通车|开业|开园|开放|运营|封顶|验收|切换|办结|销号|上线|挂牌|入库|供地)"
)
_COUNT = r"(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3}|半)个?(?P<unit>工作日|小时|日|天|周|星期|月|年)(?:之|以)?内"
_EVENT = (
    r"春节|国庆节?|元旦|主?汛期|雨季|春耕|(?:春季|秋季|暑期|寒假|新学期|新学年)?开学|两会|中秋节?|端午节?"
    r"|清明节?|五一|十一|高考|中考|供暖季?|采暖季?|取暖季?|入冬|封冻期?|台风季|春运"
    r"|暑假|寒假|冬季|禁牧期|休渔期|迎峰度夏|防火期|换届|夏季|入夏"
)
# From the hardest to the softest; the first pattern with a match gives the limit.
# Beside each stand characters without one of which it cannot match.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("前", re.compile(rf"{_YEAR}?{_MONTH}{_DAY}?(?P<before>{_BEFORE})")),
    (
        "前",
        re.compile(
            rf"(?:(?:{_STATED}|(?P<relative>今年|本年|明年|次年|今|本|明|当|次))?(?<!半))年(?P<end>底|末"
            rf"|终)(?P<before>{_BEFORE})"
        ),
    ),
    (
        "前内",
        re.compile(
            rf"{_YEAR}(?P<whole>{_BEFORE}|内)|(?<![\d一二三四五六七八九十两半几多当近往])(?P<this>(?:当|本)?年)内"
        ),
    ),
    ("限间", re.compile(rf"(?:时限|期限|时间)[为是]?[:][ ]?(?P<bare>{_YEAR}?{_MONTH}{_DAY}?{_BEFORE}?)")),
    (
        "内",
        re.compile(rf"(?:(?:自|从)(?:本次|此次|这次)?会议?(?:召开|结束|闭会)?之?日?起|会议?后)(?P<meeting>){_COUNT}"),
    ),
    (
        "内",
        re.compile(
            rf"(?P<bare>(?:(?:自|从|收到|接到)[^,。;:]{{1,16}}?(?:之日起|日起|后|起)"
            rf"|(?:(?<=[,。;:、在于须应要请])|^)(?![在于须应要请])[\u4e00-\u9fff]{{2,10}}(?<!会)(?<!会议)后)?{_COUNT})"
        ),
    ),
    (
        "季半",
        re.compile(
            rf"(?P<relative>今年|本年|明年)?(?P<quarter>第?[一二三四1-4]季度|上半年|下半年)(?:(?P<close>(?:末|底"
            rf"|内)(?:以?前)?|之内)|{_BEFORE}|(?={_DONE}))"
        ),
    ),
    ("前", re.compile(r"(?P<near>本|下)月底(?:以|之)?前")),
    (
        "前",
        re.compile(
            rf"(?:(?:(?:19|20)\d\d|今|明|本)年)?(?:{_EVENT}|(?<![\d一二三四五六七八九十每])(?:(?:本|下|次)?月底|月末)|(?:本"
            rf"|下)周[一二三四五六日末内]?)(?:来临|到来|开始)?(?:之|以)?前"
            r"|(?<![每月\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号](?:之|以)?前"
        ),
    ),
    ("内当", re.compile(r"本月内|本周内|下周内|下月内|当日|当天内|当年内|[“]?十[三四五]五[”]?(?:期|时期)?末(?:前)?")),
    ("末", re.compile(r"[“]?十[三四五]五[”]?(?:期|时期)?末(?:前)?")),
    ("月", re.compile(rf"{_YEAR}?{_MONTH}(?P<part>上旬|中旬|下旬|底|末|初)")),
    (
        "月",
        re.compile(
            rf"(?:(?<=于)|(?<=在)|(?<=到)|(?<=推迟至)|(?<=延长至)|(?<=延期至)"
            rf"|(?<=顺延至))(?P<bare>{_YEAR}?{_MONTH}{_DAY})(?![至—\-~起])"
            rf"|(?<![至到—\-~])(?:于|在)?(?P<bare2>(?:(?P<year2>(?:19|20)\d\d)年)?(?P<month2>\d{{1,2}}"
            rf"|[一二三四五六七八九十]{{1,2}})月(?:份)?(?:(?P<day2>\d{{1,2}}"
            rf"|[一二三四五六七八九十廿]{{1,3}})[日号])?)(?={_DONE})"
        ),
    ),
    (
        "底末",
        re.compile(
            rf"(?:{_STATED}|(?P<relative>今|本|明|当|次))?(?<!半)年(?P<end>底|末)(?!考核|绩效|总结|评比|分红"
            rf"|结算|决算)|(?:本|下)月底|下周[一二三四五]?"
        ),
    ),
    (
        "时期",
        re.compile(r"(?:完成|整改|办理|办结|落实)(?:时限|期限|时间)[为是]?[:][ ]?(?P<bare>[^,。;:)\]】|\n]{2,20})"),
    ),
    ("每", re.compile(r"每(?:年|季度|半年|个?月|周)[^,。;:每]{0,6}?[日号一二三四五六底末初](?:之|以)?前")),
    (
        "每",
        re.compile(
            r"每(?:半年|一?年|季度|个?月|一?周(?:[一二三四五六日](?![个项次轮]))?|两年|两周|半个?月|旬|\d{1,2}天|天|日|学期)(?!度|安排|拨|投入|补|列支|增|递|提高|给予"
            r"|支付|缴|[\d,.]+(?:万|亿|元)|人|户|亩)"
        ),
    ),
    ("快早即上限第行期", re.compile(r"尽快|尽早|立即|马上|即刻|限期|第一时间|即日起")),
)
_HARD = 9
"""So many patterns, from the first on, name a day or a span before which a thing is due."""
_PAST = re.compile(r"(?:截至|截止到?|自|从|目前|早在|已于|曾于|每年|每|上)$")
_ALREADY = re.compile(r"[,]?已|起(?!草)")


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
    found = next(_found(passage, date, _PATTERNS[:1] if strict else _PATTERNS), None)
    return (found[0], passage.span(*found[1])) if found else None


def further_deadlines(passage: Passage, *, date: str | None, beside: Span) -> list[tuple[Deadline, Span]]:
    """Return the other time limits of a decision, in order: those before which or within which a thing is due.

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
    for deadline, place in _found(passage, date, _PATTERNS[:_HARD]):
        span = passage.span(*place)
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
            if _PAST.search(flat, max(0, start - 4), start) or _ALREADY.match(flat, end):
                continue
            parts = {key: text for key, text in match.groupdict().items() if text is not None}
            parts |= {key[:-1]: text for key, text in parts.items() if key in ("year2", "month2", "day2")}
            value = _date(parts, date)
            if _before_meeting(value, date):
                continue
            yield Deadline(text=flat[start:end], date=value), (start, end)


def _before_meeting(value: str | None, meeting: str | None) -> bool:
    return bool(value and meeting and not meeting.startswith("-") and value[:7] < meeting[: min(7, len(meeting))])


def _date(parts: dict[str, str], meeting: str | None) -> str | None:
    """Return the day, month or year by which a thing is due, as far as wording and meeting tell it."""
    if "count" in parts:
        return _counted(parts, meeting) if "meeting" in parts else None
    base_year, base_month = _base(meeting)
    stated = chinese_to_int(parts.get("year", ""))
    relative = parts.get("relative")
    year = stated if stated is not None else base_year
    if stated is None and year is not None and relative and relative[0] in "明次":
        year += 1
    if year is None:
        return None
    if "near" in parts:
        return _end_of(year, (base_month or 0) + (parts["near"] == "下")) if base_month else None
    if "quarter" in parts:
        return _end_of(year, _closing_month(parts["quarter"])) if "close" in parts else None
    due = "before" in parts
    month = chinese_to_int(parts.get("month", ""))
    if month is None:
        return _in_year(year, parts, due=due)
    if not 1 <= month <= 12:
        return None
    if stated is None and relative is None and base_month is not None and month < base_month:
        # 「3月底前」 said in November means next spring; said in April it may look back, and no year follows
        if base_month - month < 6:
            return None
        year += 1
    return _in_month(year, month, parts, due)


def _in_year(year: int, parts: dict[str, str], *, due: bool) -> str | None:
    if "end" in parts:
        return iso_date(year, 12, 31) if due else iso_date(year, 12)
    if "whole" in parts:
        return iso_date(year, 12, 31) if parts["whole"] == "内" else iso_date(year - 1, 12, 31)
    return iso_date(year, 12, 31) if "this" in parts else None


def _closing_month(quarter: str) -> int:
    halves = {"上半年": 6, "下半年": 12}
    return halves.get(quarter) or 3 * (chinese_to_int(quarter.removeprefix("第")[0]) or 0)


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
    if due and parts.get("part") in ("底", "末"):
        return iso_date(year, month, last_day(year, month))
    # 「5月前」 may mean before it begins or before it ends
    return None if due and not parts.get("part") else iso_date(year, month)


def _base(meeting: str | None) -> tuple[int | None, int | None]:
    if not meeting or meeting.startswith("-"):
        return None, None
    parts = meeting.split("-")
    return int(parts[0]), int(parts[1]) if len(parts) > 1 else None
