"""Finds the evidence of the gold set in the documents: items by their headings, quotes inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from eval.gold import Evidence, Place, Question

_BLANK = r"[^\S\n]"
_CHINESE = r"[一二三四五六七八九十百]+"
_CHINESE_HEADING = re.compile(rf"^(?:{_BLANK}|#)*({_CHINESE}){_BLANK}*[、.．]", re.MULTILINE)  # 四. 审议…, ## 四、审议
_PROBLEM_HEADING = re.compile(
    rf"^{_BLANK}*(\d+){_BLANK}*[.．、]{_BLANK}*关于.*问题", re.MULTILINE
)  # 1.关于“…”问题的整改
_OTHER_HEADINGS = tuple(
    re.compile(rf"^(?:{_BLANK}|[#*【])*{form}", re.MULTILINE)
    for form in (
        rf"[（(]({_CHINESE}|\d+)[）)]",  # （三）
        rf"(\d+){_BLANK}*(?:[、．]|\.(?!\d(?!\d{{3}}年)))",  # 3. and 1．2025年…, but not 3.5亿元
        rf"(?:议题|事项|议案|第){_BLANK}*({_CHINESE}|\d+|[IVX]+)(?![一-鿿\d])",  # 议题三, 议案IV
        rf"(?<=【)({_CHINESE}|\d+)】",
        rf"第({_CHINESE}|\d+)(?:[项項个個条條件]|议题|號?議題|号议案)",
        rf"([IVX]+){_BLANK}*[、.．]",
        rf"([A-HJ-U])[、.．]{_BLANK}*(?=[一-鿿《])",  # A. 总体情况; I, V and X are Roman
        rf"\|{_BLANK}*(\d+){_BLANK}*\|",  # a row of a table
        r"(\d+)｜",
        r"([一二三四五六七八九十]{1,3})[,，](?=[审研听讨传])",  # 七,审议 among 六、审议
        r"(\d+(?:-\d+)*)\t",  # a row of a table of a web page; 2023-18-01
        rf"([壹贰叁肆伍陆柒捌玖拾]+)(?={_BLANK}|[、.．])",
        rf"[◆◇●■★▲]?(?:项目|议题){_BLANK}*(\d+)(?!\d)",  # ◆项目6
        rf"(\d+){_BLANK}{{2,}}",  # a row of a table that blanks set apart
        r"(\d{1,2})\u3000(?=[一-鿿《“（]|\d{4}年)",  # 1　道路养护: an ideographic blank and no other sign
        rf"议题编号{_BLANK}*[:：]{_BLANK}*(\d+)",
    )
)
"""How other bodies number what they treat."""
# 「一、会议时间：…」「三、参加人员：」: the facts of the meeting, told as a list
_OF_THE_MEETING = re.compile(
    rf"{_BLANK}*(?:会议)?(?:时间|日期|地点|主持人?|记录人?|(?:参加|参会|出席|列席|缺席|与会)(?:会议)?(?:人员|单位|领导)?)"
    rf"{_BLANK}*(?:[:：]|$)",
    re.MULTILINE,
)


def places(question: Question, texts: Mapping[str, str]) -> list[tuple[Place, ...]]:
    """Return where the evidence stands: for each piece every place inside its item that holds the quote.

    A short quote may stand at several places; each of them is as good. A piece that is nowhere has no place.
    """
    return [places_of(piece, texts.get(piece.document, "")) for piece in question.evidence]


def places_of(piece: Evidence, text: str) -> tuple[Place, ...]:
    """Return where a piece of evidence stands inside its item; outside items also after the last heading of minutes."""
    everywhere = [match.start() for match in re.finditer(re.escape(piece.quote), text)]
    for stretches in (_under_chapters, _under_others):
        inside = [
            start for start in everywhere if any(low <= start < high for low, high in stretches(text, piece.item))
        ]
        if inside:
            break
    return tuple(Place(piece.document, start, start + len(piece.quote)) for start in inside)


def outline(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Yield label, start and end of each stretch under a heading, and those under none with the label `None`.

    This is read off the headings alone and on purpose not with the product's parser, which it helps to judge: the tail
    after the last item counts to that item. A list of the facts of the meeting (一、会议时间：…) is no items.

    >>> list(outline("昆政纪\\n一、讨论甲\\n1. 做\\n二、讨论乙"))
    [(None, 0, 4), ('一', 4, 15), ('二', 15, 20)]
    """
    chapters = list(_CHINESE_HEADING.finditer(text))
    problems = list(_PROBLEM_HEADING.finditer(text))
    # A report's items are its problems, and its chapters belong to none of them; minutes have chapters only.
    labels = {
        match.start(): None if problems or _OF_THE_MEETING.match(text, match.end()) else match[1] for match in chapters
    }
    labels |= {match.start(): match[1] for match in problems}
    starts = sorted({0: None} | labels)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield labels.get(start), start, end


@lru_cache(maxsize=512)
def _under_chapters(text: str, item: str | None) -> Sequence[tuple[int, int]]:
    """Return the stretches of text that a label means by 一、 二、, or the problems of a report; `None` is outside."""
    stretches = list(outline(text))
    if item is None:
        return [
            (start, end)
            for number, (label, start, end) in enumerate(stretches, 1)
            if label is None or number == len(stretches)
        ]
    return [(start, end) for label, start, end in stretches if label == item]


@lru_cache(maxsize=512)
def _under_others(text: str, item: str | None) -> Sequence[tuple[int, int]]:
    """Return the stretches of text that a label means by any other numbering."""
    return [place for form in _OTHER_HEADINGS for place in _numbered(text, item, form)] if item else []


def _numbered(text: str, item: str, form: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield each stretch from a heading of one form with this label to the next heading of the same form."""
    headings = list(form.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for match, end in zip(headings, ends, strict=False):  # where there is no heading, no stretch either
        if match[1] == item:
            yield match.start(), end
