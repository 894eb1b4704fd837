from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from pipeline.documents.readers.word import read_word
from tests.documents.office import W, add_list, add_number, listed, rewritten, word

OFFICIAL = [
    ("chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
    ("chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
    ("decimal", "%3."),
]


def lines(build: Callable[[WordDocument], object]) -> list[str]:
    text, _ = read_word(word(build), file="a.docx")
    return [line for line in text.split("\n") if line]


def official(document: WordDocument) -> None:
    add_list(document, 90, OFFICIAL)
    add_number(document, 90, 90)


def test_official_levels_restart_below_a_higher_one() -> None:
    def build(document: WordDocument) -> None:
        official(document)
        for level, text in [(0, "甲"), (1, "乙"), (2, "丙"), (2, "丁"), (1, "戊"), (2, "己"), (0, "庚"), (1, "辛")]:
            listed(document, text, 90, level)

    assert lines(build) == ["一、甲", "（一）乙", "1. 丙", "2. 丁", "（二）戊", "1. 己", "二、庚", "（一）辛"]


def test_plain_paragraphs_between_do_not_count() -> None:
    def build(document: WordDocument) -> None:
        official(document)
        listed(document, "甲", 90)
        document.add_paragraph("会议同意。")
        listed(document, "乙", 90)

    assert lines(build) == ["一、甲", "会议同意。", "二、乙"]


def test_numbers_tied_to_one_list_go_on_and_start_anew_where_told() -> None:
    def build(document: WordDocument) -> None:
        official(document)
        add_number(document, 91, 90)
        add_number(document, 92, 90, override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
        for number, text in [(90, "甲"), (91, "乙"), (92, "丙"), (92, "丁"), (90, "戊")]:
            listed(document, text, number)

    assert lines(build) == ["一、甲", "二、乙", "五、丙", "六、丁", "七、戊"]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (("decimal", "第%1项"), ["第1项 甲", "第2项 甲"]),
        (("chineseCounting", "议题%1：", '<w:suff w:val="space"/>'), ["议题一：甲", "议题二：甲"]),
        (("decimalEnclosedCircle", "%1"), ["①甲", "②甲"]),
        (("bullet", "\uf0b7"), ["• 甲", "• 甲"]),
        (("none", "附："), ["附：甲", "附：甲"]),
        (("decimal", "%1.", '<w:rPr><w:vanish w:val="1"/></w:rPr>'), ["甲", "甲"]),
        (("upperRoman", "%1."), ["I. 甲", "II. 甲"]),
    ],
    ids=["word", "topic", "circled", "bullet", "fixed", "hidden", "roman"],
)
def test_labels(level: tuple[str, str], expected: list[str]) -> None:
    def build(document: WordDocument) -> None:
        add_list(document, 90, [level])
        add_number(document, 90, 90)
        listed(document, "甲", 90)
        listed(document, "甲", 90)

    assert lines(build) == expected


def test_several_numbers_in_one_label() -> None:
    def build(document: WordDocument) -> None:
        add_list(
            document, 90, [("chineseCounting", "%1、"), ("decimal", "%1.%2", "<w:isLgl/>"), ("decimal", "%1.%2.%3")]
        )
        add_number(document, 90, 90)
        for level in (0, 1, 1, 2, 0, 1):
            listed(document, "甲", 90, level)

    assert lines(build) == ["一、甲", "1.1 甲", "1.2 甲", "一.2.1 甲", "二、甲", "2.1 甲"]


def test_a_level_that_never_restarts() -> None:
    def build(document: WordDocument) -> None:
        add_list(document, 90, [("decimal", "%1."), ("decimal", "(%2)", '<w:lvlRestart w:val="0"/>')])
        add_number(document, 90, 90)
        for level in (0, 1, 0, 1):
            listed(document, "甲", 90, level)

    assert lines(build) == ["1. 甲", "(1) 甲", "2. 甲", "(2) 甲"]


def styled(document: WordDocument, name: str, number: int, level: int | None, *, based_on: str | None = None) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if based_on:
        style.base_style = document.styles[based_on]
        return
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    place = parse_xml(f'<w:numPr {W}>{depth}<w:numId w:val="{number}"/></w:numPr>')
    style.element.get_or_add_pPr().append(place)


def test_a_style_puts_a_paragraph_into_a_list() -> None:
    def build(document: WordDocument) -> None:
        styled(document, "Matter", 90, None)
        styled(document, "Duty", 90, 1)
        styled(document, "MatterToo", 90, None, based_on="Matter")
        first = ("chineseCounting", "%1、", '<w:pStyle w:val="Matter"/>')
        add_list(document, 90, [first, ("chineseCounting", "（%2）", '<w:pStyle w:val="Duty"/>')])
        add_number(document, 90, 90)
        for text, style in [("甲", "Matter"), ("乙", "Duty"), ("丙", "MatterToo"), ("丁", "Duty")]:
            document.add_paragraph(text, style=style)
        listed(document, "戊", 0)

    assert lines(build) == ["一、甲", "（一）乙", "二、丙", "（一）丁", "戊"]


def test_a_list_style_stands_for_a_list() -> None:
    def build(document: WordDocument) -> None:
        place = '<w:pPr><w:numPr><w:numId w:val="91"/></w:numPr></w:pPr>'
        style = f'<w:style {W} w:type="numbering" w:styleId="Official">{place}</w:style>'
        document.styles.element.append(parse_xml(style))
        add_list(document, 91, OFFICIAL, more='<w:styleLink w:val="Official"/>')
        add_list(document, 90, [], more='<w:numStyleLink w:val="Official"/>')
        add_number(document, 90, 90)
        add_number(document, 91, 91)
        listed(document, "甲", 90)
        listed(document, "乙", 90)

    assert lines(build) == ["一、甲", "二、乙"]


@pytest.mark.parametrize("number", [77, 0], ids=["a number that is not there", "none"])
def test_no_label(number: int) -> None:
    assert lines(lambda document: listed(document, "甲", number)) == ["甲"]


def test_a_file_without_numbering() -> None:
    data = word(lambda document: listed(document, "甲", 1))
    bare = rewritten(data, lambda name, part: None if name == "word/numbering.xml" else part)
    assert read_word(bare, file="a.docx")[0].strip() == "甲"


def test_labels_stay_short_whatever_the_file_says() -> None:
    def build(document: WordDocument) -> None:
        add_list(document, 90, [("upperRoman", "%1" * 5000)])
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999999"/></w:lvlOverride>'
        add_number(document, 90, 90, override=start)
        listed(document, "甲", 90)

    assert len(lines(build)[0]) < 1000
