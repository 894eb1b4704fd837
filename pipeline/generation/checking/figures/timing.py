"""Compares the dates and times of a clause with those of a source, the year folded from the document's stamp."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.generation.checking.figures.said_times import minutes, said
from pipeline.generation.checking.figures.year_spans import ends_a_span
from pipeline.generation.checking.reading.amounts import CLOCK, Date, dates, document_numbers
from pipeline.generation.checking.reading.calendar_words import (
    NEXT_OR_LAST,
    WEEKDAY,
    absolute,
    bare_days,
    by_the_end,
    in_a_year,
    in_months,
    is_limit,
    of_another_month,
    quarter_ends,
)
from pipeline.generation.checking.reading.fold import clause_of, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.patterns import compiled

_WHEN = compiled(
    r"年底|(?<![\d一二三四五六七八九十两几])年内|年初|年末|月底|月内|季度末|上半年|下半年|今年|明年|去年|本月|下月|上月|近期|尽快|立即|马上|即日起|即时|限期|逐年"
    r"|每月[底末初]|每月|每半年|每季度?|每年|每周|每日|每天|每两[年月周天]|按[月季年周](?!均)|逐[月季周日]|定期|按时|当天|当日|次日|第?[一二三四]季度"
    r"|入汛|主汛期|汛期|汛前|汛后|开春|年前(?=[要须完办])|节前|月前|开学|秋季学期|春季学期|新学期|供暖季|采暖季|入冬|入夏|雨季|冬季|夏季|春季|秋季|上午|下午|晚上|中午|凌晨|春节|国庆|元旦|五一|十一前|中秋|端午|清明"
    r"|长期|永久|暂时|临时|即刻|抓紧|随即|同步|本周|下周(?![末边])|上周(?![末边])|本季度|下季度|本年度|本年(?!级)|次年|年度内|年中|当月|次月|当季"
)
_NEXT_DATED = compiled("(?P<word>今年|本年|当年|明年|次年|来年|去年|上年)(?=\\d{1,2}月|[底末])")
_SHIFTS = {"去": -1, "上": -1, "明": 1, "次": 1, "来": 1}
_OF_THE_YEAR = compiled("(?<!年)(?:[上下]半年|[一二三四]季度|(?<!\\d)\\d{1,2}月)")
_UNTIL = compiled("(?:-|(?<!截)[至到])$")  # 截至8月底存煤: no end of a span
_IN_TIME = frozenset(("按时", "按期", "限期"))
_SPAN = compiled("[-至到起从自始止前后]|以来")
_NEAR, _TELLING = 0.75, 3
_RELATIVE = compiled("去年|上年|明年|次年|今年|本年|当年|本月|当月")
_THIS_YEAR = ("今年", "本年", "本年度")
_OF_A_NOUN = compiled(r"(?:去年|上年|明年|次年|来年)[^,。;的]{2,14}的[^,。;]*\d{1,2}[月日]")  # 去年签的合同10月15日到期
_MEETING = compiled("会议|召开|办公会|常务会|[^\\W\\d_]次会|会上")


@dataclass(frozen=True, slots=True)
class _Known:
    """A date of a source with the years that it can mean."""

    date: Date
    years: frozenset[int]


def time_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the dates and times that a folded clause states and a source does not, or states of something else.

    >>> stamp = Source("6月底前完成普查", "2021-03-08")
    >>> list(time_problems("2021年6月30日前完成普查", stamp)), len(list(time_problems("7月底前完成普查", stamp)))
    ([], 1)
    """
    hidden = WEEKDAY.sub("", without_titles(clause))
    known = _known(source)
    met = _met(source)
    if met is not None and met.year is not None:
        base = met.year
        hidden = in_months(hidden, met)
        hidden = _NEXT_DATED.sub(lambda match: f"{base + _SHIFTS.get(match['word'][0], 0)}年", hidden)
    for date in dates(hidden):
        held, meant = [entry for entry in known if _holds(date, entry)], date
        if not held and not date.limit and clause_before(hidden, date) in ("到", "至"):  # 到9月底要达到98%
            held = [entry for entry in known if _holds(replace(date, limit="前"), entry)]
        if not held and clause_before(hidden, date) in ("从", "自") and not date.limit:  # 从2011年用到现在
            held = [entry for entry in known if _holds(replace(date, limit="起"), entry)]
        if not held and date.part == "底" and date.limit == "前" and by_the_end(source.text, date):
            meant = replace(date, limit="")  # 于9月底报市政府
            held = [entry for entry in known if _holds(meant, entry)]
        if not held and date.limit == "前" and date.month and date.day in (None, 1) and not date.part:
            former = _month_before(date)  # 8月前, 8月1日前: 7月底前
            held = [entry for entry in known if _holds(former, entry)]
            meant = former if held else date
        if not held:
            if not ends_a_span(date, source.words):
                yield Problem("date", date.text, f"出处中没有日期“{date.text}”")
        elif (year := _told_year(hidden, date, source)) not in (None, date.year):
            yield Problem("date", date.text, f"出处中这件事在{year}年")
        elif _other_end(hidden, date, source):
            yield Problem("date", date.text, f"出处中“{date.text}”是另一头的时间")
        elif "-" not in date.text and not (
            _MEETING.search(hidden) and any(entry.date.text in source.stamp for entry in held)
        ):
            yield from _misplaced(hidden, date, source, meant)
    known_hours = {minutes(match) for match in CLOCK.finditer(f"{source.text}\n{source.stamp}")}
    for match in CLOCK.finditer(hidden):
        if not minutes(match) & set().union(*known_hours):
            yield Problem("date", match.group(), f"出处中没有时间“{match.group()}”")
    rest = CLOCK.sub("", hidden)
    for date in dates(rest):  # 7月底 is read as a date
        rest = rest.replace(date.text, "＿", 1)
    parts = [*(part.text for part in (*source.clauses, *source.segments)), source.heading]
    for match in _WHEN.finditer(rest):
        if match.group() in _THIS_YEAR and _of_this_year(source):
            continue
        if met is not None and in_a_year(match.group(), rest, met, parts):
            continue
        if match.group() == "年内" and any(
            _holds(Date(met.year if met else None, 12, None, "底", "前", "", 0), entry) for entry in known
        ):
            continue
        if match.group() in _IN_TIME and any(entry.date.limit == "前" for entry in known):
            continue  # 按时完成, of 6月底前完成
        if not said(match.group(), source.words):
            yield Problem("date", match.group(), f"出处中没有时间“{match.group()}”")


