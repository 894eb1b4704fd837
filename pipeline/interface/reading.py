"""The reading pane: a document's own text, with the quotes of an answer marked in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.generation.wording import says_place
from pipeline.interface.icons import icon
from pipeline.interface.language import say
from pipeline.interface.outline import render_outline
from pipeline.interface.wording import KINDS, attribute, checksum, day, escape, heading, source_value
from pipeline.minutes import Document, Span

WHOLE_UP_TO = 150_000
"""Code points up to which a document is shown whole."""
AROUND = 40_000
"""Code points shown before and after the quote of a longer one."""

MOST_TOGETHER = 20
"""Up to so many quotes of one answer are marked together; of a longer list only the one clicked is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quote to mark: where it stands, and its number in the answer."""

    start: int
    end: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a click asks to read: a document, the quote clicked, and the answer's other quotes in that document.

    `sum` is the checksum of the words that stood there when the answer was made, where the click carries one.
    """

    document_id: str
    now: Place
    also: tuple[Place, ...] = ()
    sum: int | None = None

    @classmethod
    def from_event(cls, value: Mapping[str, Any]) -> Opened:
        """Read the value of a click; what the browser sends is not trusted: anything but whole numbers counts as 0."""
        also = value.get("also")
        return cls(
            document_id=str(value.get("document_id", "")),
            now=Place(_whole(value.get("start")), _whole(value.get("end")), _whole(value.get("number")) or None),
            also=tuple(
                Place(_whole(one[0]), _whole(one[1]), _whole(one[2]))
                for one in (also if isinstance(also, list) else [])[:200]
                if isinstance(one, list) and len(one) == 3
            ),
            sum=_whole(value.get("sum")) if "sum" in value else None,
        )

    def still_stands_in(self, text: str) -> bool:
        """Tell whether the quote's words are still where they were; a document may have changed since the answer."""
        return self.sum is None or self.sum == checksum(text[self.now.start : self.now.end])


def render_document(document: Document, opened: Opened, *, opening: int = 0) -> str:
    """Return the pane as HTML: the stamp of the document, its outline, its text with the quotes marked.

    Args:
        document: the document to read.
        opened: what to mark; `opened.now` is scrolled to.
        opening: a number that differs for every click, so that a second click on the same source scrolls again.
    """
    moved = ""
    if not opened.still_stands_in(document.text):
        moved = say("作答之后这份文件更新过，原来的引文已不在这个位置，因此没有标出。")
        opened = Opened(opened.document_id, Place(0, 0))
    shown = _window(document, opened.now)
    paper = "".join(_paragraphs(document, opened, shown))
    cut = len(document.text) > shown.end - shown.start
    long = say("文件较长（{n:,} 字），这里只显示引文前后的部分。", n=len(document.text)) if cut else ""
    asides = "".join(f'<p class="aside">{said}</p>' for said in (moved, long) if said)
    above = _above(document, opened.now)
    return (
        f'<article class="sheet" data-opening="{opening}" aria-label="{say("原文")}">'
        f"{head(document, opened.document_id, view='text', above=above, steps=_steps(opened))}"
        f'<div class="leaf">{render_outline(document, at=opened.now.start if opened.now.end else None)}'
        f'<div class="paper" lang="zh-CN" tabindex="0" role="region" aria-label="{say("文件原文")}">'
        f"{asides}{paper}</div>"
        "</div></article>"
    )


def head(document: Document, document_id: str, *, view: str, above: str = "", steps: str = "") -> str:
    """Return the pane's head: kind, document number, date, name, the item above the quote, the ways to look at it.

    Args:
        document: the document that is read.
        document_id: its id.
        view: text or tree, whichever is open.
        above: the heading of the item in which the quote stands.
        steps: buttons that step from quote to quote, as HTML.
    """
    body = document.issuing_body or ""
    whose = body if body and not says_place(document.name, body) else None
    facts = [
        say(KINDS[document.kind]),
        whose,
        document.document_number,
        day(document.meeting.date or document.issued_date),
    ]
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    text_pressed, tree_pressed = ("true", "false") if view == "text" else ("false", "true")
    return (
        f'<header class="stamp"><div class="stamp-line">{line}</div>'
        f"<h2>{escape(document.name)}</h2>"
        + (f'<p class="above">{escape(above)}</p>' if above else "")
        + f'<div class="views"><div class="toggle" role="group" aria-label="{say("查看方式")}">'
        f'<button {source_value(document_id, 0, 0)} aria-pressed="{text_pressed}">{say("原文")}</button>'
        f'<button type="button" data-event="read_structure" data-value="{attribute({"document_id": document_id})}" '
        f'aria-pressed="{tree_pressed}">{say("结构")}</button></div>{steps}<div class="pane-acts">'
        f'<button type="button" class="quiet widen" data-widen="1" aria-pressed="false" '
        f'aria-label="{say("加宽阅读区")}" title="{say("加宽阅读区")}">{icon("wide")}</button>'
        f"{_close()}</div></div></header>"
    )


