"""A Word file by the habits of GB/T 9704."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Mm, Pt

from pipeline.generation.exports.paper import Paper, fit
from pipeline.generation.exports.typefaces import BLACK, BODY, KAI, TITLE
from tests.generation.exports.opened import WORD, paragraphs, part, styles


def _opened(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(paper.to_bytes()))


@pytest.mark.parametrize(
    ("landscape", "size", "margins"),
    [
        pytest.param(False, (Mm(210), Mm(297)), (Mm(37), Mm(28)), id="upright"),
        pytest.param(True, (Mm(297), Mm(210)), (Mm(28), Mm(25)), id="lying"),
    ],
)
def test_the_page_is_a4_with_the_margins_of_the_standard(
    landscape: bool, size: tuple[int, int], margins: tuple[int, int]
) -> None:
    [section] = _opened(Paper("摘要", landscape=landscape)).sections
    assert (section.page_width, section.page_height) == pytest.approx(size, abs=700)
    assert (section.top_margin, section.left_margin) == pytest.approx(margins, abs=700)


def test_page_numbers_stand_at_the_outer_edge() -> None:
    section = _opened(Paper("摘要")).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
        assert footer.paragraphs[0].text.startswith("— ")
    assert section.footer.paragraphs[0].alignment != section.even_page_footer.paragraphs[0].alignment


def test_each_level_has_its_typeface_and_lines_are_exact() -> None:
    paper = Paper("关于停车的摘要")
    paper.subtitle("临政纪〔2021〕6号")
    for level, text in ((1, "一、讨论"), (2, "（一）停车"), (3, "1.泊位")):
        paper.heading(text, level=level)
    paper.paragraph(("由市城管局牵头。", None))
    opened = _opened(paper)
    faces = {}
    for paragraph in opened.paragraphs:
        style = paragraph.style
        assert style is not None
        faces[paragraph.text] = style.element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia"))
        assert style.font.size in (Pt(22), Pt(16))
        assert style.paragraph_format.line_spacing in (Pt(28), Pt(35))
    assert list(faces.values()) == [TITLE, KAI, BLACK, KAI, BODY, BODY]
    assert [name for name, _ in styles(paper.to_bytes())][2:5] == ["Heading1", "Heading2", "Heading3"]


def test_a_table_repeats_its_head_and_a_row_of_one_cell_spans_it() -> None:
    paper = Paper("任务分解表")
    paper.table(("序号", "任务"), [("一、停车",), ("1", "划线\n编号")], widths=(20.0, 100.0))
    content = paper.to_bytes()
    assert paragraphs(content)[1:] == ["序号", "任务", "一、停车", "1", "划线", "编号"]
    rows = list(part(content, "word/document.xml").iter(f"{WORD}tr"))
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True, False, False]
    assert rows[1].find(f".//{WORD}gridSpan") is not None


def test_what_no_word_file_may_hold_is_left_out() -> None:
    assert fit("停\x00车\x0b\ufffe\ud83d\t泊\n位") == "停车\t泊\n位"
    paper = Paper("<w:p>&\x07")
    paper.paragraph(("\x01一\ud800", "\x02二"))
    assert paragraphs(paper.to_bytes()) == ["<w:p>&", "一"]


def test_a_paper_without_notes_has_no_part_for_them() -> None:
    with pytest.raises(KeyError, match="footnotes"):
        part(Paper("摘要").to_bytes(), "word/footnotes.xml")
