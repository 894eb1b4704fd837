"""Turned: verbs that a statement denies, softens or puts before instead of after, and conditions that it loses."""

from __future__ import annotations

import re

from pipeline.generation.checking.reread.placed import Placed, is_verb, telling_words
from pipeline.patterns import compiled

_CLAUSE = compiled(r"[^,:。;!?\n]+")
_MARK = compiled("[,:。;!?\n]")
_DENIES = compiled("[不未没无非免禁停]")
_SOFTENS = compiled("拟|建议|研究|争取|力争|可|鼓励|探索|提出|推动|协调|申请|准备|计划|适时|暂|列入|考虑|原则")
_NEAR, _FAR = 4, 6  # characters before a verb within which a denial, or a hedge, is of it
_EDGE = compiled("(?:完|了|好|完成|完毕|结束|之|以){0,2}(?P<mark>[前后])")
_CONDITION = compiled(
    "(?:[前后时的]|方可)$|^(?:待|如|若|凡|经|须|除|对|在.*下$)|方可|才能|以上|为前提|合格|同意后|满\\d"
)
_LOST = 0.3
_NONE = 1.5  # the share that a statement holds of a condition where there is none
NAMES = (
    "word_denied", "word_freed", "word_softened", "word_hardened", "edge_turned", "edge_lost",
    "condition_held", "conditions_lost", "clauses_lost",
)  # fmt: skip
"""The traits of this room, in order."""


def turned(one: Placed) -> dict[str, float]:
    """Return how many shared verbs are turned, and how much a statement holds of the conditions beside it."""
    row = dict.fromkeys(NAMES, 0.0)
    for word in sorted({word for word in telling_words(one.text) if is_verb(word) and word in one.window}):
        for pattern, gained, lost, far in (
            (_DENIES, "word_denied", "word_freed", _NEAR),
            (_SOFTENS, "word_softened", "word_hardened", _FAR),
        ):
            own, other = (_stands_before(text, word, pattern, far) for text in (one.text, one.window))
            if not own & other:
                row[gained if True in own else lost] += 1
        edges, others = _edges(one.text, word), _edges(one.window, word)
        if not edges & others:
            row["edge_turned" if edges | others == {"前", "后"} else "edge_lost"] += 1
    return row | _conditions(one)


def _stands_before(text: str, word: str, pattern: re.Pattern[str], far: int) -> set[bool]:
    """Return for the places of a word whether a pattern stands shortly before it in its clause."""
    ahead = [text[max(0, match.start() - far) : match.start()] for match in re.finditer(re.escape(word), text)]
    return {pattern.search(_MARK.split(before)[-1]) is not None for before in ahead}


def _edges(text: str, word: str) -> set[str]:
    """Return which of 前 and 后 stands behind a word, at any of its places; empty for neither."""
    marks = [_EDGE.match(text, match.end()) for match in re.finditer(re.escape(word), text)]
    return {mark["mark"] if mark else "" for mark in marks}


def _conditions(one: Placed) -> dict[str, float]:
    """Return how much a statement holds of the clauses that set a condition, and of how many clauses nothing."""
    shares: list[float] = []
    every: list[float] = []
    for match in _CLAUSE.finditer(one.window):
        words = telling_words(match.group())
        if words:
            every.append(sum(word in one.text for word in words) / len(words))
            shares += every[-1:] if _CONDITION.search(match.group()) else []
    return {
        "condition_held": min(shares, default=_NONE),
        "conditions_lost": float(sum(share < _LOST for share in shares)),
        "clauses_lost": every.count(0) / (len(every) or 1),
    }
