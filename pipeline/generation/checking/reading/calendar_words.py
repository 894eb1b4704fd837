"""Writes as dates what a text counts from the day of its meeting (明年, 下月, 月底前) or calls by a name (国庆前)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.generation.checking.reading.amounts import Date
from pipeline.generation.checking.reading.fold import pairs
from pipeline.patterns import compiled

_YEARS = (("前年", -2), ("去年|上年", -1), ("明年|次年", 1), ("今年|本年|当年", 0))
_MONTHS = (("上个?月", -1), ("下个?月|次月", 1), ("本月|当月", 0))
_IN_MONTH = r"(?=[上中下]旬|[底末初]|\d{1,2}日)"
# the day of a named event: 去年11月“11·26”爆管
_DOTTED = compiled(
    r"(?:(?P<told>1[0-2]|[1-9])月(?:份的?)?)?(?<![\d.])(?P<month>1[0-2]|[1-9])·(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_YEAR_END = compiled("(?<![\\d年去上明次今本])年[底末](?=前|[,。;]|$)")
_FEASTS = (
    ("元旦", 1, 1),
    ("(?:五一|劳动节)", 5, 1),
    ("(?:七一|建党节)", 7, 1),
    ("(?:八一|建军节)", 8, 1),
    ("(?:十一|国庆节?)", 10, 1),
)
_BARE_DAY = compiled(r"(?<![\d月年第])(?P<day>\d{1,2})(?:日|号(?=[(周前之以上下晚起早中,。;、]|$))(?P<limit>前)?")
WEEKDAY = compiled("(?<=日)\\((?:周|星期)[一二三四五六日天]\\)(?=[前起后])")
_ENDS = "(?:之内|以内)?(?:全部|全面)?(?:完成|完工|建成|办结|竣工|投用|到位|结束|报|提交|上报|交付|启用)"
_SHIFTS = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "明年": 1, "次年": 1}
_QUARTER = compiled(
    r"(?:(?P<year>\d{4})年)?(?:第?(?P<quarter>[一二三四])季度|上半年)(?:内|之内)?(?:[\u4e00-\u9fff]{0,6}?)"
    "(?=开工|动工|完成|建成|竣工|完工|投用|投产|通车|办结|到位)"
)
_LIMIT_OF = compiled(
    "(?:时限|期限|截止(?:时间|日期)|完成时间)[^,。;:\\n]{0,12}?(?:由|从|至|到|为|是|:)[^,。;\\n]{2,24}"
)
_IN_BRACKETS = compiled("\\([^()\n]*[\u4e00-\u9fff][,;、](?P<date>[^(),;、\n]+)\\)")  # (丙支队,6月底)
# 比去年压减15%, 在去年基础上压减: what it is held against, and no date
NEXT_OR_LAST = compiled("(?<![比较与跟同])(?:去年|上年|明年|次年|来年)(?!同期|的?基础|相比|的?水平)")
_MONTH = compiled("(?P<month>\\d{1,2})月")
_SHARED = 3
_DECEMBER, _LONGEST_MONTH = 12, 31


def year_of(met: Date | None, years: set[int]) -> int | None:
    """Return the year from which a text counts: its meeting's, else the only one that its stamp has."""
    return met.year if met and met.year else max(years) if len(years) == 1 else None


def absolute(text: str, met: Date | None, years: set[int]) -> str:
    """Return a text whose 去年, 明年, 下月, 年内 and 国庆前 are written as dates, counted from the meeting.

    >>> absolute("明年3月前验收,下月中旬演练,年内完工", Date(2024, 12, 2, "", "", "", 0), {2024})
    '2025年3月前验收,2025年1月中旬演练,2024年底前完工'
    """
    year = year_of(met, years)
    if year is None:
        return _YEAR_END.sub("12月底", text)
    for words, shift in _YEARS:
        text = re.sub(rf"(?<![\d年])(?:{words})" if words == "前年" else words, f"{year + shift}年", text)
    text = re.sub("(?<![\\d年去上明次今本])年底", f"{year}年底", text)
    text = re.sub("(?<![\\d去上明次])年内|(?<=[今本])年内", f"{year}年底前", text)
    if met and met.month and met.day:
        text = re.sub("即日起", f"{met.month}月{met.day}日起", text)
    text = _DOTTED.sub(_day, text)
    for name, month, day in _FEASTS:
        ahead = year if not met or not met.month or (met.month, met.day or 1) <= (month, day) else year + 1
        text = re.sub(rf"(?<![\d月]){name}(?:之|以)?前", f"{ahead}年{month}月{day}日前", text)
    return in_months(text, met) if met else text


