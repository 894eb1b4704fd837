"""Words on which a meaning turns: a statement may use one only where its source says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from pipeline.generation.checking.reading.amounts import Amount, amounts
from pipeline.generation.checking.reading.fold import clause_of, flat, pairs, share_of, without_titles
from pipeline.generation.checking.reading.meanings import GROUPS
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.generation.checking.reading.speech import kind_of
from pipeline.generation.checking.reading.verdicts import verdicts
from pipeline.patterns import compiled

_OPPOSED: tuple[
    tuple[str, str], ...
] = (  # where the source says the first of something, the second is no wording of it
    ("高出|高于|比[^,]{1,14}高", "低于|比[^,]{1,14}低"),
    ("上升|提高|增长|增加|上涨|提升|回升|上调|增至|扩大", "下降|降低|减少|下滑|回落|下调|降至|减至|压减|缩减"),
    ("最高|上限|最多", "最低|下限|最少|至少"),
    ("提前", "推迟|延期|延后|顺延"),
    ("充足|充裕", "不足|短缺|紧缺|缺口"),
    ("公开", "保密"),
    ("自愿", "强制"),
    ("收费|有偿", "免费|无偿"),
    ("上游", "下游"),
    ("东侧|东边|东面|东岸", "西侧|西边|西面|西岸"),
    ("南侧|南边|南面|南岸", "北侧|北边|北面|北岸"),
    ("左侧|左岸", "右侧|右岸"),
)
_IN_A_NAME = compiled(
    "财政(?=[局厅部所])|上市(?=场)|公开(?=大学)|建设(?=[局厅部委])|线[上下](?=[调升涨降滑])|(?<=余下|剩下|剩余|追加|新增|超出|其余|不足)部分|(?<=[这那该])部分|(?<=得)到会|到会(?=议)|(?<=所)以(?=[上下]一?[次回年月步])"
)
_EACH = compiled("全部|全数|悉数|均|都|一律|100%|所有")
_ALL = ("全部", "全数", "悉数", "均")
_OF_THESE = compiled("[\u4e00-\u9fff]{2}[和、与及][^,。;]{2,16}均")
_OPEN = compiled("另行|暂缓|再议|再研究|暂不")
_SOME = compiled("多[项个家处户条]|部分|有的|大多|一些|个别|包括")
_LEAVE = frozenset(("即可", "敲定", "定下"))
_GRANTS = frozenset(("同意", "原则同意", "通过", "原则通过", "批准"))
_PENDING = frozenset(("待同意", "待通过", "待批准"))
# 议案一全票通过, of 同意9票,反对0票,弃权0票
_WITHOUT_A_VOTE = compiled("全票|一致同意|票(?:全部|全都)(?:同意|赞成)")
_AGAINST = compiled(r"(?:反对|弃权)票?[:为]?(?P<count>\d+)票")
# 没通过复查的一律停产: a rule of its source for a whole class
_OF_A_CLASS = compiled("[的者户],?(?:由[^,。;]{2,10})?一律")
_SOFTENED = compiled("原则上|视情|酌情|一般|可以?|部分|除[^,。;]{1,12}外|个别|优先|鼓励|逐步")
_NEXT, _MOST = 8, 0.8
_THERE = compiled("参加|参会|到会|主持")
_DONE = compiled("已(?![有知婚故])|业已")
_TO_COME = compiled("拟|计划|争取|力争|建议|商议|预计|准备|将|(?<![接招对看优])待(?!遇)")
_ALLOWED = compiled("(?<!才)可以|(?<!不)允许|准许|准予|(?<![许才])可(?![行能靠持观再比谓见控研口循视用达以])|有权|得以")
_BARRED = compiled("不得|不准|不能|不可|严禁|禁止|不允许|不许|不宜|不应|不再(?!担任|兼任)|不(?=[建开批办予上])")


def pivot_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the words of a folded clause on which its meaning turns and which its source does not have.

    >>> [problem.text for problem in pivot_problems("平均浓度上升8.4%", Source("平均浓度下降8.4%", ""))]
    ['上升', '上升']
    """
    hidden = _IN_A_NAME.sub("", flat(without_titles(clause)))
    if hidden in source.words:
        return
    if not re.search("(?:反对|弃权|不同意)[^,。;]{0,2}[1-9一二三四五六七八九]", source.text):
        hidden = re.sub("(?<=票)(?:全部|全都|均|都)(?=同意|赞成)", "", hidden)
    if re.search("这[\\d一二三四五六七八九十]+[人个家名项户][^,]{0,10}都", hidden) and _part_only(hidden, source):
        yield Problem("scope", "都", "出处没有说“都”")
    for words, forms in GROUPS:
        said = next((word for word in words if word in hidden and not _denied(word, hidden)), None)
        if said in _ALL and _part_only(hidden, source):
            yield Problem("scope", said, f"出处没有说“{said}”")
            continue
        if said in _ALL and not verdicts(hidden) and _said_of_all(hidden, source):
            continue
        if _WITHOUT_A_VOTE.search(hidden) and said in ("全票", "全部", "一致同意") and _unanimous(source):
            continue
        if said == "一律" and _OF_A_CLASS.search(hidden) and not _SOFTENED.search(source.text):
            continue
        if said is None or any(form in source.words for form in forms) or (said in _LEAVE and _granted(source)):
            continue
        if not _to_the_last(said, hidden, source):
            yield Problem("wording", said, f"出处中没有“{said}”")
    yield from _turned(hidden, source)
    for one, other in (("出席", "列席"), ("列席", "出席")):  # a list's own quote has neither word
        if one in hidden and one not in source.words and other in source.text and not _THERE.search(source.text):
            yield Problem("part", one, f"出处中没有“{one}”，是“{other}”")
    yield from _permitted(hidden, source)
    yield from _finished(hidden, source)


