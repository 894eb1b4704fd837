"""Nothing is lost: what no part of the tree holds is given to the part before it."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pipeline.minutes import Attendance, Document, Item, Section, Span


def close_gaps(document: Document) -> Document:
    """Return the document with its parts stretched so that every non-blank character lies in one."""
    document = _keep_lists_apart(document)
    gaps = _gaps(document)
    if not gaps:
        return document
    closing = _Closing(document)
    for start, end in gaps:
        closing.give(start, end)
    document = closing.result()
    # furniture that turned into pointers leaves gaps of its own
    return close_gaps(document) if closing.stranded else document


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


class _Closing:
    """Hands each gap to a part beside it; parts and furniture are looked up by place, never gone through."""

    def __init__(self, document: Document) -> None:
        self._document = document
        named = [span for name, span in document.parts() if name != "notice"]
        self._was: list[Span | None] = [*named]  # where a part was, and where it is now, at the same index
        self._now = [[span.start, span.end] for span in named]
        self._starts = [span.start for span in named]
        self._furniture = sorted(notice.start for notice in document.notices if notice.end > notice.start)
        self.stranded = False

    def give(self, start: int, end: int) -> None:
        """Stretch the last part before a gap; without one, the first behind it; without any, make a preamble.

        No part is stretched over furniture. Where a stretch lies between two pieces of furniture, with no part beside
        it, the furniture turns into pointers.
        """
        index = bisect.bisect_left(self._starts, end)
        if index > 0 and self._is_free(self._now[index - 1][1], start):
            self._now[index - 1][1] = end
        elif index < len(self._now) and self._is_free(end, self._starts[index]):
            self._now[index][0] = self._starts[index] = start
        elif self._document.preamble is None and None not in self._was:
            self._was.insert(index, None)
            self._now.insert(index, [start, end])
            self._starts.insert(index, start)
        elif self._furniture:
            self._furniture, self.stranded = [], True
            self.give(start, end)

    def _is_free(self, start: int, end: int) -> bool:
        """Tell whether no furniture begins between two places."""
        return bisect.bisect_left(self._furniture, start) == bisect.bisect_left(self._furniture, end)

    def result(self) -> Document:
        """Return the document with its parts where they are now."""
        document = self._document
        moved = {was: Span(*now) for was, now in zip(self._was, self._now, strict=True)}

        def place(part: Span | None) -> Span | None:
            return moved.get(part, part) if part is not None else None

        notices = document.notices
        return replace(
            document,
            head=place(document.head),
            preamble=place(document.preamble) if document.preamble is not None else moved.get(None),
            tail=place(document.tail),
            foot=place(document.foot),
            attendance=_at(document.attendance, moved),
            items=tuple(_at(item, moved) for item in document.items),
            sections=tuple(_at(section, moved) for section in document.sections),
            notices=tuple(replace(notice, end=notice.start) for notice in notices) if self.stranded else notices,
        )


_Part = TypeVar("_Part", Item, Section, "Attendance | None")


def _at(part: _Part, moved: Mapping[Span | None, Span]) -> _Part:
    new = moved.get(part.span) if part is not None else None
    return part if part is None or new is None or new == part.span else replace(part, start=new.start, end=new.end)
