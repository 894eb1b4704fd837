"""Compares how a figure stands in its clause: by or to how much, against when, each or in all, left or done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.amounts import Amount, amounts, dates
from pipeline.generation.checking.reading.fold import clauses, flat, pairs, sentences, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_CHANGE = "增长|增加|提高|提升|上升|上调|上涨|扩大|下降|降低|减少|下调|回落|压减|缩减|缩短|延长|调整|增|降|升|减"
_TO = compiled(rf"(?:{_CHANGE})(?:到|至|为|成)(?:了)?$")
_BY = compiled(rf"(?:{_CHANGE.replace('|调整', '')})(?:了|约|近|超过?)?$")
_FROM = compiled(rf"^[^,。;]{{0,8}}?(?:{_CHANGE})(?:到|至|为|成)")
_CHANGED = compiled("增|减|升|降|提|涨|新|扩|多|少|高|低|加|缩|延|调|压")
_AGAINST = (
    ("同比", compiled("同比|去年同期|上年同期|较上年|比上年|比去年|较去年")),
    ("环比", compiled("环比|较上月|较上季|比上季")),
)
_LEFT = compiled("(?:剩余|其余|余下|剩下|还剩|尚余|还有)(?:的)?$")
_LEFT_SAID = compiled("剩|余|[还尚仍]有|[未尾]|其他|另")
_EACH = compiled("各(?![项类种界级方])自?[\u4e00-\u9fff]{0,4}$")
_EACH_SAID = compiled("各|每|均|分别|逐")
_PLANNED = compiled("计划|拟|概算|预算")
_ACTUAL = compiled("完成|实际|已|到位")
_MEAN = compiled("人均|户均|亩均|年均|月均|日均|平均")
_TOTAL = compiled("累计")
_PER_WHAT = compiled("[每/·]|床日|人次|[月日年户人]均|按[月日天年]")
_SUM = compiled("合计|总共|共计|总计")
_CAME = compiled("(?<!应)(?:实到|到会|出席|参会)")
_DUE = compiled("应到|应出席|应参会")
_ONE_YEAR = compiled("今年|本年|当年|本月|当月|全年")
_OFTEN = compiled(
    "每[两\\d]?(?:个?季度?|个?月|年|周|天|日|半年)(?:至少|定期|要|须|应|都|组织|开展|进行)?(?P<what>[\u4e00-\u9fff]{2,6}?)(?P<times>[一两二三四\\d]+次)"
)
_ANY_ACT = compiled("(?:开展|组织|进行|举行|召开|安排|举办)$")
_HAS_TO = compiled("^(?:必须|应当|[要须应得都])")
_LEAST = compiled("^(?:至少|最少|不少于|不低于|起码)")
_AT_LEAST = compiled("(?:不得?少于|不得?低于|至少|最少)$")
_NEAR, _SEVERAL = 10, 2


def measure_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the figures of a folded clause that its source has in another role.

    >>> source = Source("投资120亿元,同比增长8.5%;标准由8元提高到10元", "")
    >>> [problem.text for problem in measure_problems("投资环比增长8.5%", source)]
    ['8.5%']
    >>> [problem.text for problem in measure_problems("标准提高到8元", source)]
    ['8元']
    """
    hidden = without_titles(flat(clause))
    own = without_titles(flat(source.text))
    for amount in amounts(hidden):
        if amount.bound == "ordinal" or not amount.unit:
            continue
        told = [entry for entry in amounts(own) if (entry.value, entry.unit) == (amount.value, amount.unit)]
        if told and (said := _another_role(hidden, amount, own, told)):
            yield Problem("number", amount.text, f"出处中“{amount.text}”不是{said}")
    yield from _another_act(hidden, own)
    yield from _another_limit(hidden, source)


