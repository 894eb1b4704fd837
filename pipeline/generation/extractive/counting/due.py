"""What is to be done by a time: 年底前要完成什么, 哪些事要在2023年6月底前办结."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.counting.due_lines import deadlines
from pipeline.generation.extractive.counting.tally import FILLERS, whole
from pipeline.generation.extractive.several.splitting import without
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

DUE = compiled(
    r"(?:(?P<year>20[0-9]{2})年?)?(?:年底|年末|年内|(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:底|末|份|(?P<day>[0-9]{1,2})[日号])?)(?:之|以)?前?"
)
WITHIN = compiled(r"月份?[里内中]$|月份?(?![里内中之以前底末0-9份])")
"""6月份里, 6月内, 6月要完成: neither before nor after it."""
DONE = compiled(r"完成|办结|办完|落实|做完|干完|到期|截止|交差|交账|交卷|收尾|了结")
_YEARS_BACK = 3
WHAT = compiled(r"什么|哪|啥|几[项件个条]|多少[项件个条]")
"""年底前要完成什么, 6月底前哪些要办结: a time, the word for being done, what is asked."""
_BESIDE_DUE = compiled(
    r"[必须应当该需得要做办干有是的了都还由把在前里中内之被到份，。？?、\s]|所有|全部|列出|工作|任务|事(?:情|项)?|项|件|条|个"
    r"|分别|各自?|责任|负责|牵头|交办|安排|布置|单位|部门|谁|哪|会上|两次|[几多那这]次|会议?|定|和|与|跟|常务|常委|党[组委]|办公|专题|协调|董事|厅务|局务|[省市县区镇局院校]长|主任|总经理|政府"
)


def due(composing: Composing) -> Draft | None:
    """Answer what is to be done by a time: in the year of the meeting named, else in this year."""
    question = composing.question
    text = without(question.text, question.scope.mentions, gap="，")  # the 10月 of 10月那次会 is no time by which
    end = due_asked(text)
    if not whole(composing) and not due_of_all(text):
        return None
    year = None if question.scope.named or question.today is None else question.today.year
    told = year_due(text) or not year or "今年" in question.text
    year = year_due(text) or year
    found = _due_in(composing, text, year)
    former = [] if found or told or not year else [one for one in _years(composing) if one < year]
    for one in former[:_YEARS_BACK]:  # a library of former years: the last one in which something is due
        if found := _due_in(composing, text, one):
            year = one
            break
    taken = "" if told else f"问题没有写年份，按{year}年查找。"
    if found or not end:
        return composing.listed("ledger", found, preface=taken if end else "") if found else None
    return composing.refusal(
        "not_stated", f"{taken}没有载明在{f'{year}年' if year else '该'}期限前完成的事项。", route="ledger"
    )


def _due_in(composing: Composing, text: str, year: int | None) -> list[tuple[Source, Sentence]]:
    """Return what is due by the time that a question names, in a year."""
    start, end = due_from(text), due_asked(text)
    every = composing.every(
        count=lambda entry, digest: sum(
            lists.is_due(point, entry, start=start, end=end, year=year)
            for item in digest.items
            for point in item.points
        )
    )
    return deadlines(every, start=start, end=end, year=year)


def _years(composing: Composing) -> list[int]:
    """Return the years of the meetings that a question may be about, the last one first."""
    dates = [entry.date or "" for entry in composing.question.scope.entries]
    return sorted({int(date[:4]) for date in dates if re.match("[0-9]{4}", date)}, reverse=True)


def due_of_units(composing: Composing) -> Draft | None:
    """Answer what the units that a question names have to do by a time, or in a month; `None` where it asks for more.

    Without a year it is that of each meeting: 区住建局4月要完成什么.
    """
    question, units = composing.question, composing.units
    text = without(question.text, question.scope.mentions, gap="，")
    end, left = due_asked(text), text
    for unit in sorted(units, key=len, reverse=True):
        left = left.replace(unit, "，")
    if not units or end is None or not due_of_all(left):
        return None
    start, year = due_from(text), year_due(text)
    every = composing.every(
        count=lambda entry, digest: sum(
            lists.is_due(point, entry, start=start, end=end, year=year)
            and any(unit in one for unit in units for one in (*point.lead_units, *point.support_units))
            for item in digest.items
            for point in item.points
        )
    )
    found = deadlines(every, start=start, end=end, year=year, units=units)
    told = f"没有载明由{'、'.join(units)}在该期限内完成的事项。"
    return composing.listed("ledger", found) if found else composing.refusal("not_stated", told, route="ledger")


def due_asked(text: str) -> str | None:
    """Return the end of the time that a question asks for, as month and day, or `None`.

    >>> due_asked("年底前要完成什么"), due_asked("6月底前哪些要完成"), due_asked("有哪些时限")
    ('12-31', '06-31', None)
    """
    match = _due(text)
    if match is None:
        return None
    return f"{chinese_to_int(match['month'] or '12'):02d}-{int(match['day'] or 31):02d}"


def due_from(text: str) -> str | None:
    """Return the first day of a month in which something is due, as month and day, or `None` where it is due by a time.

    >>> due_from("6月份里哪些要完成"), due_from("6月底前哪些要完成")
    ('06-01', None)
    """
    match, end = _due(text), due_asked(text)
    if match is None or end is None or not WITHIN.search(match.group() + text[match.end() : match.end() + 1]):
        return None
    return f"{end[:2]}-01"


def year_due(text: str) -> int | None:
    """Return the year that a question names for the time it asks for, or `None`.

    >>> year_due("哪些事要在2023年底以前完成"), year_due("年底前要完成什么")
    (2023, None)
    """
    match = _due(text)
    return int(match["year"]) if match and match["year"] else None


def due_of_all(text: str) -> bool:
    """Tell whether a question names no matter besides a time and what is to be done by it.

    >>> due_of_all("2023年10月底前要办完哪些事"), due_of_all("年底前污水厂要完成什么")
    (True, False)
    """
    left = WHAT.sub("，", DONE.sub("，", DUE.sub("，", text)))
    return len(_BESIDE_DUE.sub("", FILLERS.sub("", left))) < 2


def _due(text: str) -> re.Match[str] | None:
    match = DUE.search(text)
    return match if match and DONE.search(text) and WHAT.search(text) else None
