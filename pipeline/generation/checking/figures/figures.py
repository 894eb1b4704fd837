"""Compares the figures of a clause with those of a source: value, unit, bound, and what they are figures of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.generation.checking.figures.derived import dealt_out, enumerated, termed
from pipeline.generation.checking.figures.votes import vote_problems
from pipeline.generation.checking.reading.amounts import CODE, Amount, amounts
from pipeline.generation.checking.reading.fold import clause_of, flat, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.patterns import compiled

_FROM_TO = compiled(
    r"[由从](?P<first>[^,。;由从]{1,16}?)(?:逐步)?(?:提高|提升|增加|增至|增长|上调|扩大|降低|降|下降|下调|减少|压减|调整|改为|变更|延长|缩短|上升|回升|升|调(?=[至到为])|减|涨|增)"
    r"(?:[到至为]|成)?(?P<second>[^,。;]{1,12})"
)
_MORE, _LESS = compiled("增|上调|提高|提升|上浮|多|涨|高"), compiled("减|下调|下降|降|低|下浮|少|压|缩")
_STEP = 5
_MOVES = compiled(
    "(?:同比|环比|分别|均|各|又|则|也|实现)*(?:增长|下降|上升|增加|减少|提高|回落|增|降|减|升)(?:了|约|近)?$"
)
_TOTAL = compiled("共|合计|总")
_PER = compiled(
    r"每(?!次会|项议|一?[位名个]同)(?P<what>(?:季度|学期|学年|分钟|个(?![月季])|[户亩人月年周日天季吨件例名位条家项辆台套平床座栋校村镇乡县区组桶箱斤公千度方米瓦秒]))"
)
_SLASH = compiled("/[\u4e00-\u9fff]{1,3}")
_FIVE_YEARS = compiled("十[一二三四五]五(?=规划|时期|期间|末|[以之]来)")
_THIRDS = compiled("[三六七八九]分之[一二三四五六七八]")
_RATE = compiled("(?<=[元角分吨米度斤人床户])[/·](?P<what>(?:平方|立方|学期|课时|[\u4e00-\u9fff]))")
_EACH_TIME = compiled(r"每(?P<what>次|班|餐|晚|趟|课时|小时|宗|起|笔|份)(?=[约不最]?[\u4e00-\u9fff]{0,3}\d)")
_TIMES = ("个月", "天", "分钟")
_LABEL, _AFTER, _WHOLE = 5, 8, 3
_COUNTED = frozenset("名人位家座条项处起件所台辆艘栋支宗口")
_EACH_GETS = compiled(r"各(?:奖励?|补助?|给予|安排|发放?|拨付?|出资?|承担|负担|分)[^,。;\n]{0,6}?\d")
_DAILY = compiled("日(?:处理|供[水气热电]|产)")  # 每天可处理, of 日处理规模
_OF_SCHOOL = ("学期", "学年")
_PER_ALIKE = {"季度": "季", "个": "", "平方": "平", "天": "日", "日": "天", "度": "千瓦时"} | dict.fromkeys(
    ("人次", "名", "位"), "人"
)


def figure_problems(clause: str, source: Source, *, counted: int | None = None) -> Iterator[Problem]:
    """Yield the figures of a folded clause that do not stand so in a source.

    >>> source = Source("新增监测点48个,改造泵站近30座", "")
    >>> [problem.kind for problem in figure_problems("改造泵站30座,新增监测点49个", source)]
    ['bound', 'number']
    """
    hidden = without_titles(clause)
    for amount in amounts(hidden):
        if counted is not None and amount.value == counted and amount.bound in ("exact", "ordinal"):
            continue
        alike = [
            entry for entry in source.amounts if entry.value == amount.value and _same_unit(entry, amount, source.words)
        ]
        if amount.loose:  # 一个市场: no first item
            alike = [entry for entry in alike if entry.bound != "ordinal"]
        if not alike:
            if enumerated(hidden, amount) or dealt_out(hidden, amount, source):
                continue
            if _differs_by(hidden, amount, source):
                continue
            if amount.loose and all(
                entry.unit != amount.unit or entry.bound == "ordinal" for entry in amounts(source.text)
            ):  # 三届十九次 of a stamp counts no 一次
                continue
            yield Problem("number", amount.text, f"出处中没有“{amount.text}”这个数")
        elif all(
            entry.bound != amount.bound and not _within(amount, entry) and not termed(hidden, amount, entry)
            for entry in alike
        ) and not (
            amount.bound == "exact" and _moved_to(amount, source)  # 由50万元提高到100万元, of 最高由50万元提高到100万元
        ):
            yield Problem("bound", amount.text, f"“{amount.text}”与出处的“{alike[0].text}”范围不同")
        elif (rate := _rate_lost(clause, amount, source)) is not None:
            yield Problem("number", amount.text, f"漏掉了出处的“{rate}”")
        elif amount.unit in _TIMES and (other := _other_time(hidden, amount, source)):
            yield Problem("number", amount.text, f"出处中这件事的时间是“{other}”")
        elif amount.bound != "ordinal" and (other := _nearer(clause, amount, source)):
            yield Problem("number", amount.text, f"出处中这一项的数是“{other}”")
    for match in CODE.finditer(hidden):
        if match.group() not in source.words:
            yield Problem("number", match.group(), f"出处中没有“{match.group()}”")
    for match in _THIRDS.finditer(hidden):
        if match.group() not in source.words:
            yield Problem("number", match.group(), f"出处中没有“{match.group()}”")
    for match in _FIVE_YEARS.finditer(hidden):
        if match.group() not in source.words:
            yield Problem("number", match.group(), f"出处中没有“{match.group()}”")
    yield from vote_problems(hidden, source)
    yield from _moves(hidden, source)
    yield from _rates(hidden, source)
    if re.search("总额[^,]{0,6}?\\d[\\d.]*%", hidden) and not re.search("总[额量数计]|合计", source.words):
        yield Problem("number", "总额", "出处中没有“总额”")


def _differs_by(clause: str, amount: Amount, source: Source) -> bool:
    """Tell whether an amount is by how much a figure of the source moves: 上调0.3元 of 由1.8元调整为2.1元."""
    before = clause[max(0, amount.start - _STEP) : amount.start]
    if amount.unit in ("倍", "%") and amount.bound == "exact":
        return any(_is_share(match, before, amount) for match in _FROM_TO.finditer(source.text))
    more, less = _MORE.search(before), _LESS.search(before)
    if amount.bound != "exact" or bool(more) == bool(less):
        return False
    for match in _FROM_TO.finditer(source.text):
        first, second = amounts(match["first"]), amounts(match["second"])
        kinds = {amount.unit.replace("百分点", "%"), *(entry.unit for entry in (*first[:1], *second[:1]))}
        if not first or not second or len(kinds) > 1:
            continue
        step = second[0].value - first[0].value
        if step == (amount.value if more else -amount.value):
            return True
    return False


def _is_share(match: re.Match[str], before: str, amount: Amount) -> bool:
    """Tell whether a move of a source, 由50万元提高到100万元, is one by so much: 提高一倍, 提高100%."""
    first, second = amounts(match["first"])[-1:], amounts(match["second"])[:1]
    if not first or not second or not first[0].value or {first[0].unit} != {second[0].unit} or first[0].unit == "%":
        return False
    share = (second[0].value - first[0].value) / first[0].value
    by = amount.value / (1 if amount.unit == "倍" else 100)
    grows = share > 0 and _MORE.search(before) is not None and _LESS.search(before) is None
    shrinks = share < 0 and _LESS.search(before) is not None and _MORE.search(before) is None and amount.unit == "%"
    return abs(share) == by and (grows or shrinks) and not re.search("[到至为]$", before)


def _within(one: Amount, other: Amount) -> bool:
    """Tell whether 五年内投入 stands for 五年投入: a time in which something is done."""
    return one.unit in _TIMES and one.text.endswith("内") and (one.bound, other.bound) == ("under", "exact")


def _same_unit(one: Amount, other: Amount, words: str) -> bool:
    """Tell whether two amounts have the same unit; 1.5万 of a rent is 15000元."""
    if one.unit == other.unit:
        return True
    if {one.unit, other.unit} == {"", "个"}:  # 9班, 9个班
        return True
    if {one.unit, other.unit} == {"家", "户"} and "户" in words:  # 12家客户, 逐户
        return True
    if other.unit == "个" and one.unit in _COUNTED:  # 名额85个, of 85名
        return True
    if {one.bound, other.bound} == {"ordinal"} and {one.unit, other.unit} <= {"", "位", "名"}:  # 居第3位, 排第三
        return True
    bare, money = sorted((one, other), key=lambda entry: entry.unit)
    return bare.unit == "" and money.unit == "元" and any(letter in bare.text for letter in "万亿")


def _rate_lost(clause: str, amount: Amount, source: Source) -> str | None:
    """Return the rate of an amount that a clause drops: 450万元 for 450万元/亩."""
    if re.search("[/每均逐按]|单价|一[个亩户人平吨年月天]", clause):
        return None
    rates = [
        _SLASH.match(source.text, entry.start + len(entry.text))
        for entry in amounts(source.text)
        if entry.value == amount.value and entry.unit == amount.unit
    ]
    return rates[0].group() if rates and all(rates) and rates[0] is not None else None


def _nearer(clause: str, amount: Amount, source: Source) -> str | None:
    """Return another amount of the same unit whose own words are clearly closer to the clause, or `None`.

    A source that says 新增绿色工厂6家,5G工厂4家 does not prove 新增绿色工厂4家.
    """
    if "分别" in clause or "依次" in clause:  # the labels stand apart from their figures
        return None
    after = clause[amount.start + len(amount.text) :]
    own = pairs(_before(clause, amount) or re.split("[,、。;:]", after)[0][:_AFTER])
    label = _before(clause, amount)[-3:]
    if label and any(entry.value != amount.value and _before(clause, entry)[-3:] == label for entry in amounts(clause)):
        return None  # 初中每生每月180元,小学每生每月150元
    if _TOTAL.search(_before(clause, amount)) and any(
        entry.value == amount.value and _TOTAL.search(_before(source.text, entry)) for entry in amounts(source.text)
    ):
        return None
    moved = _moved_to(amount, source)
    if (labelled := _labelled(clause, amount, source)) is not None:
        return labelled
    best: dict[bool, tuple[int, str]] = {True: (0, ""), False: (0, "")}
    for entry in amounts(source.text):
        if entry.unit != amount.unit or entry.bound == "ordinal" or entry.value in moved:
            continue
        same = entry.value == amount.value
        said_of = _before(source.text, entry)
        if same and not said_of:  # 386万元资金已发放364.8万元: what follows tells of what
            said_of = source.text[entry.start + len(entry.text) :][:_AFTER]
        shared = len(own & pairs(said_of))
        if shared > best[same][0]:
            best[same] = (shared, entry.text)
    said, other = best[True][0], best[False][0]
    return best[False][1] if other >= 3 and other >= said + 2 else None


def _labelled(clause: str, amount: Amount, source: Source) -> str | None:
    """Return the other amount of its unit to which a source gives the whole label with which a clause has this one."""
    own = _label(clause, amount)
    labels = [(entry, _label(source.text, entry)) for entry in amounts(source.text) if entry.unit == amount.unit]
    fitting = [entry for entry, label in labels if len(label) >= _WHOLE and own.endswith(label)]
    if not fitting or any(entry.value == amount.value for entry in fitting):
        return None
    return fitting[0].text if fitting[0].bound == amount.bound != "ordinal" else None


def _label(text: str, amount: Amount) -> str:
    """Return what stands between the mark before an amount and its number."""
    start = max(text.rfind(mark, 0, amount.start) for mark in ",、。;:()\n") + 1
    return text[start : amount.start]


def _other_time(clause: str, amount: Amount, source: Source) -> str | None:
    """Return the time that a source gives to what a clause says, where it is another: 1小时内设置标志,24小时内修复."""
    content = pairs(clause_of(clause, amount.text)) - pairs(amount.text)

    def times(part: Segment) -> list[Amount]:
        return [entry for entry in amounts(part.text) if entry.unit in _TIMES]

    other = source.elsewhere(
        content,
        lambda part: any((entry.value, entry.unit) == (amount.value, amount.unit) for entry in times(part)),
        lambda part: bool(times(part)),
        by_clause=True,
    )
    return times(other)[0].text if other is not None else None


def _moved_to(amount: Amount, source: Source) -> set[Decimal]:
    """Return the values from which a source moves to an amount: 92元 of 由每年92元调整到106元."""
    found = set()
    for match in _FROM_TO.finditer(source.text):
        if amount.value in {entry.value for entry in amounts(match["second"])}:
            found |= {entry.value for entry in amounts(match["first"])}
    return found


def _before(text: str, amount: Amount) -> str:
    """Return the words before an amount, which say what it counts: the last ones of its clause."""
    start = max(text.rfind(mark, 0, amount.start) for mark in ",、。;:\n") + 1
    label = _MOVES.sub("", text[start : amount.start])
    if len(label) < len(text[start : amount.start]):  # 投资45亿元,同比下降2.1%: of what stands before
        if not label and text[start - 1 : start] == ",":
            former = text[: start - 1]
            begun = max(former.rfind(mark) for mark in ",、。;:\n") + 1
            label = re.split(r"\d", former[begun:])[0]
        return label[-_LABEL:]
    return text[max(start, amount.start - _LABEL) : amount.start]


def _moves(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a figure moves from one value to another in another direction than the source says."""
    known = [_values(match) for match in _FROM_TO.finditer(source.text)]
    for match in _FROM_TO.finditer(clause):
        values = _values(match)
        share = next((entry for entry in amounts(match["second"])[:1] if entry.unit in ("倍", "%")), None)
        if share is not None and values[0] in {first for first, _ in known}:
            told = match.group()[: match.start("second") - match.start()]
            if any(_is_share(entry, told, share) for entry in _FROM_TO.finditer(source.text)):
                continue
        if values[0] and values[1] and known and values not in known:
            yield Problem("number", match.group(), f"出处中没有“{match.group()}”")
        if all(values):  # 12000元降到0.8万元: compared by value
            continue
        one, other = pairs(match["first"]), pairs(match["second"])
        for entry in _FROM_TO.finditer(source.text):  # 由居住用地调整为仓储用地
            first, second = pairs(entry["first"]), pairs(entry["second"])
            if (one & second) - first and (other & first) - second and not ((one & first) - second):
                yield Problem("wording", match.group(), f"出处中没有“{match.group()}”")


