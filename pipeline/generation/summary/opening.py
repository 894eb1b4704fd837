"""The opening of a draft: who met when under whose chair, with the place of each, that of the year among them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.columns import one_line
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import date_words
from pipeline.minutes import Document, Span
from pipeline.patterns import compiled

_CLAUSE_MARKS = "，。；：,;\n"
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# 「（2024年第5次）」「常务会议纪要」
_SAYS_LITTLE = compiled(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]|[\u4e00-\u9fff]{2,6}会(?:议)?(?:纪要|记录)")
_THIS_YEAR = compiled(r"^(?:今年|本年度?|今年以来)的?(?=第)")  # 「今年第13次联席会议」: the date says which year
_YEAR_FROM = ("document_number", "meeting.session", "issued_date")
"""Where the year of a date without one is looked for, in this order."""


def opening(source: Source) -> Told | None:
    """Return who met when under whose chair, as far as it is stated, or `None` where no meeting is named.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> opening(Source("d0", EXAMPLE_MINUTES)) is None  # a name without its place proves nothing
    True
    """
    document = source.document
    meeting, spans = document.meeting, document.spans
    if meeting.name is None:
        return _nameless(source)
    if "meeting.name" not in spans:
        return None
    used = [spans["meeting.name"]]
    date = None
    if "meeting.date" in spans and meeting.date_source != "filename":
        date = date_words(meeting.date) or meeting.date_text
        used += [spans["meeting.date"], *_year_places(source)]
    chair = meeting.chair if "meeting.chair" in spans else None
    when, name = f"{date}，" if date else "", _THIS_YEAR.sub("", one_line(meeting.name))
    if chair:
        chaired = [f"{when}{chair}主持召开{name}。", f"{name}{f'于{date}' if date else ''}召开，由{chair}主持。"]
        if document.kind == "agenda":  # it is still to come
            chaired = [f"{when}召开{name}，由{chair}主持。", chaired[1]]
        wide = list(_widening(source, spans["meeting.chair"]))
        if told := source.surest(source.tell(said, [*used, place]) for said in chaired for place in wide):
            return told
    ways = (f"{when}召开{name}。", f"{name}于{date}召开。" if date else f"{name}召开。", f"{when}{name}。")
    return source.surest(source.tell(said, used) for said in ways)


def _nameless(source: Source) -> Told | None:
    """Return who met when where the text has no name for the meeting, but its day and its chair."""
    document, spans = source.document, source.document.spans
    if document.kind != "minutes" or not {"meeting.date", "meeting.chair"} <= spans.keys():
        return None
    date = date_words(document.meeting.date) or document.meeting.date_text
    used = [spans["meeting.date"], *_year_places(source)]
    text = f"{date}，{document.meeting.chair}主持召开会议。"
    wide = list(_widening(source, spans["meeting.chair"]))
    return source.surest(source.tell(text, [*used, place]) for place in wide)


def paper_name(document: Document) -> str:
    """Return what a paper is called over its summary: its title, or the meeting's name where that says no more.

    A file's name stands in for a title only where no meeting is named.

    >>> from pipeline.documents.parse import parse_text
    >>> head = "（2024年第5次）\\n2024年3月1日，市长乙丙主持召开市政府第5次常务会议。会议纪要如下："
    >>> text = f"{head}\\n一、讨论《丁办法》\\n会议原则通过上述文件。"
    >>> paper_name(parse_text(text))
    '市政府第5次常务会议纪要'
    """
    title, meeting = one_line(document.title or ""), document.meeting.name
    if document.kind != "minutes" or not meeting or (title and not _SAYS_LITTLE.fullmatch(title)):
        return document.title or document.name
    name = _THIS_YEAR.sub("", one_line(meeting)).removesuffix("纪要") + "纪要"
    return name if title.startswith(("（", "(", "〔", "[")) or len(name) > len(title) else title


def _year_places(source: Source) -> Iterator[Span]:
    """Yield where the year of the meeting stands, where its date is written without one (5月24日)."""
    document = source.document
    year = (document.meeting.date or "")[:4]
    if not year.isdigit() or year in _digits(document.quote(document.spans["meeting.date"])):
        return
    places = [document.spans[name] for name in _YEAR_FROM if name in document.spans]
    stated = [place for place in places if year in _digits(document.quote(place))]
    yield from stated[:1] or places[:1]  # a December meeting numbered in January bears the next year


def _digits(wording: str) -> str:
    """Return a wording with the Chinese digits of a year as figures (二〇二四年)."""
    return wording.translate(_DIGITS)


def _widening(source: Source, span: Span) -> Iterator[Span]:
    """Yield ever more around a name, until what it is named for stands there: its clause, line, the line above."""
    yield source.around(span, marks=_CLAUSE_MARKS)
    line = source.around(span, marks="\n")
    yield line
    above = source.document.text.rfind("\n", 0, max(0, line.start - 1))
    yield source.around(Span(max(0, above - 1), line.end), marks="\n")