def _month_before(date: Date) -> Date:
    """Return the end of the month before a date's, without its year."""
    return replace(date, month=(date.month or 1) - 1 or 12, day=None, part="底", year=None)


def _other_end(clause: str, date: Date, source: Source) -> bool:
    """Tell whether a clause begins on a date what its source ends then, ends what it begins, or drops the other end."""
    plain = re.sub("起|开始|以来|(?:以|之)?[前后]", "", date.text)
    follows = clause[clause.find(date.text) + len(plain) :]
    places = list(re.finditer(re.escape(plain), source.text))
    until = [_UNTIL.search(source.text[: match.start()]) is not None for match in places]
    since = [re.match("起|开始|[-至到]", source.text[match.end() :]) is not None for match in places]
    if date.day is None and not date.limit and not _SPAN.search(clause):  # 2021年投入 of 2021年至2023年投入
        return bool(places) and all(first or last for first, last in zip(since, until, strict=True))
    begins, ends = re.match("开始|起|开幕|启动", follows), re.match("截止|结束|为止|闭幕", follows)
    return bool(places) and ((bool(begins) and all(until)) or (bool(ends) and all(since) and not any(until)))


def clause_before(folded: str, date: Date) -> str:
    """Return the character before a date, empty at the start."""
    return folded.partition(date.text)[0][-1:]


def _matter(folded: str, date: Date) -> str:
    """Return what a clause says of a date: its own piece of a list of which others are dated, too.

    >>> _matter("1月20日前通车、11月上旬动工", dates("11月上旬")[0])
    '11月上旬动工'
    """
    clause = clause_of(folded, date.text)
    pieces = [piece for piece in clause.split("、") if dates(piece)]
    told = len(pieces) > 1 and all(pairs(piece) for piece in pieces)
    return next((piece for piece in pieces if date.text in piece), clause) if told else clause


def _of_this_year(source: Source) -> bool:
    """Tell whether a source has a date of the year of its meeting, so that a statement may say 今年.

    Where no stamp tells of which year the paper is, 上半年 and 9月 without a year are of its own.
    """
    met = {date.year for date in dates(source.stamp) if date.year}
    if not met and not any(date.year for date in dates(source.text)):
        return _OF_THE_YEAR.search(source.text) is not None
    return bool(met) and any(date.year in met or (date.year is None and date.month) for date in dates(source.text))


def _known(source: Source) -> list[_Known]:
    """Return the dates of a source with the years that they can mean."""
    stamped = dates(source.stamp)
    years = {date.year for date in stamped if date.year} | {year for _, year, _ in document_numbers(source.stamp)}
    if not years:  # the file's name alone: 总经理办公会2022-15
        years = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", without_titles(source.stamp))}
    met = _met(source)
    found = [_Known(date, frozenset({date.year} if date.year else years)) for date in stamped]
    texts = [part for part in re.split("[。;\n]", absolute(without_titles(source.text), met, years)) if part]
    first = next((date.year for part in texts for date in dates(part) if date.year), None)
    for part in [*texts, source.heading]:
        carried: int | None = None
        for date in dates(part):
            carried = date.year or carried
            possible = {date.year} if date.year else {*years, *({carried} if carried else ())}
            possible = possible or ({first} if first else set())
            if not date.year and met is not None and _past(date, met):
                # 7月14日前 of a notice put up on 18 July
                near = possible if date.day and date.month == met.month else set[int]()
                possible = {year + 1 for year in possible} | near | ({carried} if carried else set())
            found.append(_Known(date, frozenset(year for year in possible if year)))
    found += [
        replace(entry, date=replace(entry.date, limit="前")) for entry in found if is_limit(entry.date, source.text)
    ]
    ends = quarter_ends(absolute(without_titles(source.text), met, years))
    found += [_Known(date, frozenset((date.year,) if date.year else years)) for date in ends]
    days = bare_days(source.text, met) if met else ()
    return [*found, *(_Known(day, frozenset({day.year} if day.year else ())) for day in days)]