def in_months(text: str, met: Date) -> str:
    """Return a text whose 本月, 下月 and bare 月底前 are written as months.

    >>> in_months("本月20日前,月底前", Date(2024, 4, 9, "", "", "", 0))
    '4月20日前,4月底前'
    """
    if not met.month:
        return text
    text = re.sub("(?<![\\d个每本当下上次逐各〇一二三四五六七八九十])月[底末](?=前|完|办|建)", f"{met.month}月底", text)
    for words, shift in _MONTHS:
        month = (met.month + shift - 1) % _DECEMBER + 1
        crossed = (met.month + shift - 1) // _DECEMBER
        told = f"{met.year + crossed}年" if met.year and crossed else ""
        text = re.sub(f"(?:{words}){_IN_MONTH if shift else ''}", f"{told}{month}月", text)
    return text


def by_the_end(text: str, date: Date) -> bool:
    """Tell whether something ends or is handed in at the end of a month that a text names: 三季度末报, 8月底完工.

    >>> by_the_end("绿化8月底完工", Date(None, 8, None, "底", "前", "8月底前", 0))
    True
    """
    return date.month is not None and re.search(f"(?<!\\d){date.month}月底{_ENDS}", text) is not None


def in_a_year(word: str, stated: str, met: Date, clauses: Sequence[str]) -> bool:
    """Tell whether a source dates what a statement says in the year that 去年 or 明年 means, or within its own year.

    >>> in_a_year("去年", "去年共处理投诉320件", Date(2024, 6, 12, "", "", "", 0), ["2023年共处理投诉320件"])
    True
    """
    if met.year is None or word not in _SHIFTS:
        return False
    year, own = f"{met.year + _SHIFTS[word]}年", pairs(stated)
    for clause in clauses:
        quarter = _SHIFTS[word] == 0 and re.search("(?<!年)(?:[一二三四]季度|[上下]半年)", clause)
        if len(pairs(clause) & own) >= _SHARED and (year in clause or (quarter and quarter.group() in stated)):
            return True
    return False


def bare_days(text: str, met: Date) -> Iterator[Date]:
    """Yield the days that a text gives without a month, as those that follow the meeting: 27日12时前."""
    if met.month is None:
        return
    for match in _BARE_DAY.finditer(text):
        day = int(match["day"])
        if (met.day or 1) <= day <= _LONGEST_MONTH:
            yield Date(met.year, met.month, day, "", match["limit"] or "", match.group(), match.start())


def is_limit(date: Date, text: str) -> bool:
    """Tell whether a date is a time limit without 前: it has a cell of a table for itself, or 时限由 before it, or
    stands behind a unit in brackets.

    >>> is_limit(Date(None, 5, 31, "", "", "5月31日", 0), "整改时限由5月31日再延至7月31日")
    True
    """
    if date.limit:
        return False
    told = any(date.text in match.group() for match in _LIMIT_OF.finditer(text))
    told = told or any(match["date"] == date.text for match in _IN_BRACKETS.finditer(text))
    return told or any(date.text == cell for cell in text.replace("\n", "|").split("|")[1:])


def quarter_ends(text: str) -> Iterator[Date]:
    """Yield the end of each quarter or half year in which something begins or is finished: 一季度完成 is 3月底前.

    >>> [(date.month, date.part, date.limit) for date in quarter_ends("一季度完成选址,上半年开工,二季度多雨")]
    [(3, '底', '前'), (6, '底', '前')]
    """
    for match in _QUARTER.finditer(text):
        month = 3 * ("一二三四".index(match["quarter"]) + 1) if match["quarter"] else 6
        year = int(match["year"]) if match["year"] else None
        yield Date(year, month, None, "底", "前", match.group(), match.start())


def _day(match: re.Match[str]) -> str:
    """Return 11·26 as 11月26日, also behind its own month; as it stands behind another."""
    if match["told"] not in (None, match["month"]):
        return match.group()
    return f"{match['month']}月{int(match['day'])}日"


def of_another_month(text: str, place: int, date: Date) -> bool:
    """Tell whether a month stands at a place of a text that has that of a date, too, elsewhere: 11月至次年3月.

    >>> [of_another_month("11月至次年3月", 6, Date(2025, month, None, "", "", "", 0)) for month in (11, 3, 12)]
    [True, False, False]
    """
    month = _MONTH.match(text, place)
    return month is not None and int(month["month"]) != date.month and f"{date.month}月" in text
