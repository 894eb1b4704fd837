"""A document becomes chunks: one per item, and one for each other part, every one a verbatim piece of the text.

A long item is cut between points and never inside one. What stands outside the items (lead, preamble, prose of a
section, tail, attendance, foot) becomes chunks too; site furniture does not. The context line is made by rule from the
record; it is indexed with the text and never quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol

from pipeline.minutes import Attendance, Document, Item, Point, Span
from pipeline.retrieval.cut import Piece, around, pack, prose, stripped

Part = Literal["head", "preamble", "section", "item", "tail", "attendance", "foot", "text"]

# What a part is called in its context line, with the words that a question about it would use.
_PART_NAMES: dict[str, str] = {
    "head": "会议概况：时间、主持、议题",
    "preamble": "会议总述",
    "section": "",
    "tail": "其他事项",
    "attendance": "出席、列席、请假名单",
    "foot": "印发信息：整理、日期",
    "text": "",
}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document that can be found: `text == document.text[start:end]`.

    `item` and `item_title` are those of the item it belongs to; `points` the labels of the points it holds, where an
    item had to be cut; `position` counts the chunks of the document from 0. `context` begins with `stamp`, which is
    the same for every chunk of the document; what follows is said of this chunk alone.
    """

    chunk_id: str
    document_id: str
    part: Part
    item: str | None
    item_title: str | None
    text: str
    context: str
    start: int
    end: int
    position: int
    points: tuple[str, ...] = ()
    stamp: str = ""

    @property
    def heading(self) -> str:
        """What the context says of this chunk alone: section, item, or the name of the part."""
        return self.context[len(self.stamp) :].strip()

    @property
    def indexed(self) -> str:
        """What the encoder reads: the context line, then the text."""
        return f"{self.context}\n{self.text}" if self.context else self.text


class Cut(Protocol):
    """Cuts a document into chunks, in the order of its text; `chunk` is the way of the product."""

    def __call__(self, document: Document, *, document_id: str) -> tuple[Chunk, ...]:
        """Return the chunks; the id of each begins with that of the document."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A chunk before it is numbered."""

    part: Part
    span: Span
    title: str
    item: Item | None = None
    points: tuple[str, ...] = ()


def chunk(document: Document, *, document_id: str, max_characters: int = 1200) -> tuple[Chunk, ...]:
    """Return the chunks of a document in the order of its text.

    Args:
        document: the parsed document.
        document_id: its id in the library; ids of chunks begin with it.
        max_characters: how long a chunk may become; only a single point that is longer stays whole.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> [(part.part, part.item, part.context) for part in chunk(EXAMPLE_MINUTES, document_id="d1")]
    [('item', '一', '市政府第1次常务会议 2021年3月8日 示例 一、讨论《城区停车管理办法》')]
    """
    drafts = sorted(_drafts(document, max_characters), key=lambda draft: (draft.span.start, draft.span.end))
    stamp = _stamp(document)
    return tuple(
        Chunk(
            chunk_id=f"{document_id}-{position:04d}",
            document_id=document_id,
            part=draft.part,
            item=draft.item.label if draft.item else None,
            item_title=draft.item.title if draft.item else None,
            text=document.quote(draft.span),
            context=" ".join(word for word in (stamp, draft.title) if word),
            start=draft.span.start,
            end=draft.span.end,
            position=position,
            points=draft.points,
            stamp=stamp,
        )
        for position, draft in enumerate(drafts)
    )


def _drafts(document: Document, limit: int) -> Iterator[_Draft]:
    """Yield the chunks of every part, and of whatever no part covers."""
    for item in document.items:
        yield from _item_drafts(document, item, limit)
    taken = [item.span for item in document.items]
    taken += [notice.span for notice in document.notices if notice.end > notice.start]
    if document.attendance is not None:
        yield from _attendance_drafts(document, document.attendance, limit)
        taken.append(document.attendance.span)
    named = _PART_NAMES if document.meeting.name else dict.fromkeys(_PART_NAMES, "")
    for part, span in _prose_parts(document):
        for free in around(span, taken):
            for piece in prose(document.text, free, limit=limit):
                if part != "section" or not _is_heading(document, piece):
                    yield _Draft(part, piece, _section_title(document, piece) or named[part])
        taken.append(span)


def _prose_parts(document: Document) -> list[tuple[Part, Span]]:
    """Return the parts that are prose; the last is the whole text, for what no part covers."""
    named: list[tuple[Part, Span | None]] = [
        ("head", document.head),
        ("preamble", document.preamble),
        *(("section", section.span) for section in document.sections),
        ("tail", document.tail),
        ("foot", document.foot),
        ("text", Span(0, len(document.text))),
    ]
    return [(part, span) for part, span in named if span is not None]


