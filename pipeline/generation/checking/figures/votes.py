"""Compares the votes that a clause counts with those of its source: 同意7票 is not 同意8票."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_VOTES = compiled(
    r"(?P<word>不?同意|赞成|反对|弃权|回避)(?:票)?[:为是]?(?P<count>[\d〇零一二两三四五六七八九十]+)票?"
    r"|(?P<word3>不?同意|赞成|反对)[^,。;:、\d票]{1,10}?(?P<count3>\d+)票"
    r"|(?P<count2>[\d〇零一二两三四五六七八九十]+)票(?P<word2>不?同意|赞成|反对|弃权|回避)"
)


def votes_of(folded: str) -> set[tuple[str, str]]:
    """Return which votes a text counts: the way of voting and the number.

    >>> sorted(votes_of("同意7票、反对1票,2票弃权"))
    [('反对', '1'), ('同意', '7'), ('弃权', '2')]
    """
    found = set()
    for match in _VOTES.finditer(folded):
        word, count = (
            match["word"] or match["word2"] or match["word3"],
            match["count"] or match["count2"] or match["count3"],
        )
        read = amounts(f"{count}票")
        if "票" in match.group() and read:
            found.add((word.replace("赞成", "同意").replace("不同意", "反对"), str(read[0].value)))
    return found


def vote_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the votes that a clause counts and its source does not.

    >>> [problem.text for problem in vote_problems("同意8票", Source("同意7票,弃权1票", ""))]
    ['同意8票']
    """
    known = votes_of(source.text)
    for word, count in sorted(votes_of(clause) - known):
        yield Problem("number", f"{word}{count}票", f"出处中没有“{word}{count}票”")
