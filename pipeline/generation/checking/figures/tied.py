"""What a time, a span or a figure is said of: 1小时内设警示标志,24小时内修复 has nothing mended within the hour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clauses, flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, is_ordinary, kind_of
from pipeline.patterns import compiled

_FACTS = (
    compiled(r"\d+(?:\.\d+)?个?(?:小时|分钟|工作日|天|周|月|年)(?=(?:之|以)?[内前后])"),
    compiled(r"\d{1,2}[时点](?:\d{1,2}分)?(?=(?:之|以)?前|[起后到至])"),
    compiled(r"(?:\d{1,2}月)?\d{1,2}日(?=(?:之|以)?前|[起后])|\d{1,2}月(?:上|中|下)旬|\d{1,2}月底(?=前)"),
    compiled(r"\d+(?:\.\d+)?万?元"),
    compiled(r"\d+(?:\.\d+)?%"),
)
_LEAST = 2


def tied_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield each fact of a folded clause that its source ties to something else, and another of its kind to this.

    >>> source = Source("发现井盖缺失的,应当在1小时内设置警示标志,24小时内修复。", "")
    >>> [problem.text for problem in tied_problems("井盖丢失的,1小时内修复", source)]
    ['1小时']
    >>> list(tied_problems("井盖丢失的,24小时内修复", source))
    []
    """
    parts = clauses(without_titles(clause))
    told = [(segment.text, _words(segment.text)) for segment in source.clauses]
    for place, part in enumerate(parts):
        for pattern in _FACTS:
            for match in pattern.finditer(part):
                words = _words(part)
                if not words and place + 1 < len(parts):
                    words = _words(parts[place + 1])
                said = {word for word in words if word in source.words}
                if said and _elsewhere(match.group(), pattern, said, told):
                    yield Problem("number", match.group(), f"出处中“{match.group()}”说的不是这件事")


def _elsewhere(fact: str, pattern: re.Pattern[str], said: set[str], told: list[tuple[str, frozenset[str]]]) -> bool:
    """Tell whether clauses with another fact of the kind say all that is said, and none with this fact any of it."""
    rival = False
    for text, words in told:
        facts = pattern.findall(text)
        if fact in facts:
            if not words or any(word in text for word in said):
                return False
        elif facts and all(word in text for word in said):
            rival = True
    return rival and any(fact in text for text, _ in told)


def _words(text: str) -> frozenset[str]:
    """Return the words of a clause that name things and deeds."""
    for pattern in _FACTS:
        text = pattern.sub("_", text)
    found = {word for run in re.findall(r"[\u4e00-\u9fff]+", flat(text)) for word in cut(run)}
    return frozenset(
        word for word in found if len(word) >= _LEAST and not is_ordinary(word) and kind_of(word) in ("n", "v")
    )