def _denied(word: str, clause: str) -> bool:
    """Tell whether a clause denies a word wherever it has it: 缺乏充足依据."""
    before = "(?<![不没无未缺非难乏])(?<!缺少|没有|不能|不够|不足|不太|并不|不甚)"
    return not re.search(before + re.escape(word), clause)


def _granted(source: Source) -> bool:
    """Tell whether a source decides in favour and nowhere against: then it may be said that one may."""
    degrees = {degree for degree, _ in verdicts(source.text)}
    return bool(degrees & _GRANTS) and not degrees - _GRANTS - _PENDING


def _unanimous(source: Source) -> bool:
    """Tell whether a source counts no vote against anything, and none withheld."""
    counts = [match["count"] for match in _AGAINST.finditer(source.text)]
    return len(counts) > 1 and set(counts) == {"0"}


def _to_the_last(said: str, clause: str, source: Source) -> bool:
    """Tell whether a clause says 全部 of things that it counts as the source does, of what is to be done with them."""
    if said not in _ALL or verdicts(clause):
        return False
    if said == "均" and _OF_THESE.search(clause) and not _OPEN.search(source.text):
        return True  # 工期和投资均不变: of the two that stand before it
    done = any(kind_of(clause[place.end() :][:2]) == "v" for place in re.finditer(said, clause))
    counted = {amount.value for amount in amounts(clause) if amount.bound == "exact" and amount.unit}
    near = [segment.text for segment in source.segments if counted & _values(segment.text)]
    return bool(done and near) and not any(_SOME.search(text) or _fewer(text, counted) for text in near)


def _part_only(clause: str, source: Source) -> bool:
    """Tell whether a clause counts what its source counts, and the source says it of fewer: 52座,已恢复运行47座."""
    counted = {amount.value for amount in amounts(clause) if amount.bound == "exact" and amount.unit}
    texts = [segment.text for segment in source.segments]
    if any(
        counted & _values(part.text) and _fewer(part.text, counted) and not _EACH.search(part.text)
        for part in source.clauses
    ):
        return True  # 163件已办复151件
    if _said_of_all(clause, source):
        return False
    near = [f"{text};{after}" for text, after in zip(texts, [*texts[1:], ""], strict=False) if counted & _values(text)]
    return bool(near) and all(_fewer(text, counted) and not _EACH.search(text) for text in near)


def _said_of_all(clause: str, source: Source) -> bool:
    """Tell whether a source says a clause of all that it counts, and of fewer only then: 余下5处须完工,其中2处…."""
    counted = {amount.value for amount in amounts(clause) if amount.bound == "exact" and amount.unit}
    own = pairs(clause)
    return any(
        counted & _values(part.text) and not _fewer(part.text, counted) and share_of(part.text, own) >= _MOST
        for part in source.clauses
    )


def _values(text: str) -> set[Decimal]:
    return {amount.value for amount in amounts(text)}


def _fewer(text: str, counted: set[Decimal]) -> bool:
    """Tell whether a text has fewer of what it counts, too: 52座,已恢复运行47座."""
    found = [amount for amount in amounts(text) if amount.unit and amount.bound == "exact"]
    of = {amount.unit: amount.value for amount in found if amount.value in counted}
    return any(amount.value < of.get(amount.unit, amount.value) for amount in [*found, *_at_least(text)])


def _at_least(text: str) -> list[Amount]:
    """Return the amounts that a text bounds: 其中10月底前到位不少于2000万元."""
    return [amount for amount in amounts(text) if amount.unit and amount.bound in ("over", "under") and "其中" in text]


def _turned(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where the source says the opposite of the same thing."""
    for one, other in _OPPOSED:
        for said, meant in ((one, other), (other, one)):
            match = re.search(said, clause)
            if match is None or _denied(match.group(), clause):
                continue
            content = pairs(clause_of(clause, match.group())) - pairs(match.group())
            if source.elsewhere(content, _having(said), _having(meant), by_clause=True) is not None:
                yield Problem("wording", match.group(), f"出处说的不是“{match.group()}”")


def _having(pattern: str) -> Callable[[Segment], bool]:
    """Return what tells whether a segment has a wording."""
    return lambda segment: re.search(pattern, segment.text) is not None


def _finished(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a statement says that something is done which the source only intends."""
    match = _DONE.search(clause)
    if match is None or re.match("[获经]|同意|通过|批准", clause[match.end() :]):
        return
    content = pairs(clause_of(clause, match.group()))
    if source.elsewhere(content, _having(_DONE.pattern + "|了|完成"), _having(_TO_COME.pattern), by_clause=True):
        yield Problem("modifier", match.group(), "出处没有说已经做了")


def _leaves(text: str, following: str) -> bool:
    """Tell whether a text that bars something permits what a clause permits: 不予支持,双方可依约定解决."""
    return any(pairs(text[found.end() : found.end() + _NEXT]) & pairs(following) for found in _ALLOWED.finditer(text))


def _permitted(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a statement permits what the source bars."""
    match = _ALLOWED.search(clause)
    if match is None or _BARRED.search(clause):
        return
    content = pairs(clause[match.end() :]) | pairs(clause[: match.start()])
    barred = [
        segment
        for segment, own in zip(source.segments, source.segment_pairs, strict=True)
        if _BARRED.search(segment.text)
        and len(own & content) * 3 >= len(content)
        and not _leaves(segment.text, clause[match.end() : match.end() + _NEXT])
    ]
    if barred and not any(_leaves(part.text, clause[match.end() : match.end() + _NEXT]) for part in source.clauses):
        yield Problem("modifier", match.group(), f"出处没有说“{match.group()}”")
