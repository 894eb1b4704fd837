"""A Word file (DOCX) becomes the text that a reader sees: paragraphs with their visible numbers, tables as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.documents.readers.grid import lines_of_table
from pipeline.documents.readers.numbering import Numbering
from pipeline.documents.readers.package import Package, open_package
from pipeline.documents.readers.styles import Styles, W, child, is_on, local, value, whole
from pipeline.errors import ScannedFile, UnreadableFile
from pipeline.minutes import Notice
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from lxml import etree

_NOT_SHOWN = frozenset(
    ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "del", "moveFrom", "instrText")
) | frozenset(("delText", "delInstrText", "fldData", "rt", "annotation", "annotationRef", "altChunk"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_GAP = "  "  # a tab within a paragraph is a gap to the eye; a tab sign parts the cells of a table
_SIGNS = {"tab": _GAP, "ptab": _GAP, "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WORDING = frozenset(("t", "sym", *_SIGNS))
# 「第 3 页 共 9 页」 in a footer says nothing
_SAYS = compiled(r"[\u4e00-\u9fff]{3}")
_SYMBOLS = {0xF0FE: "☑", 0xF052: "☑", 0xF0FC: "✓", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□"}


def read_word(data: bytes, *, file: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a Word file, and what a person should know about the reading.

    Shown are paragraphs with their automatic numbers, tables, text boxes, inserted text, and notes at the end; left out
    are deleted and hidden text, comments, headers and footers (a notice quotes what these say).

    Raises:
        EncryptedFile: it is protected by a password.
        UnreadableFile: it is no Word file, or a damaged one.
        ScannedFile: it holds pictures and no text.
    """
    package = open_package(data, file=file)
    main = next((name for purpose, name in package.related("") if purpose == "officeDocument"), "word/document.xml")
    root = package.tree(main)
    body = child(root, "body")
    if root is None or body is None:
        raise UnreadableFile(file, "这个 Office 文件不是 Word 文档（可能是表格或演示文稿）")
    parts = _parts(package, main)
    styles = Styles(_first(package, parts, "styles"))
    reader = _Reader(styles, Numbering(_first(package, parts, "numbering"), styles))
    lines = list(reader.blocks(body))
    for kind in ("footnote", "endnote"):
        lines += reader.notes(kind, _first(package, parts, f"{kind}s"))
    text = "\n".join(lines)
    if not text.strip() and any(local(element) in _DRAWN for element in body.iter()):
        raise ScannedFile(file)
    return text, tuple(_notices(package, parts, body, text))