def _close() -> str:
    """Return the button that closes the pane."""
    label = say("关闭阅读区")
    return (
        f'<button type="button" class="quiet close" data-close="1" aria-label="{label}" title="{label}">'
        f"{icon('close')}</button>"
    )


def _steps(opened: Opened) -> str:
    """Return the buttons that step through the answer's quotes in this document, where there are several."""
    places = sorted((opened.now, *opened.also), key=lambda place: (place.number or 0, place.start))
    if len(places) < 2:
        return ""
    at = places.index(opened.now)
    steps = []
    for name, label, to in (("back", "上一处引文", at - 1), ("on", "下一处引文", at + 1)):
        goes = places[to % len(places)]
        others = [(one.start, one.end, one.number or 0) for one in places if one is not goes]
        value = source_value(opened.document_id, goes.start, goes.end, number=goes.number, also=others)
        steps.append(
            f'<button class="quiet" {value} aria-label="{say(label)}" title="{say(label)}">{icon(name)}</button>'
        )
    where = say("引文 {n}/{of}", n=at + 1, of=len(places))
    return f'<div class="steps">{steps[0]}<span>{where}</span>{steps[1]}</div>'


def render_missing(message: str) -> str:
    """Return the pane for a document that cannot be shown, with the reason."""
    return (
        f'<article class="sheet"><header class="stamp"><h2>{say("无法打开")}</h2><p class="above">{escape(message)}</p>'
        f'<div class="views"><div class="pane-acts">{_close()}</div></div></header></article>'
    )


def _whole(value: object) -> int:
    """Return a number of the browser as a whole one, 0 where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def _window(document: Document, now: Place) -> Span:
    """Return the part of the text to show, cut at line ends."""
    length = len(document.text)
    if length <= WHOLE_UP_TO:
        return Span(0, length)
    start = document.text.rfind("\n", 0, max(0, min(now.start, length) - AROUND)) + 1
    end = document.text.find("\n", min(length, now.end + AROUND))
    return Span(start, length if end == -1 else end)


def _above(document: Document, now: Place) -> str:
    """Return the heading of the item or the section in which the quote stands."""
    if now.end <= now.start:
        return ""
    item = document.item_at(now.start)
    if item:
        return heading(item.label, item.title)
    section = next((section for section in document.sections if now.start in section.span), None)
    return heading(section.label, section.title) if section else ""


def _paragraphs(document: Document, opened: Opened, shown: Span) -> Iterator[str]:
    """Yield each line that is not blank as a paragraph; lines are those of the text, to the character."""
    starts = {item.start: "item" for item in document.items} | {one.start: "section" for one in document.sections}
    # A point starts after its own label; its line is the point's line.
    points = sorted(point.start for item in document.items for point in item.points)
    furniture = [notice.span for notice in document.notices if notice.end > notice.start]
    for line in re.finditer(r"[^\n]+", document.text[shown.start : shown.end]):
        span = Span(shown.start + line.start(), shown.start + line.end())
        for number in range(bisect_left(document.pages, span.start), bisect_left(document.pages, span.end)):
            yield f'<p class="page">{say("第 {page} 页", page=number + 1)}</p>'
        first = span.start + len(line.group()) - len(line.group().lstrip())
        if first == span.end:
            continue
        name = starts.get(first, "")
        if not name and any(first in notice for notice in furniture):
            name = "furniture"
        elif not name and bisect_left(points, span.start) < bisect_left(points, span.end):
            name = "point"
        elif not name and document.title and document.text[first : span.end].strip() == document.title:
            name = "title"
        anchor = f' id="place-{first}"' if name in ("item", "section", "point") else ""
        yield f'<p class="{name or "line"}"{anchor}>{_marked(document.text, span, opened)}</p>'


def _marked(text: str, line: Span, opened: Opened) -> str:
    """Return a line with its quotes marked; where quotes overlap, the one that was clicked shows."""
    touching = [place for place in (opened.now, *opened.also) if place.start < line.end and place.end > line.start]
    cuts = sorted(
        {line.start, line.end}
        | {min(max(edge, line.start), line.end) for place in touching for edge in (place.start, place.end)}
    )
    parts: list[str] = []
    for start, end in pairwise(cuts):
        place = next((place for place in touching if place.start <= start and end <= place.end), None)
        wording = escape(text[start:end])
        if place is None:
            parts.append(wording)
            continue
        kind = "now" if place is opened.now else "also"
        number = f' data-number="{place.number}"' if place.number and place.start == start else ""
        parts.append(f'<mark class="{kind}"{number}>{wording}</mark>')
    return "".join(parts)


def numbered(citations: Sequence[Mapping[str, Any]], index: int) -> str:
    """Return the attributes of a button that opens citation `index` with the answer's other quotes around it."""
    one = citations[index]
    also = [
        (other["start"], other["end"], number)
        for number, other in enumerate(citations, start=1)
        if number != index + 1 and other["document_id"] == one["document_id"] and len(citations) <= MOST_TOGETHER
    ]
    return source_value(one["document_id"], one["start"], one["end"], number=index + 1, also=also, quote=one["quote"])
