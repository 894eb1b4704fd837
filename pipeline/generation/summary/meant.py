"""Which paper 该办法 or 上述方案 stands for where the heading of its item does not name it."""

from __future__ import annotations

from pipeline.generation.columns import one_line
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item, Span
from pipeline.patterns import compiled

_POINTING = compiled(
    r"(?:[该該此本]|上述|以上)(?:实施|行动|管理|工作)?"
    r"(?P<noun>办法|规划|方案|规定|条例|细则|意见|计划|预案|章程|制度|辦法|規劃|規定|條例|細則|文件)"
)
_NAMED = compiled(r"《[^《》]{4,60}》")


def paper_meant(source: Source, item: Item, verdict: Span) -> tuple[str, Span] | None:
    """Return the name of the one paper that an item's text names before a verdict on 该办法, and its place.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲市政府第2次常务会议纪要\\n一、停车\\n乙局局长丙明汇报了《甲市停车收费办法》。会议同意该办法。"
    >>> source = Source("d0", parse_text(body))
    >>> item = source.document.items[0]
    >>> paper_meant(source, item, item.outcomes[0].span)[0]
    '《甲市停车收费办法》'
    """
    pointing = _POINTING.search(one_line(source.document.quote(verdict)))
    if pointing is None or "《" in one_line(item.title):
        return None
    found = {match.group(): match for match in _NAMED.finditer(source.document.text, item.start, verdict.start)}
    if len(found) != 1:
        return None
    [(name, match)] = found.items()
    fits = pointing["noun"] == "文件" or pointing["noun"] in name
    return (one_line(name), Span(match.start(), match.end())) if fits else None


def with_its_name(words: str, name: str) -> str:
    """Return a verdict with the name of its paper.

    >>> with_its_name("会议原则同意该办法", "《甲市停车收费办法》")
    '会议原则同意《甲市停车收费办法》'
    """
    return _POINTING.sub(lambda match: name, words, count=1)