def _parts(package: Package, main: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for purpose, name in package.related(main):
        parts.setdefault(purpose, []).append(name)
    return parts


def _first(package: Package, parts: dict[str, list[str]], purpose: str) -> etree._Element | None:
    names = parts.get(purpose)
    return package.tree(names[0]) if names else None


def _notices(package: Package, parts: dict[str, list[str]], body: etree._Element, text: str) -> Iterator[Notice]:
    said: list[str] = []
    for name in [*parts.get("header", ()), *parts.get("footer", ())]:
        styles = Styles(None)
        lines = _Reader(styles, Numbering(None, styles)).blocks(package.tree(name))
        said += [line for line in map(str.strip, lines) if _SAYS.search(line) and line not in text and line not in said]
    if said:
        yield Notice(code="header_left_out", message=f"页眉页脚未计入正文：{' / '.join(said)[:200]}", start=0, end=0)
    if any(local(element) == "altChunk" for element in body):
        yield Notice(code="embedded_left_out", message="文中嵌入的其他文件未读入", start=0, end=0)


@dataclass(slots=True)
class _Reader:
    """Walks through a body once, counting the numbers of lists as they come."""

    styles: Styles
    numbering: Numbering
    noted: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    pending: str = ""  # what a paragraph said whose end was deleted: it runs on into the next

    def blocks(self, container: etree._Element | None) -> Iterator[str]:
        """Yield the lines of a body, a cell, a text box."""
        for element in container if container is not None else ():
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from lines_of_table(self._table(element))
            elif name == "AlternateContent":
                yield from self.blocks(_alternative(element))
            elif name not in _NOT_SHOWN:
                yield from self.blocks(element)

    def _table(self, table: etree._Element) -> list[list[list[str]]]:
        """Return the rows of a table; a cell over several rows is read once and is the same in each."""
        rows: list[list[list[str]]] = []
        before: list[etree._Element | None] = []
        for row in _rows(table, before):
            own = [place < len(before) and cell is not None and cell is before[place] for place, cell in enumerate(row)]
            rows.append([rows[-1][place] if own[place] else self._cell(cell) for place, cell in enumerate(row)])
            before[:] = row
        return rows

    def _cell(self, cell: etree._Element | None) -> list[str]:
        if cell is None:
            return []
        return [line.replace("\t", _GAP) for block in self.blocks(cell) for line in block.split("\n")]

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        boxes: list[etree._Element] = []
        text = self.pending + "".join(self._inline(paragraph, properties, [], boxes)).strip("\n")
        self.pending = ""
        for box in boxes:
            yield from self.blocks(box)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.pending = text
        elif text.strip() or not self.styles.hides(mark, properties):
            yield self.numbering.label(properties) + text

    def _inline(
        self,
        container: etree._Element,
        paragraph: etree._Element | None,
        fields: list[bool],
        boxes: list[etree._Element],
    ) -> Iterator[str]:
        """Yield the visible text of a paragraph in pieces.

        `fields` holds, for each field that is open, whether its result has begun; `boxes` takes up the text boxes.
        """
        hidden = local(container) == "r" and self.styles.hides(child(container, "rPr"), paragraph)
        for element in container:
            name = local(element)
            if name in _DRAWN:
                boxes += _boxes(element)
            elif name == "AlternateContent":
                yield from self._inline(_alternative(element), paragraph, fields, boxes)
            elif name == "fldChar":
                _follow(element, fields)
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._refer(name.removesuffix("Reference"), element)
            elif name in _WORDING:
                yield "" if hidden or not all(fields) else _wording(element)
            elif name not in _NOT_SHOWN:
                yield from self._inline(element, paragraph, fields, boxes)

    def _refer(self, kind: str, reference: etree._Element) -> str:
        self.noted[kind].append(reference.get(W + "id", ""))
        return f"[{len(self.noted[kind])}]"

    def notes(self, kind: str, root: etree._Element | None) -> Iterator[str]:
        """Yield the notes to which the text referred."""
        found = {note.get(W + "id"): note for note in (root if root is not None else ())}
        for number, name in enumerate(list(self.noted[kind]), 1):
            if name in found:
                text = " ".join(line.strip() for line in self.blocks(found[name]) if line.strip())
                yield f"[{number}] {text}"


def _follow(element: etree._Element, fields: list[bool]) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _wording(element: etree._Element) -> str:
    name = local(element)
    if name == "sym":
        return _symbol(element.get(W + "char", ""))
    if name in _SIGNS:
        return _SIGNS[name]
    text = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    # a wide blank (U+3000) is a sign of the text and no blank of XML: 「任务1」 + 「　编制方案」
    return (text if kept else text.strip(" \t\r\n")).replace("\n", " ").replace("\t", _GAP)


def _symbol(code: str) -> str:
    """Return a sign of a symbol font: a ticked or an empty box, else a dot."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xE000 <= number <= 0xF8FF:
        return _SYMBOLS.get(number, "•")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def _alternative(element: etree._Element) -> etree._Element:
    """Return the first choice of an alternative that holds text, else the fallback."""
    choices = [branch for branch in element if local(branch) in ("Choice", "Fallback")]
    with_text = (branch for branch in choices if any(local(inner) == "t" for inner in branch.iter()))
    return next(with_text, element)


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the contents of the text boxes in a drawing; a drawing may be given twice, for new and old programs."""
    found = _alternative(element) if local(element) == "AlternateContent" else element
    boxes: list[etree._Element] = []
    for inner in found:
        boxes += [inner] if local(inner) == "txbxContent" else _boxes(inner)
    return boxes


def _rows(table: etree._Element, before: list[etree._Element | None]) -> Iterator[list[etree._Element | None]]:
    """Yield the cells of each row; one of the row `before` where it covers a place, else `None` there."""
    for row in _inside(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None or is_on(properties, "hidden"):
            continue
        cells: list[etree._Element | None] = []
        for cell in _inside(row, "tc"):
            down = child(cell, "tcPr", "vMerge") is not None and value(cell, "tcPr", "vMerge") != "restart"
            across = value(cell, "tcPr", "hMerge") == "continue"
            span = min(whole(value(cell, "tcPr", "gridSpan")) or 1, 100)
            above = before[len(cells)] if len(cells) < len(before) else None
            cells += [above if down else None if across else cell, *[None] * (span - 1)]
        yield cells


def _inside(container: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls and insertions."""
    for element in container:
        name = local(element)
        if name == wanted:
            yield element
        elif name not in _NOT_SHOWN and name not in ("p", "tbl"):
            yield from _inside(element, wanted)