def _met(source: Source) -> Date | None:
    """Return the day, month or year of the stamp of a source, the fullest there is."""
    stamped = [date for date in dates(source.stamp) if date.year]
    return next((date for date in stamped if date.month), next(iter(stamped), None))


def _past(date: Date, met: Date) -> bool:
    """Tell whether a time limit without a year lies before the meeting in the year: 8月25日前 of a December meeting."""
    if date.limit != "前" or date.month is None or met.month is None:
        return False
    return (date.month, date.day or 31) < (met.month, met.day or 1)


def _holds(stated: Date, entry: _Known) -> bool:
    """Tell whether a known date says at least what a stated one says."""
    known = entry.date
    if stated.year is not None and stated.year not in entry.years:
        return False
    if stated.month is not None and stated.month != known.month:
        return False
    if stated.day is not None:
        known, stated = _dated(known, entry.years), _dated(stated, entry.years)
        return stated.day == known.day and stated.limit.replace("起", "") == known.limit.replace("起", "")
    if stated.limit == known.limit == "起" and known.day == 1 and stated.month:
        return True  # 10月起 of 10月1日起
    if known.day is not None or (stated.month is None and known.month is not None):
        if stated.part:
            known, stated = _dated(known, entry.years), _dated(stated, entry.years)
            return stated.day is not None and (stated.day, stated.limit) == (known.day, known.limit)
        return not stated.limit
    return (stated.part, stated.limit) == (known.part, known.limit)


def _dated(date: Date, years: frozenset[int]) -> Date:
    """Return 9月底 as 9月30日."""
    if date.day is not None or date.part != "底" or date.month is None or not 1 <= date.month <= 12:
        return date
    return replace(date, day=calendar.monthrange(max(years, default=2023), date.month)[1], part="")


def _told_year(clause: str, date: Date, source: Source) -> int | None:
    """Return the year that the source gives to what a clause dates, where it calls it 明年, 去年 or 今年."""
    met = next((entry.year for entry in dates(source.stamp) if entry.year), None)
    part = _matter(clause, date)
    if met is None or date.year is None or len(pairs(part.replace(date.text, ""))) < _TELLING:
        return None
    years = set()
    for segment in source.closest(part.replace(date.text, ""), share=_NEAR):
        match = None if _OF_A_NOUN.search(segment.text) else NEXT_OR_LAST.search(segment.text)
        apart = match and of_another_month(segment.text, match.end(), date)
        years.add(met + _SHIFTS[match.group()[0]] if match and not apart else None)
    return years.pop() if len(years) == 1 else None


def _of_another_clause(
    content: set[str],
    holds: Callable[[Segment], bool],
    rival: Callable[[Segment], bool],
    source: Source,
    *,
    loose: bool,
) -> bool:
    """Tell whether clauses with another date say all of a content, and those with this date nothing of it.

    Where the date is meant in another form (`loose`), it is enough that they say more of it.
    """
    shared = {True: 0, False: 0}
    for part, own in zip(source.clauses, source.clause_pairs, strict=True):
        if holds(part) or rival(part):
            shared[holds(part)] = max(shared[holds(part)], len(own & content))
    whole = bool(content) and shared[False] == len(content) and shared[True] == 0
    return whole or (loose and shared[False] > shared[True])


def _misplaced(clause: str, date: Date, source: Source, meant: Date) -> Iterator[Problem]:
    """Yield a problem where the source gives what the clause says another date; 8月前 may be meant as 7月底前."""
    content = pairs(_matter(clause, date)) - pairs(date.text)
    met = _met(source)

    def dated(segment: Segment) -> list[Date]:
        return dates(absolute(without_titles(segment.text), met, {met.year} if met and met.year else set()))

    def holds(segment: Segment) -> bool:
        return any(
            (meant.month is None or entry.month == meant.month) and (not meant.year or entry.year in (None, meant.year))
            for entry in dated(segment)
        )

    def rival(segment: Segment) -> bool:
        return not _RELATIVE.search(segment.text) and any(
            (entry.month is None) == (date.month is None) for entry in dated(segment)
        )

    other = source.elsewhere(content, holds, rival)
    if other is None and date.month and date.limit == "前":
        other = source.elsewhere(content, holds, rival, by_clause=True)
    if other is not None or _of_another_clause(content, holds, rival, source, loose=meant is not date):
        yield Problem("date", date.text, f"出处中这件事的时间不是“{date.text}”")
