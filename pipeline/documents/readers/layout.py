"""Printed lines become paragraphs again: what fills a line goes on in the next, also over the end of a page."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.text.clean import fold
from pipeline.documents.text.furniture import find_furniture
from pipeline.patterns import compiled

_INDENT = "　　"
_STOPS = "。；：！？;:!?…"
_MARK = compiled(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、)）]|\d{1,2}[.．](?!\d)|[①-⑳]"
    r"|[【\[]?议题|第[一二三四五六七八九十\d]+[项条章节]|附件|.{2,6}[：:]"
)
_APART = " " * 4  # so wide a gap parts the cells of a table, or a signature from its date


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its wording, its edges, and the height of its characters, 0 where its place is not known."""

    text: str
    left: float = 0.0
    right: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class _Column:
    """The column of print: its edges, and whether paragraphs open with an indent."""

    left: float
    right: float
    set_in: bool = False

    def indents(self, line: Line) -> bool:
        """Tell whether a line stands one and a half to four characters in."""
        return line.height > 0 and 1.5 * line.height <= line.left - self.left <= 4 * line.height

    def fills(self, line: Line) -> bool:
        """Tell whether a line reaches from the left edge, or an indent, to the right one."""
        in_place = line.left - self.left <= 4.5 * line.height and line.right >= self.right - 1.7 * line.height
        return line.height > 0 and in_place and _APART not in line.text

    def goes_on(self, line: Line, after: Line) -> bool:
        """Tell whether the sentence that fills a line goes on in the next one."""
        alike = 0.8 * line.height <= after.height <= 1.25 * line.height
        if not self.fills(line) or not alike or abs(after.left - self.left) > line.height or _APART in after.text:
            return False
        doubts = bool(_MARK.match(after.text)) + (line.text[-1:] in _STOPS)
        return doubts < (2 if self.set_in else 1)


def set_pages(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """Return the text of printed pages, and the offsets at which pages start.

    Every page but the first is opened by a form feed. Where a paragraph runs over the end of a page, the page number
    and the running heads between its parts are set behind it.
    """
    asides = _asides(pages)
    told = [list(zip(page, aside, strict=True)) for page, aside in zip(pages, asides, strict=True)]
    setter = _Setter(_column([line for page in told for line, aside in page if line.height and not aside]))
    for page in told:
        setter.begin_page()
        for line, aside in page:
            if aside:
                setter.pass_by(line)
            else:
                setter.set(line)
    setter.end_paragraph()
    return "".join(setter.pieces), tuple(setter.starts)


class _Setter:
    """Sets line after line; what stands between two parts of a paragraph waits until its end."""

    def __init__(self, column: _Column) -> None:
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self._column = column
        self._place = 0
        self._former: Line | None = None
        self._waiting: list[Line | None] = []  # page numbers and running heads; None for the end of a page
        self._unplaced = 0  # of these pages, those of which no line stands yet

    def begin_page(self) -> None:
        """Begin a page; where it starts shows when something of it is set."""
        if not self.starts:
            self.starts.append(0)
            return
        self._waiting.append(None)
        self._unplaced += 1

    def pass_by(self, line: Line) -> None:
        """Take up a page number or a running head."""
        self._waiting.append(line)

    def set(self, line: Line) -> None:
        """Set a line, behind the one before where that goes on in it."""
        former = self._former
        if former is not None and self._column.goes_on(former, line):
            self.starts += [self._place] * self._unplaced
            self._unplaced = 0
            self._put((" " if _parted(former.text, line.text) else "") + line.text)
        else:
            self.end_paragraph()
            self._put((_INDENT if self._column.indents(line) else "") + line.text)
        self._former = line

    def end_paragraph(self) -> None:
        """End the paragraph and set what has been waiting for this."""
        if self._former is not None:
            self._put("\n")
        self._former = None
        placed = self._waiting.count(None) - self._unplaced
        for aside in self._waiting:
            self._put("\f" if aside is None else f"{aside.text}\n")
            if aside is None and placed <= 0:
                self.starts.append(self._place)
            placed -= aside is None
        self._waiting, self._unplaced = [], 0

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self._place += len(piece)


def _parted(text: str, after: str) -> bool:
    """Tell whether the end of a line parts two words of Latin letters."""
    return bool(re.search(r"[A-Za-z,.;]$", text) and re.match(r"[A-Za-z]", after))


def _column(lines: Sequence[Line]) -> _Column:
    """Return the column in which a good part of the lines stand."""
    if not lines:
        return _Column(0.0, 0.0)
    usual = max(3, len(lines) / 12)
    left = _edge(sorted(line.left for line in lines), usual)
    # where every paragraph but one is a single line, the one that goes on shows what the edge is
    left = min((line.left for line in lines if 1.5 <= (left - line.left) / line.height <= 2.5), default=left)
    column = _Column(left, -_edge(sorted(-line.right for line in lines), usual))
    openers = [line for former, line in itertools.pairwise(lines) if not column.fills(former)]
    indented = sum(map(column.indents, openers))
    return replace(column, set_in=indented >= max(2, 0.6 * len(openers)))


def _edge(edges: Sequence[float], usual: float) -> float:
    """Return the first of sorted edges that so many share, within a few points; the outermost where none is shared."""
    for index, edge in enumerate(edges):
        if bisect.bisect_right(edges, edge + 3) - index >= usual:
            return edge
    return edges[0] if edges else 0.0


def _asides(pages: Sequence[Sequence[Line]]) -> list[list[bool]]:
    """Tell for each line of each page whether it is a page number or a running head."""
    text = "\f".join("".join(f"{line.text}\n" for line in page) for page in pages)
    breaks = [match.start() for match in re.finditer("\f", text)]
    notices = find_furniture(fold(text), breaks=breaks)
    starts = {notice.start for notice in notices if notice.code in ("page_number", "running_head")}
    found: list[list[bool]] = []
    place = 0
    for page in pages:
        found.append([])
        for line in page:
            found[-1].append(place + len(line.text) - len(line.text.lstrip()) in starts)
            place += len(line.text) + 1
        place += 1
    return found
