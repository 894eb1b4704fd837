"""What is said of two things at once: 滑梯和充电桩都要在暑假前修好 needs the time for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clauses, flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_BOTH = compiled(
    r"(?P<one>[\u4e00-\u9fff]{2,10})[和与及、](?P<other>[\u4e00-\u9fff]{2,10}?)(?:都|均)(?:要|须|应|得|必须)?(?:赶?在)?"
    r"(?P<when>(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|年底|暑假|寒假|春节|国庆|汛期|开学)前)"
)
_OPEN = compiled("再说|再定|再议|另行|待定|暂缓|什么时候|何时|未定|未明确")


def both_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the second of two things that are given one time limit, where its source leaves open when it is done.

    >>> source = Source("暑假前修好滑梯。充电桩什么时候装,看过场地再说。", "")
    >>> [problem.text for problem in both_problems("滑梯和充电桩都要在暑假前弄好", source)]
    ['充电桩']
    >>> list(both_problems("滑梯和秋千都要在暑假前弄好", Source("滑梯、秋千暑假前修好。", "")))
    []
    """
    for part in clauses(flat(without_titles(clause))):
        match = _BOTH.search(part)
        for name in (match["one"], match["other"]) if match else ():
            own = [segment.text for segment in source.segments if name in segment.text]
            if own and match and all(match["when"] not in text and _OPEN.search(text) for text in own):
                yield Problem("date", name, f"出处中没有写明“{name}”{match['when']}")