def _values(match: re.Match[str]) -> tuple[str, str]:
    """Return the values between which a figure moves, as far as they are figures."""
    first, second = amounts(match["first"]), amounts(match["second"])
    return (str(first[-1].value) if first else "", str(second[0].value) if second else "")


def _rates(clause: str, source: Source) -> Iterator[Problem]:
    """Yield 每户 where the source says 每亩."""
    own = flat(source.text)
    words = own if _PER.search(own) else source.words
    for match in (*_PER.finditer(clause), *_RATE.finditer(clause), *_EACH_TIME.finditer(clause)):
        what = match["what"]
        short = what if what in _OF_SCHOOL else what[0]  # 每学年 is no 每学期
        forms = {what, short, _PER_ALIKE.get(what, what)}
        if what == "个" and re.search("[每各]", words):
            continue
        if what in _COUNTED and _EACH_GETS.search(words):  # 每家奖励100万元, of 3家组织,各奖励100万元
            continue
        if what in ("天", "日") and _DAILY.search(words):
            continue
        if what in _COUNTED and re.search("逐[\u4e00-\u9fff]", words):  # 每座桥, of 逐桥
            continue
        if not any(form and re.search(f"[每各按逐/·一]{form}|{form}均", words) for form in forms):
            yield Problem("number", match.group(), f"出处中没有“{match.group()}”")
