"""Compares reasons, waits, orders and whom a thing is said of: what a statement turns without changing a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clauses, flat, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of
from pipeline.patterns import compiled

_REASON = compiled("^(?:会议)?(?:因(?!此|而)|由于|鉴于|考虑到)(?P<why>[\u4e00-\u9fff、]{3,24})")
_BECAUSE = compiled("(?<=[\u4e00-\u9fff])因(?P<why>(?:系|是|为|兼?任|担任)[\u4e00-\u9fff]{3,20}而)")
_BEING = compiled("系|是|为|兼?任|担任")
_INTO = compiled("(?:改建|改造|改|调整|变更|转|更名|升级|打造)(?:为|成)(?P<what>[\u4e00-\u9fff]{2,8})")
_WAIT = compiled("(?:待|等)(?P<what>[^,。;]{3,24}?)(?:之|以)?后,?(?P<then>[^,。;]{2,})")
_LATER = compiled("再|另|重新|提交|提请|上会|上报|研究|审议|讨论|议|报")
_OF = compiled("(?=(?P<front>[\u4e00-\u9fff]{3})的(?P<noun>[\u4e00-\u9fff]{2}))")
_OF_AN_ITEM = frozenset(
    ("议案", "议题", "事项", "情况", "报告", "汇报", "请示", "意见", "建议", "说明", "通知", "问题")
)
_IN_TURN = compiled("依次|先后|按顺序")
_PIECE = compiled("[\u4e00-\u9fff]{2,12}")
_ISSUED = compiled("由(?P<who>[\u4e00-\u9fff]{2,10}?)(?P<between>[^,。;]{0,20}?)(?P<what>印发|批准|审定|审批|核准)")
_UPWARD = compiled("报|提请|提交|呈")
_SHARED = compiled("(?:、|和|与)[^,。;]{1,20}?(?:各|共同|分别|按)[^,。;]{0,8}?(?:承担|负担|分担|出资)")
_BEARS = compiled("承担|负担|分担|出资")
_SHARES = compiled("[各与和、]|共同|分别|按|半|%|[一二三四五六七八九]成")
_TO_COME = compiled(
    "(?:要|须|需|将|计划|拟|力争|确保)(?=(?:[\u4e00-\u9fff]{0,4})(?:完成|改造|建成|投入|实现|新建|整治|拆除|安装))"
)
_DONE = compiled("已|截[至止]|累计|完成了")
_TO_DO = compiled("要|须|需|将|计划|拟|力争|确保|[底日月]前")
_MOST = 0.75


def turn_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield what a folded clause turns round: a reason, what a wait is for, an order, whom it is said of.

    >>> source = Source("对逾期不搬迁的企业依法强制执行,职工全部安置;待批复后再议", "")
    >>> [problem.text for problem in turn_problems("对逾期不搬迁的职工依法强制执行", source)]
    ['不搬迁的职工']
    """
    text, own = without_titles(flat(clause)), without_titles(flat(source.text))
    for part in clauses(text):
        yield from _reasons(part, source)
        yield from _issued(part, own)
        yield from _turned_into(part, source)
        yield from _borne(part, own)
        yield from _planned(part, source)
    yield from _waits(text, own)
    yield from _of_another(text, source.words)
    yield from _in_turn(text, own)


def _reasons(part: str, source: Source) -> Iterator[Problem]:
    match = _REASON.match(part) or _BECAUSE.search(part)
    if match is None:
        return
    for why in match["why"].partition("而")[0].split("、"):
        words = [word for word in cut(why) if len(word) > 1 and not is_ordinary(word)]
        words = [word for word in words if kind_of(word) == "n"] or words
        known = [word for word in words if word in source.words or set(word) <= set(flat(source.text))]
        ends_otherwise = _BEING.match(match["why"]) and "而" in match.group() and why[-2:] not in source.words
        if (words and not known) or ends_otherwise:  # 因系该单位股东而回避: a shareholder, and no adviser
            yield Problem("wording", why, f"出处中没有“{why}”这一原因")


