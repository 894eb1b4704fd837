"""Word files and PDFs made for the tests, from invented records."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT, SIZE = "STSong-Light", 16  # a font that every reader has: no file of it is needed
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
W = nsdecls("w")
Level = tuple[str, str] | tuple[str, str, str]
"""The way of numbering, the label, and whatever else the level says, as XML."""


def word(build: Callable[[WordDocument], object]) -> bytes:
    """Return a Word file that a function has filled."""
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return rewritten(stream.getvalue(), lambda _, part: part)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a package with its parts changed, or left out where the change gives `None`; its date is fixed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def in_body(data: bytes, xml: str) -> bytes:
    """Return a Word file whose body is this XML alone."""

    def change(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        start, end = part.index(b"<w:body>") + len(b"<w:body>"), part.index(b"</w:body>")
        return part[:start] + xml.encode() + part[end:]

    return rewritten(data, change)


def add_list(document: WordDocument, abstract: int, levels: Sequence[Level], *, more: str = "") -> None:
    """Define a list of these levels; it is used by the numbers that `add_number` ties to it."""
    xml = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level[0]}"/>{"".join(level[2:])}'
        f'<w:lvlText w:val="{level[1]}"/></w:lvl>'
        for depth, level in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{abstract}">{more}{xml}</w:abstractNum>'))


def add_number(document: WordDocument, number: int, abstract: int, *, override: str = "") -> None:
    """Tie a number, by which paragraphs refer to a list, to its definition."""
    root = document.part.numbering_part.element
    inner = f'<w:abstractNumId w:val="{abstract}"/>{override}'
    root.append(parse_xml(f'<w:num {W} w:numId="{number}">{inner}</w:num>'))


def listed(document: WordDocument, text: str, number: int, level: int | None = 0) -> Paragraph:
    """Add a paragraph of a list."""
    paragraph = document.add_paragraph(text)
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    place = parse_xml(f'<w:numPr {W}>{depth}<w:numId w:val="{number}"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(place)
    return paragraph


def portable(
    paragraphs: Sequence[str], *, per_page: int = 24, head: str = "", numbered: bool = True, **options: Any
) -> bytes:
    """Return a PDF that sets paragraphs as an office prints them: indented, broken at the margin, pages numbered."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(595, 842), invariant=1, **options)
    lines = [line for paragraph in paragraphs for line in _lines(paragraph)]
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        page.setFont(FONT, SIZE)
        if head:
            page.drawString(90, 800, head)
        for row, (indent, text) in enumerate(lines[start : start + per_page]):
            page.drawString(90 + 2 * SIZE * indent, 760 - 28 * row, text)
        if numbered:
            page.drawCentredString(297, 40, f"- {number} -")
        page.showPage()
    page.save()
    return stream.getvalue()


def _lines(paragraph: str) -> Iterator[tuple[bool, str]]:
    """Yield the lines of a paragraph, each with whether it is set in."""
    line, left, first = "", 26.0 * SIZE - 2 * SIZE, True
    for character in paragraph:
        wide = pdfmetrics.stringWidth(character, FONT, SIZE)
        if wide > left:
            yield first, line
            line, left, first = "", 26.0 * SIZE, False
        line += character
        left -= wide
    yield first, line