def _another_role(clause: str, amount: Amount, source: str, told: list[Amount]) -> str | None:
    """Return the role that a clause gives to a figure and none of its places in a source does, or `None`."""
    before = _before(clause, amount)
    places = [(_before(source, entry), source[entry.start + len(entry.text) :]) for entry in told]
    to, by = _TO.search(before), _BY.search(before)
    if to and all(_BY.search(head) or (_FROM.match(tail) and not _TO.search(head)) for head, tail in places):
        return f"“{to.group()}”的数"
    if by and all(_TO.search(head) for head, _ in places):
        return f"“{by.group()}”的数"
    if by and "比" in before and not any(_CHANGED.search(head) for head, _ in places):
        return f"“{by.group()}”的数"
    for index, (word, pattern) in enumerate(_AGAINST):
        other = _AGAINST[1 - index][1]
        if pattern.search(before) and all(other.search(head) and not pattern.search(head) for head, _ in places):
            return f"{word}的数"
    if _LEFT.search(before[-4:]) and not any(_LEFT_SAID.search(head[-_NEAR:]) for head, _ in places):
        return "剩下的数"
    if (
        _EACH.search(before[-6:])
        and len(told) < _SEVERAL
        and not any(_EACH_SAID.search(head[-_NEAR:]) for head, _ in places)
    ):
        return "每一方的数"
    if _SUM.search(before) and all(_EACH_SAID.search(head) and not _SUM.search(head) for head, _ in places):
        return "合计的数"
    if _CAME.search(before) and all(_DUE.search(head) and not _CAME.search(head) for head, _ in places):
        return "实到的数"
    if _PLANNED.search(before) and all(_ACTUAL.search(head) and not _PLANNED.search(head) for head, _ in places):
        return "计划的数"
    if len(_PER_WHAT.findall(clause)) == 1 and all(
        _rates_of(head, tail) > 1 for head, tail in places
    ):  # 每人每月300元 is no 每人300元
        return "这样计的数"
    means = [_MEAN.search(head[-_NEAR:]) for head, _ in places]
    if all(means) and not re.search("均|每", clause):
        return "总数"
    if _ONE_YEAR.search(before) and all(
        _TOTAL.search(head[-_NEAR:]) and not _ONE_YEAR.search(head) for head, _ in places
    ):
        return "一年的数"
    return None


def _rates_of(head: str, tail: str) -> int:
    """Return against how many things a figure between a head and a tail is counted: 每人每月, /床·日."""
    slashes = re.match("(?:[/·][\u4e00-\u9fff]{1,2})*", tail)
    return re.split("\\d", head)[-1].count("每") + len(re.findall("[/·]", slashes.group() if slashes else ""))


def _before(text: str, amount: Amount) -> str:
    """Return the clause of an amount up to its number, without the bound."""
    start = max(text.rfind(mark, 0, amount.start) for mark in ",。;:\n") + 1
    return text[start : amount.start]


def _another_act(clause: str, source: str) -> Iterator[Problem]:
    """Yield 每季度检查一次 where the source says 每季度通报一次."""
    acts = (_LEAST.sub("", match["what"]) for match in _OFTEN.finditer(source))
    known = {act for act in acts if act}  # 每月不少于一次 names no act
    for match in _OFTEN.finditer(clause):
        what = _AT_LEAST.sub("", _HAS_TO.sub("", match["what"].removeprefix("度")))
        if len(what) < 2 and any(what in other for other in known):  # 每季度查一次, of 每季度抽查一次
            continue
        if (
            known
            and not _ANY_ACT.match(what)
            and what not in source
            and not any(pairs(what) & pairs(other) for other in known)
        ):
            yield Problem("wording", match.group(), f"出处中没有“{match.group()}”")


def _another_limit(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the time limit that a clause gives to a figure, where the source gives it to another matter alone."""
    parts = [without_titles(line) for line in sentences(source.text)]
    for part in clauses(clause):
        limits = [date for date in dates(part) if date.limit == "前"]
        figures = [amount for amount in amounts(part) if amount.unit and amount.bound != "ordinal"]
        if len(limits) != 1 or len(figures) != 1:
            continue
        dated = [text for text in parts if any(_same_day(entry.text, limits[0].text) for entry in dates(text))]
        counted = [
            text
            for text in parts
            if any((entry.value, entry.unit) == (figures[0].value, figures[0].unit) for entry in amounts(text))
        ]
        apart = dated and counted and not set(dated) & set(counted)
        if apart and any(not dates(text) for text in counted) and all(amounts(text) for text in dated):
            yield Problem("date", limits[0].text, f"出处中“{figures[0].text}”没有“{limits[0].text}”这一时限")


def _same_day(one: str, other: str) -> bool:
    return one in other or other in one