def _waits(text: str, source: str) -> Iterator[Problem]:
    """Yield where 待批复后列入计划 stands for 待批复后再议."""
    known = list(_WAIT.finditer(source))
    for match in _WAIT.finditer(text):
        alike = [
            other
            for other in known
            if len(pairs(match["what"]) & pairs(other["what"])) * 2 >= len(pairs(other["what"]))
        ]
        if alike and not any(_same_then(match["then"], other["then"]) for other in alike):
            yield Problem("condition", match.group(), f"出处中待{match['what']}后要做的不是“{match['then']}”")


def _same_then(one: str, other: str) -> bool:
    return (
        bool(pairs(one) & pairs(other)) or bool(_LATER.search(one) and _LATER.search(other)) or not _LATER.match(other)
    )


def _of_another(text: str, words: str) -> Iterator[Problem]:
    """Yield 不搬迁的职工 where the source has 不搬迁的企业 and speaks of 职工 elsewhere."""
    for match in _OF.finditer(text):
        front, noun = match["front"], match["noun"]
        if f"{front}的" not in words or f"{front}的{noun}" in words or noun not in words or kind_of(noun) != "n":
            continue
        if re.search(f"{front}的[^,。;:、\n]{{0,14}}{noun}", words) or f"{front[1:]}{noun}" in words:
            continue  # 会议定的人才公寓回购事项: 会议定的事项
        others = [other[1] for other in re.finditer(f"{front}的([\u4e00-\u9fff]{{2}})", words)]
        if others and all(kind_of(other) == "n" and other not in _OF_AN_ITEM for other in others):
            yield Problem("wording", f"{front}的{noun}", f"出处中是“{front}的{others[0]}”")


def _turned_into(part: str, source: Source) -> Iterator[Problem]:
    """Yield what a clause lets something become and of which its source has no word: 改建为停车场."""
    for match in _INTO.finditer(part):
        words = cut(match["what"])
        noun = next((word for word in reversed(words) if len(word) > 1), "")
        if noun and kind_of(noun) in ("n", "") and not is_ordinary(noun) and not pairs(noun) & pairs(source.words):
            yield Problem("wording", match.group(), f"出处中没有“{match.group()}”")


def _in_turn(text: str, source: str) -> Iterator[Problem]:
    """Yield where a list said to be in order stands in another order than in the source."""
    for part in clauses(text):
        match = _IN_TURN.search(part)
        if match is None:
            continue
        after = re.sub("^(?:是|为|由|听取|审议|讨论)+", "", part[match.end() :])
        names = [name for name in re.split("[、和及与]", after) if _PIECE.match(name)]
        places = [source.find(name[:3]) for name in names]
        if len(places) > 1 and min(places) >= 0 and places != sorted(places):
            yield Problem("wording", part, "出处中的次序不是这样")


def _issued(part: str, source: str) -> Iterator[Problem]:
    """Yield where 由甲局印发 stands for 报市政府印发."""
    for match in _ISSUED.finditer(part):
        what = match["what"]
        if _UPWARD.search(match["between"]) or _UPWARD.search(match["who"]):
            continue
        upward = re.search(f"(?:报|提请|呈)(?P<to>[\u4e00-\u9fff]{{2,12}}?){what}", source)
        if (
            upward
            and upward["to"][-2:] not in match.group()
            and not re.search(f"由{match['who'][:3]}[^,。;报]{{0,20}}{what}", source)
        ):
            yield Problem("part", match.group(), f"出处中由“{upward['to']}”{what}")


def _borne(part: str, source: str) -> Iterator[Problem]:
    """Yield where one alone bears what a source has several bear together."""
    match = _BEARS.search(part)
    if match and _SHARED.search(source) and not _SHARES.search(part) and len(_BEARS.findall(source)) == 1:
        yield Problem("part", match.group(), f"出处中不是由一方{match.group()}")


def _planned(part: str, source: Source) -> Iterator[Problem]:
    """Yield where a clause has still to be done what its source says is done."""
    match = _TO_COME.search(part)
    near = source.closest(part, share=_MOST) if match else []
    if match and near and all(_DONE.search(segment.text) and not _TO_DO.search(segment.text) for segment in near):
        yield Problem("modifier", match.group(), f"出处说的是已经做了的，不是“{match.group()}”")
