"""A list is whole: a sentence that is one of several joined by semicolons or numbers is told with the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.documents.numerals import circled_to_int
from pipeline.generation.extractive.stretches import trim
from pipeline.generation.understanding.written_dates import number_of
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Document

PLURAL = compiled(
    r"哪(?:些|[几两三四五六七八九十]+[^，。？?]?)|(?:几|多少)[条点项种样类个](?:要求|意见|条件|措施|建议)|分别|都(?:有|是|叫|提)"
    r"|(?:什么|啥)(?:条件|要求|措施|意见|修改|改动|建议|办法|招|理由|内容|规定|原则)"
)
"""Asks for several things: 附加了哪些条件, 家长提了什么意见."""
ORDINALS = (
    compiled(r"(?:方案)?(?P<nth>[一二三四五六七八九十])(?:是|为)"),
    compiled(r"第(?P<nth>[一二三四五六七八九十])[，,、：]"),
    compiled(r"[（(](?P<nth>[一二三四五六七八九十]{1,2}|[0-9]{1,2})[)）]"),
    compiled(r"(?<![0-9.])(?P<nth>[0-9]{1,2})[.、．](?![0-9])"),
    compiled(r"(?P<nth>[①-⑳])"),
)
ENDS = compiled(r"[。！？\n]")
MEMBER_ENDS = compiled(r"[。；;！？\n]")
ANNOUNCED = 300
"""Characters of a list behind the words that announce it: 比选了三个方案：方案一为…；方案二为…."""
LONGEST = 190
"""Characters of a list that is shown whole; a longer one stays the sentence that it was."""


def asks_for_several(text: str) -> bool:
    """Tell whether a question asks for several things.

    >>> asks_for_several("附加了哪些条件"), asks_for_several("概算是多少")
    (True, False)
    """
    return bool(PLURAL.search(text))


def in_full(question: str, document: Document, place: Span) -> Span:
    """Return the place of an answer with the rest of its list, where the question asks for several things."""
    if not asks_for_several(question):
        return place
    item = document.item_at(place.start)
    return whole_series(document.text, place, within=item.span if item else Span(0, len(document.text)))


def whole_series(text: str, place: Span, *, within: Span) -> Span:
    """Return a sentence with the others of its list, where it opens a numbered one or semicolons join it to them.

    Args:
        text: the document's text.
        place: the sentence.
        within: the part of the text that the list may not leave, such as an item.

    >>> line = "附以下条件：一是补齐审计报告；二是约定回购条款。其余照旧。"
    >>> one = whole_series(line, Span(0, 14), within=Span(0, len(line)))
    >>> line[one.start : one.end]
    '附以下条件：一是补齐审计报告；二是约定回购条款。'
    """
    if text[place.start : place.end].rstrip().endswith(("：", ":")):
        end = ENDS.search(text, place.end, min(within.end, place.end + ANNOUNCED))
        return trim(text, Span(place.start, end.end())) if end and end.start() > place.end else place
    numbered = _numbered(text, place, within)
    return numbered or _joined(text, place, within) or place


def _joined(text: str, place: Span, within: Span) -> Span | None:
    """Return the whole sentence of which a place is a part between semicolons; `None` where there is no more of it."""
    start = place.start
    while start > within.start and text[start - 1] not in "。！？\n":
        start -= 1
    end = ENDS.search(text, max(place.start, place.end - 1), within.end)
    whole = trim(text, Span(start, end.start() + (end.group() != "\n") if end else within.end))
    before, after = text[whole.start : place.start], text[place.end : whole.end]
    parts = re.findall(r"[；;]", text[whole.start : whole.end])
    if not parts or whole.end - whole.start > LONGEST or not (re.search(r"[；;]", before) or after.strip("。；; ")):
        return None
    return whole


def _numbered(text: str, place: Span, within: Span) -> Span | None:
    """Return a place with all members of the numbered list whose first one it holds; `None` where it holds none."""
    for pattern in ORDINALS:
        marks = [(match.start(), _value(match["nth"])) for match in pattern.finditer(text, within.start, within.end)]
        firsts = [at for at, (start, value) in enumerate(marks) if value == 1 and place.start <= start < place.end]
        if not firsts:
            continue
        run = [marks[firsts[0]]]
        for start, value in marks[firsts[0] + 1 :]:
            if value != run[-1][1] + 1:
                break
            run.append((start, value))
        end = MEMBER_ENDS.search(text, run[-1][0], within.end)
        whole = trim(text, Span(place.start, end.start() + (end.group() != "\n") if end else within.end))
        if len(run) > 1 and place.end < whole.end <= place.start + LONGEST:
            return whole
    return None


def _value(word: str) -> int:
    return circled_to_int(word) or number_of(word) or 0
