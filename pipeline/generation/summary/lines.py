"""Sentences of a paper as a draft tells them: whole where a line breaks within one, a paragraph 一是… in one piece."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from pipeline.generation.extractive.stretches import OPENS, STOPS, sentences
from pipeline.minutes import Document, Span
from pipeline.patterns import compiled

# 一是深化思想认识…: a paragraph that is one head of a list.
_HEAD = compiled(r"(?:[一二三四五六七八九十]+是|首先|其次|最后|第[一二三四五六七八九十]+[，、])")
_LONG_LINE = 20
"""Characters of a line that may be broken off."""


def whole_sentences(document: Document, span: Span) -> list[Span]:
    """Return the sentences of a stretch, and whole the paragraphs that head a list.

    >>> text = "会议指出，现有泊位仅四百余个，矛盾突出；应尽快解决。\\n一是建场。二是执法。"
    >>> document = Document(file="a.txt", text=text, kind="other", name="a")
    >>> [document.quote(place)[-5:] for place in whole_sentences(document, Span(0, len(text)))]
    ['尽快解决。', '二是执法。']
    """
    text, found = document.text, list[Span]()
    for place in sentences(document, span):
        last = found[-1] if found else None
        if last is not None and (_is_open(text, last, place) or _is_broken(text, last.end, place.start)):
            found[-1] = Span(last.start, place.end)
        else:
            found.append(place)
    return found


def _is_open(text: str, last: Span, place: Span) -> bool:
    """Tell whether a sentence goes on in its line: behind a semicolon, or in a paragraph that is one head of a list."""
    same_line = "\n" not in text[last.end : place.start]
    return same_line and (text[last.end - 1] in "；;" or bool(_HEAD.match(text, last.start)))


def _is_broken(text: str, end: int, start: int) -> bool:
    """Tell whether a line ends within a sentence though its paper is not broken throughout: it is as long as most."""
    if text[end:start].count("\n") != 1 or text[end - 1] in STOPS or OPENS.match(text, start):
        return False
    line = text.rfind("\n", 0, end) + 1
    return abs(end - line - _usual_width(text)) <= 1


@lru_cache(maxsize=64)
def _usual_width(text: str) -> int:
    """Return how many characters most of the long lines of a paper hold, or 0 where no length stands out."""
    lengths = Counter(len(line.rstrip()) for line in text.splitlines() if len(line.rstrip()) >= _LONG_LINE)
    width, count = lengths.most_common(1)[0] if lengths else (0, 0)
    return width if count >= max(4, lengths.total() // 3) else 0
