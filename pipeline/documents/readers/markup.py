"""The elements of a page become lines: blocks, line breaks, numbered lists, tables; whatever the depth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from pipeline.documents.readers.grid import lines_of_table
from pipeline.documents.readers.ordinals import ordinal
from pipeline.documents.readers.styles import whole
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "section", "article", "caption", "body")
) | frozenset(("blockquote", "pre", "dl", "dt", "dd", "hr", "main", "title", "center", "form", "figure", "fieldset"))
_ORDINALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ORDINALS |= {"cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting"}
# 「1.」, 「一、」, 「（一）」: an entry that names its number itself
_NUMBERED = compiled(r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(].{1,3}[）)]|\d{1,3}[、.．)）]|[①-⑳])")
_BLANKS = compiled(r"[ \t\r\n\f]+")
_MOST_SPANNED = 100


@dataclass(slots=True)
class _Frame:
    """What is being filled: a page or a cell, with its finished lines and the one that is open."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)

    def finish(self, *, kept: bool = False) -> None:
        """End the open line; `kept`: with the blanks before it."""
        text = "".join(self.line).rstrip("\r\n ") if kept else "".join(self.line).strip("\r\n ")
        if text.strip():
            self.lines.append(text)
        self.line.clear()


@dataclass(slots=True)
class _Table:
    """A table being read: its rows of cells, and for each column the rows that a cell above still covers."""

    rows: list[list[list[str]]] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)

    def put(self, cell: list[str], *, columns: int, rows: int) -> None:
        """Put a cell into the last row, behind the places that cells above cover."""
        row = self.rows[-1]
        self.fill()
        for place in range(len(row), len(row) + columns):
            if rows > 1:
                self.covered[place] = rows - 1
        row += [cell, *[[] for _ in range(columns - 1)]]

    def fill(self) -> None:
        """Put into the places of the last row that cells above cover what stands above."""
        row, above = self.rows[-1], self.rows[-2] if len(self.rows) > 1 else []
        while self.covered.get(len(row), 0) > 0:
            self.covered[len(row)] -= 1
            row.append(above[len(row)] if len(row) < len(above) else [])


class Lines:
    """Reads the elements of a page in their order."""

    def __init__(self) -> None:
        self._frames = [_Frame()]
        self._tables: list[_Table] = []
        self._counts: list[int] = []
        self._kept = 0  # how many elements are open within which blanks stay as they are

    def of(self, root: HtmlElement) -> str:
        """Return the lines of an element."""
        from lxml import etree

        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._begin(element)
                self._write(element.text)
            else:
                self._end(element)
                if element is not root:
                    self._write(element.tail)
        return self._text()

    def of_source(self, markup: str) -> str:
        """Return the lines of a page by its tags alone, where its elements are too many to stand in one another."""
        reader = _TagReader(self._write, self._break)
        reader.feed(markup)
        reader.close()
        return self._text()

    def _text(self) -> str:
        frame = self._frames[0]
        frame.finish()
        return "\n".join(frame.lines)

    def _break(self) -> None:
        self._frames[-1].finish(kept=self._kept > 0)

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if self._kept:
            first, *rest = text.replace("\t", "  ").split("\n")
            self._frames[-1].line.append(first)
            for line in rest:
                self._break()
                self._frames[-1].line.append(line)
        elif text.strip() or self._frames[-1].line:
            self._frames[-1].line.append(_BLANKS.sub(" ", text))

    def _begin(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS or tag == "br":
            self._break()
        if _keeps_blanks(element):
            self._kept += 1
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._frames.append(_Frame())
        elif tag == "ol":
            self._counts.append((whole(element.get("start")) or 1) - 1)
        elif tag == "ul":
            self._counts.append(0)
        elif tag == "li" and self._counts:
            self._counts[-1] = whole(element.get("value")) or self._counts[-1] + 1
            self._frames[-1].line.append(_label(element, self._counts[-1]))

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in ("td", "th") and self._tables and self._tables[-1].rows and len(self._frames) > 1:
            frame = self._frames.pop()
            frame.finish()
            columns, rows = (min(whole(element.get(name)) or 1, _MOST_SPANNED) for name in ("colspan", "rowspan"))
            self._tables[-1].put(frame.lines, columns=max(1, columns), rows=rows)
        elif tag == "tr" and self._tables and self._tables[-1].rows:
            self._tables[-1].fill()
        elif tag == "table" and self._tables:
            self._break()
            self._frames[-1].lines += lines_of_table(self._tables.pop().rows)
        elif tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        if tag in _BLOCKS:
            self._break()
        if _keeps_blanks(element):
            self._kept -= 1


def _keeps_blanks(element: HtmlElement) -> bool:
    return bool(element.tag == "pre" or "white-space:pre" in element.get("style", "")[:500].replace(" ", ""))


def _label(entry: HtmlElement, number: int) -> str:
    """Return the number that a browser sets before an entry of an ordered list."""
    parent = entry.getparent()
    opening = "".join(itertools.islice(entry.itertext(), 4))[:20]
    if parent is None or parent.tag != "ol" or _NUMBERED.match(opening):
        return ""
    told = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", parent.get("style", "")[:500])
    kind = told[1] if told else parent.get("type", "")
    if kind == "none":
        return ""
    style = _ORDINALS.get(kind, "decimal")
    return f"{ordinal(number, style)}{'、' if style == 'chineseCounting' else '. '}"


class _TagReader(HTMLParser):
    """Passes text and the ends of blocks on."""

    def __init__(self, write: Callable[[str], None], end: Callable[[], None]) -> None:
        super().__init__(convert_charrefs=True)
        self._write, self._end_line = write, end
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block."""
        self._silent += tag in ("script", "style")
        if tag in _BLOCKS or tag in ("br", "tr", "td", "th"):
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        if tag in _BLOCKS or tag == "tr":
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Pass text on."""
        if not self._silent:
            self._write(data)
