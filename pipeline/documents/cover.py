"""Nothing is lost: what no part of the tree holds is given to the part before it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.minutes import Document, Item, Section, Span


def close_gaps(document: Document) -> Document:
    """Return the document with its parts stretched so that every non-blank character lies in one."""
    document = _keep_lists_apart(document)
    for start, end in _gaps(document):
        document = _give(document, start, end)
    return document


def _keep_lists_apart(document: Document) -> Document:
    """Cut a part that holds the attendance lists down to what stands before them, or behind."""
    if document.attendance is None:
        return document
    lists = document.attendance.span
    return replace(
        document,
        head=_cut(document.text, document.head, lists),
        preamble=_cut(document.text, document.preamble, lists),
        tail=_cut(document.text, document.tail, lists),
        foot=_cut(document.text, document.foot, lists),
    )


def _cut(text: str, part: Span | None, lists: Span) -> Span | None:
    if part is None or part.end <= lists.start or part.start >= lists.end:
        return part
    before = text[part.start : lists.start].rstrip() if part.start < lists.start else ""
    if before:
        return Span(part.start, part.start + len(before))
    behind = text[lists.end : part.end].lstrip()
    return Span(part.end - len(behind), part.end) if behind else None


def _gaps(document: Document) -> list[tuple[int, int]]:
    gaps, place = [], 0
    for _, span in [*document.parts(), ("end", Span(len(document.text), len(document.text)))]:
        between = document.text[place : max(place, span.start)]
        bare = between.strip()
        if bare:
            start = place + between.index(bare)
            gaps.append((start, start + len(bare)))
        place = max(place, span.end)
    return gaps


def _give(document: Document, start: int, end: int) -> Document:
    """Stretch the last part before a gap; without one, the first behind it; without any, make a preamble."""
    parts = [(name, span) for name, span in document.parts() if name != "notice"]
    before = next(((name, span) for name, span in reversed(parts) if span.end <= start), None)
    after = next(((name, span) for name, span in parts if span.start >= end), None)
    blocked = any(
        notice.end > notice.start and before and before[1].end <= notice.start < start for notice in document.notices
    )
    if before is not None and not blocked:
        return _stretch(document, before[1], Span(before[1].start, end))
    blocked = any(
        notice.end > notice.start and after and end <= notice.start < after[1].start for notice in document.notices
    )
    if after is not None and not blocked:
        return _stretch(document, after[1], Span(start, after[1].end))
    if document.preamble is None:
        return replace(document, preamble=Span(start, end))
    return _stranded(document, start, end)


def _stranded(document: Document, start: int, end: int) -> Document:
    """A stretch between two pieces of furniture, with no part beside it: the furniture before it becomes a pointer."""
    notices = tuple(
        replace(notice, end=notice.start) if notice.end <= start or notice.start >= end else notice
        for notice in document.notices
    )
    return _give(replace(document, notices=notices), start, end) if notices != document.notices else document


def _stretch(document: Document, old: Span, new: Span) -> Document:
    attendance = document.attendance
    return replace(
        document,
        head=new if document.head == old else document.head,
        preamble=new if document.preamble == old else document.preamble,
        tail=new if document.tail == old else document.tail,
        foot=new if document.foot == old else document.foot,
        attendance=replace(attendance, start=new.start, end=new.end)
        if attendance and attendance.span == old
        else attendance,
        items=tuple(_stretch_item(item, old, new) for item in document.items),
        sections=tuple(_stretch_section(section, old, new) for section in document.sections),
    )


def _stretch_item(item: Item, old: Span, new: Span) -> Item:
    return replace(item, start=new.start, end=new.end) if item.span == old else item


def _stretch_section(section: Section, old: Span, new: Span) -> Section:
    return replace(section, start=new.start, end=new.end) if section.span == old else section
