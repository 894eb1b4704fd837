"""A Word file laid out by the habits of GB/T 9704: A4, margins, typefaces, heading levels, page numbers, footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pipeline.generation.exports.footnotes import Footnotes
from pipeline.generation.exports.typefaces import BLACK, BODY, KAI, TITLE, name_fallbacks, set_typeface
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

LINE = Pt(28)  # 22 lines a page
SIZES = {"二号": Pt(22), "三号": Pt(16), "四号": Pt(14), "小四": Pt(12), "五号": Pt(10.5), "小五": Pt(9)}
_WHOLE = 300
"""A row of at most so many characters stays on one page."""
_ABOVE_TABLE, _PADDING = Pt(8), "40"  # 2 points, in twentieths
_UNFIT = compiled("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Paper:
    """A document that grows from top to bottom and is saved at its end.

    Args:
        title: the title at its head and in its properties.
        landscape: whether the page lies, for wide tables.
    """

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        self._document = docx.Document()
        self._notes = Footnotes(self._document)
        _set_page(self._document.sections[0], landscape=landscape)
        _set_styles(self._document)
        name_fallbacks(self._document)
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = fit(title)[:200], "纪要", ""
        self._add("Title", title)

    def subtitle(self, text: str) -> None:
        """Add a line below the title: number, date, what it rests on."""
        self._add("Subtitle", text)

    def heading(self, text: str, *, level: int) -> None:
        """Add a heading: level 1 for 一、 2 for （一） 3 for 1."""
        self._add(f"Heading {level}", text)

    def paragraph(self, *pieces: tuple[str, str | None], small: bool = False) -> None:
        """Add a paragraph of pieces of text, each with the note that proves it, or `None`."""
        paragraph = self._document.add_paragraph(style="No Spacing" if small else "Body Text")
        for text, note in pieces:
            end = text[-1:] if note and text.endswith(("。", "；")) else ""  # a mark behind the stop could open a line
            set_typeface(paragraph.add_run(fit(text.removesuffix(end))))
            if note:
                self._notes.mark(paragraph, fit(note))
            if end:
                set_typeface(paragraph.add_run(end))

    def line(self, text: str, *, right: bool = False) -> None:
        """Add a line that is not indented, at the right if asked for."""
        paragraph = self._document.add_paragraph(style="Body Text")
        set_typeface(paragraph.add_run(fit(text)))
        paragraph.paragraph_format.first_line_indent = Pt(0)
        _indent_characters(paragraph, 0)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[float]) -> None:
        """Add a table whose head is repeated on each page; a row of one cell goes over the whole width.

        Args:
            head: the names of the columns; empty for a form, which stays on one page.
            rows: the cells; one with line ends has as many lines.
            widths: of the columns, in mm.
        """
        before = self._document.paragraphs[-1:]
        if before and before[0].style is not None and before[0].style.name == "Body Text":
            before[0].paragraph_format.space_after = _ABOVE_TABLE
        table = self._document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _pad(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        if head:
            _fill(table, head, widths, head=True)
        for row in rows:
            _fill(table, row, widths, with_next=not head and row is not rows[-1])

    def to_bytes(self) -> bytes:
        """Return the file."""
        self._notes.finish()
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _add(self, style: str, text: str) -> None:
        set_typeface(self._document.add_paragraph(style=style).add_run(fit(text)))


def fit(text: str) -> str:
    """Return a text without the characters that no Word file may hold."""
    return _UNFIT.sub("", text)


def _set_page(section: Any, *, landscape: bool) -> None:
    """Set A4 with the margins of the standard, and page numbers at the outer edge: — 1 —."""
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    margins = (Mm(28), Mm(25), Mm(25), Mm(25)) if landscape else (Mm(37), Mm(35), Mm(28), Mm(26))
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = margins
    section.header_distance, section.footer_distance = Mm(15), Mm(15) if landscape else Mm(25)
    settings: Any = section.part.document.settings
    settings.odd_and_even_pages_header_footer = True
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        _number_pages(footer.paragraphs[0], alignment)


def _number_pages(paragraph: Paragraph, alignment: WD_ALIGN_PARAGRAPH) -> None:
    """Set the page number, one character from the edge."""
    paragraph.alignment = alignment
    format = paragraph.paragraph_format
    format.left_indent = format.right_indent = SIZES["四号"]
    for kind, text in ((None, "— "), ("begin", ""), ("instr", " PAGE "), ("separate", ""), (None, "1"), ("end", "")):
        run = paragraph.add_run(text if kind is None else "")
        set_typeface(run, "宋体", size=SIZES["四号"])
        if kind == "instr":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            run._r.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    set_typeface(paragraph.add_run(" —"), "宋体", size=SIZES["四号"])


def _set_styles(document: Any) -> None:
    """Set typefaces, sizes and spacing of the styles that are used, and remove what the template brings."""
    styles = document.styles
    _plain(styles["Normal"], BODY, SIZES["三号"])
    _plain(styles["Body Text"], BODY, SIZES["三号"], indent=2)
    _plain(styles["No Spacing"], BODY, SIZES["四号"], indent=2, line=Pt(24))
    _plain(styles["Title"], TITLE, SIZES["二号"], centred=True, line=Pt(35), after=Pt(14))
    _plain(styles["Subtitle"], KAI, SIZES["三号"], centred=True, after=Pt(14))
    for level, typeface in ((1, BLACK), (2, KAI), (3, BODY)):
        heading = styles[f"Heading {level}"]
        _plain(heading, typeface, SIZES["三号"], indent=2, bold=level == 3)
        heading.paragraph_format.keep_with_next = True
    for name, kind in (("footnote text", WD_STYLE_TYPE.PARAGRAPH), ("footnote reference", WD_STYLE_TYPE.CHARACTER)):
        style = styles.add_style(name, kind, builtin=True)
        style.hidden = False
    _plain(styles["footnote text"], BODY, SIZES["小五"], line=Pt(13))
    styles["footnote text"].element.set(qn("w:styleId"), "FootnoteText")
    styles["footnote reference"].element.set(qn("w:styleId"), "FootnoteReference")
    styles["footnote reference"].font.superscript = True


def _plain(
    style: ParagraphStyle,
    typeface: str,
    size: Pt,
    *,
    indent: int = 0,
    line: Pt = LINE,
    after: Pt | None = None,
    centred: bool = False,
    bold: bool = False,
) -> None:
    """Give a style a typeface and exact lines; black, upright, without borders."""
    set_typeface(style, typeface, size=size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    element: Any = style.element
    for border in element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    format = style.paragraph_format
    format.space_before, format.space_after = Pt(0), after or Pt(0)
    format.line_spacing_rule, format.line_spacing = WD_LINE_SPACING.EXACTLY, line
    format.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    if indent:
        format.first_line_indent = Pt(size.pt * indent)
        _indent_characters(style, indent)


def _indent_characters(owner: Any, characters: int) -> None:
    """Indent the first line by characters, which follows the size of the typeface."""
    properties = (owner.element if hasattr(owner, "element") else owner._p).get_or_add_pPr()
    properties.get_or_add_ind().set(qn("w:firstLineChars"), str(100 * characters))


def _pad(table: Table) -> None:
    """Give the cells of a table a little room above and below their text."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), _PADDING)
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties: Any = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins) if look is not None else properties.append(margins)


def _fill(
    table: Table, row: Sequence[str], widths: Sequence[float], *, head: bool = False, with_next: bool = False
) -> None:
    """Add a row to a table."""
    added = table.add_row()  # type: ignore[no-untyped-call]
    properties: Any = added._tr.get_or_add_trPr()
    if sum(map(len, row)) <= _WHOLE:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    cells = list(added.cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Mm(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if len(row) == 1 and len(cells) > 1:
        cells = [cells[0].merge(cells[-1])]
    for number, (cell, text) in enumerate(zip(cells, row, strict=True)):
        over = len(row) == 1  # the title over the rows that follow
        centred = head or (number == 0 and text.isdecimal())
        _write(cell, text, typeface=BLACK if head or over else BODY, centred=centred, with_next=with_next or over)


def _write(cell: _Cell, text: str, *, typeface: str, centred: bool, with_next: bool) -> None:
    """Write a cell, a paragraph for each of its lines."""
    for number, line in enumerate(fit(text).split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        format = paragraph.paragraph_format
        format.line_spacing_rule, format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
        format.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        format.keep_with_next = with_next
        set_typeface(paragraph.add_run(line), typeface, size=SIZES["小四"])