def _item_drafts(document: Document, item: Item, limit: int) -> Iterator[_Draft]:
    """Yield one chunk for an item, or several where it is too long."""
    section = _section_title(document, item.span)
    title = " ".join(word for word in (section, _heading(item)) if word)
    whole = stripped(document.text, item.span)
    if whole is None:
        return
    if whole.end - whole.start <= limit:
        yield _Draft("item", whole, title, item)
        return
    for piece in pack(_item_pieces(document, item, whole, limit), limit=limit):
        span = stripped(document.text, piece.span)
        if span is None:
            continue
        labels = piece.labels
        shown = f"（第{labels[0]}点）" if len(labels) == 1 else f"（第{labels[0]}至{labels[-1]}点）" if labels else ""
        yield _Draft("item", span, title + shown, item, labels)


def _item_pieces(document: Document, item: Item, whole: Span, limit: int) -> Iterator[Piece]:
    """Yield an item as pieces that must not be cut: its prose by paragraphs, each point whole with its group line."""
    reached = whole.start
    for point in sorted(item.points, key=lambda point: point.start):
        if point.start < reached or point.end > whole.end:
            continue  # inside the point before it: that one stays whole
        opening = _opening(document, point, reached, limit)
        yield from (Piece(span, ()) for span in prose(document.text, Span(reached, opening), limit=limit))
        yield Piece(Span(opening, point.end), (point.label,) if point.label else ())
        reached = point.end
    yield from (Piece(span, ()) for span in prose(document.text, Span(reached, whole.end), limit=limit))


def _opening(document: Document, point: Point, reached: int, limit: int) -> int:
    """Return where a point begins for cutting: at its label, or at the line that opens its set (会议同时明确：)."""
    label = point.spans.get("label")
    start = label.start if label and reached <= label.start <= point.start else point.start
    while start > reached and document.text[start - 1] in "(（【[〔第":  # 「(1)」: the label is the ordinal alone
        start -= 1
    before = document.text[reached:start].rstrip()
    line = before[before.rfind("\n") + 1 :]
    if line.endswith(("：", ":")) and len(line) <= limit // 4:
        return reached + len(before) - len(line)
    return start


def _attendance_drafts(document: Document, attendance: Attendance, limit: int) -> Iterator[_Draft]:
    """Yield the attendance as one chunk, or one per list where it is long, cut between people."""
    whole = stripped(document.text, attendance.span)
    if whole is None:
        return
    if whole.end - whole.start <= limit // 2:
        yield _Draft("attendance", whole, _PART_NAMES["attendance"])
        return
    for name, span in _lists(document, attendance, whole):
        people = [*attendance.present, *attendance.observers, *attendance.absent]
        edges = sorted({person.start for person in people if span.start < person.start < span.end})
        bounds = [span.start, *edges[1:], span.end]  # the first name stays with the word before it (列席：)
        pieces = [Piece(Span(start, end), ()) for start, end in pairwise(bounds)]
        for piece in pack(pieces, limit=limit):
            if (part := stripped(document.text, piece.span)) is not None:
                yield _Draft("attendance", part, name)


def _lists(document: Document, attendance: Attendance, whole: Span) -> list[tuple[str, Span]]:
    """Return the lists of an attendance part, each from the word that opens it to the next one's."""
    starts = []
    for name, people in (
        ("出席名单", attendance.present),
        ("列席名单", attendance.observers),
        ("请假、缺席名单", attendance.absent),
    ):
        if people:
            first = min(person.start for person in people)
            line = document.text.rfind("\n", whole.start, first) + 1 or whole.start
            starts.append((max(line, whole.start), name))
    starts = sorted(starts) or [(whole.start, _PART_NAMES["attendance"])]
    bounds = [whole.start, *(start for start, _ in starts[1:]), whole.end]
    return [(name, Span(bounds[place], bounds[place + 1])) for place, (_, name) in enumerate(starts)]


def _stamp(document: Document) -> str:
    """Return what every chunk of a document is headed by: body, number, meeting, date, and its name where it adds."""
    meeting = document.meeting
    said = [
        document.issuing_body,
        document.document_number,
        meeting.name,
        _spoken(meeting.date or document.issued_date),
    ]
    words = [word for word in said if word]
    for name in (document.title, document.name):
        if name and not any(name in word or word in name for word in words if word != document.issuing_body):
            words.append(name)
    return " ".join(words)


def _spoken(date: str | None) -> str | None:
    """Return a date as a question would say it.

    >>> _spoken("2021-03-08"), _spoken("2021-03"), _spoken("--03-08")
    ('2021年3月8日', '2021年3月', '3月8日')
    """
    if date is None:
        return None
    parts = date.removeprefix("--").split("-")
    units = "年月日" if not date.startswith("--") else "月日"
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, units, strict=False))


def _heading(item: Item) -> str:
    """Return an item's heading: label, verb, title."""
    label = f"{item.label}、" if item.label else ""
    verb = item.verb if item.verb and not item.title.startswith(item.verb) else ""
    return f"{label}{verb}{item.title}"


def _section_title(document: Document, span: Span) -> str:
    """Return the title of the section that holds a place, or an empty string."""
    return next((section.title for section in document.sections if span.start in section.span), "")


def _is_heading(document: Document, span: Span) -> bool:
    """Tell whether a piece is nothing but the heading of its section."""
    text = document.quote(span)
    section = next((section for section in document.sections if span.start in section.span), None)
    return section is not None and "\n" not in text and text.endswith(section.title)
