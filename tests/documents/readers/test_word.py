from __future__ import annotations

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from pipeline.documents.parse import parse
from pipeline.documents.read import Source
from pipeline.documents.readers.word import read_word
from pipeline.errors import ScannedFile, UnreadableFile
from tests.documents.office import W, add_list, add_number, in_body, listed, rewritten, word

EMPTY = word(lambda document: None)
NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://x/wps" xmlns:v="urn:v"'
)


def text_of(xml: str) -> str:
    return read_word(in_body(EMPTY, xml), file="a.docx")[0]


def p(inner: str, properties: str = "") -> str:
    return f"<w:p {NAMES}>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


RUBY = f"<w:r><w:ruby><w:rt>{r('hóng')}</w:rt><w:rubyBase>{r('宏')}</w:rubyBase></w:ruby></w:r>"
SYMBOLS = '<w:r><w:sym w:char="F0FE"/><w:sym w:char="F0B7"/><w:sym w:char="2014"/><w:sym/></w:r>'
CASES = {
    "runs": (p(r("会议") + r("原则", "<w:b/>") + r("通过")), "会议原则通过"),
    "line break": (p(r("甲") + "<w:r><w:br/></w:r>" + r("乙")), "甲\n乙"),
    "page break": (p(r("甲") + '<w:r><w:br w:type="page"/></w:r>') + p(r("乙")), "甲\n乙"),
    "tab": (p(r("记录：") + "<w:r><w:tab/></w:r>" + r("唐小芳")), "记录：  唐小芳"),
    "hyphens": (p(r("甲") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + r("乙")), "甲-乙"),
    "blanks": (p(r("金  铭")), "金  铭"),
    "blanks around": (p("<w:r><w:t> 甲\n </w:t></w:r>"), "甲"),
    "wide blank before": (p("<w:r><w:t>任务</w:t></w:r><w:r><w:t>　编制方案 </w:t></w:r>"), "任务　编制方案"),
    "hidden": (p(r("甲") + r("乙", "<w:vanish/>") + r("丙", '<w:vanish w:val="0"/>')), "甲丙"),
    "inserted and deleted": (
        p(f"<w:ins>{r('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>" + r("丙")),
        "甲丙",
    ),
    "moved": (p(f"<w:moveFrom>{r('甲')}</w:moveFrom>{r('乙')}<w:moveTo>{r('甲')}</w:moveTo>"), "乙甲"),
    "end of paragraph deleted": (p(r("甲"), "<w:rPr><w:del/></w:rPr>") + p(r("乙")), "甲乙"),
    "link": (p(f"<w:hyperlink>{r('《办法》')}</w:hyperlink>"), "《办法》"),
    "field": (
        p(mark("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" + r("x") + mark("separate") + r("2021年")
          + mark("end") + r("纪要")),
        "2021年纪要",
    ),
    "field left open": (p(mark("begin")) + p(r("会议同意。")), "会议同意。"),
    "content control": (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p(r('甲'))}</w:sdtContent></w:sdt>", "甲"),
    "control within a line": (p(f"<w:sdt><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt>{r('乙')}"), "甲乙"),
    "how a character is read": (p(RUBY), "宏"),
    "symbols": (p(SYMBOLS), "☑•—"),
    "text box": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
            + p(r("某某市人民政府"))
            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
            + p(r("某某市人民政府"))
            + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            + r("常务会议纪要")
        ),
        "某某市人民政府\n常务会议纪要",
    ),
    "comment": (p(r("甲") + '<w:commentRangeStart/><w:r><w:commentReference/></w:r>' + r("乙")), "甲乙"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_a_reader_sees(name: str) -> None:
    xml, expected = CASES[name]
    assert "\n".join(line for line in text_of(xml).split("\n") if line) == expected


def tc(text: str, properties: str = "") -> str:
    inner = "".join(p(r(line)) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


HEADER = tr(tc("序号"), tc("议题"), tc("决定"))
TABLES = {
    "rows": (tr(tc("甲"), tc("乙")) + tr(tc("丙"), tc("丁")), "甲\t乙\n丙\t丁"),
    "merged across": (HEADER + tr(tc("1"), tc("停车", '<w:gridSpan w:val="2"/>')), "序号\t议题\t决定\n1\t停车\t"),
    "merged down": (
        HEADER
        + tr(tc("1"), tc("停车"), tc("同意", '<w:vMerge w:val="restart"/>'))
        + tr(tc("2"), tc("供水"), tc("", "<w:vMerge/>")),
        "序号\t议题\t决定\n1\t停车\t同意\n2\t供水\t同意",
    ),
    "deleted row": (tr(tc("甲"), tc("乙")) + tr(tc("丙"), properties="<w:del/>"), "甲\t乙"),
    "paragraphs in a cell": (
        HEADER + tr(tc("1"), tc("停车\n办法"), tc("同意")),
        "序号\t议题\t决定\n1\t停车 办法\t同意",
    ),
    "a record in a cell": (
        tr(tc("时间"), tc("2021年6月9日")) + tr(tc("会\n议\n内\n容"), tc("一、停车办法\n会议同意。")),
        "时间\t2021年6月9日\n会议内容\n一、停车办法\n会议同意。",
    ),
    "row in a control": (f"<w:sdt><w:sdtContent>{tr(tc('甲'), tc('乙'))}</w:sdtContent></w:sdt>", "甲\t乙"),
    "table in a cell": (
        tr(f"<w:tc><w:tbl>{tr(tc('甲'), tc('乙'))}</w:tbl>{p(r('丙'))}</w:tc>", tc("丁")),
        "甲  乙 丙\t丁",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    rows, expected = TABLES[name]
    assert text_of(f"<w:tbl>{rows}</w:tbl>") == expected


def minutes(document: WordDocument) -> None:
    add_list(document, 90, [("chineseCounting", "%1、"), ("decimal", "%2.")])
    add_number(document, 90, 90)
    document.add_paragraph("临江县人民政府常务会议纪要")
    document.add_paragraph("2021年6月9日，县长罗志平主持召开县政府第31次常务会议。纪要如下：")
    listed(document, "审议《农村公路养护管理办法》", 90)
    document.add_paragraph("会议原则通过该办法。")
    listed(document, "由县交通运输局牵头，县财政局配合，7月底前完成。", 90, 1)
    listed(document, "研究城南小学扩建用地问题", 90)
    document.add_paragraph("会议决定暂缓。")
    document.add_paragraph("出席：罗志平、覃永福")


def test_minutes_with_automatic_numbers_are_parsed_by_these() -> None:
    text, notices = read_word(word(minutes), file="a.docx")
    document = parse(Source("a.docx", text))
    assert [(item.label, item.title) for item in document.items] == [
        ("一", "《农村公路养护管理办法》"),
        ("二", "城南小学扩建用地问题"),
    ]
    assert document.items[0].points[0].lead_units == ("县交通运输局",)
    assert notices == ()


def test_notes_stand_at_the_end() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>见附件。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    reference = p(r("会议同意") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("。")) + p(r("完"))

    def change(name: str, part: bytes) -> bytes:
        if name == "word/styles.xml":
            return part
        relation = f'<Relationship Id="r9" Type="{kind}" Target="theme/theme1.xml"/></Relationships>'
        if name.endswith("document.xml.rels"):
            return part.replace(b"</Relationships>", relation.encode())
        return notes.encode() if name == "word/theme/theme1.xml" else part

    text, _ = read_word(rewritten(in_body(EMPTY, reference), change), file="a.docx")
    assert text == "会议同意[1]。\n完\n[1] 见附件。"


def test_headers_are_left_out_and_said() -> None:
    def build(document: WordDocument) -> None:
        document.add_paragraph("会议同意。")
        document.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
        document.sections[0].footer.paragraphs[0].text = "第 1 页"

    text, [notice] = read_word(word(build), file="a.docx")
    assert text.strip() == "会议同意。"
    assert (notice.code, notice.start, notice.end) == ("header_left_out", 0, 0)
    assert "内部资料 注意保存" in notice.message


def test_pictures_alone_are_a_scan() -> None:
    with pytest.raises(ScannedFile, match="只有图像，没有文字"):
        text_of(p("<w:r><w:drawing/></w:r>"))


def test_another_office_file() -> None:
    sheet = rewritten(EMPTY, lambda name, part: b"<workbook/>" if name == "word/document.xml" else part)
    with pytest.raises(UnreadableFile, match="不是 Word 文档"):
        read_word(sheet, file="a.docx")


def test_the_strict_form_and_files_without_the_usual_parts() -> None:
    data = in_body(EMPTY, p(r("会议同意。")))
    strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    kinds = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    changed = rewritten(data, lambda name, part: part.replace(*strict).replace(*kinds))
    assert read_word(changed, file="a.docx")[0] == "会议同意。"
    bare = rewritten(data, lambda name, part: part if name == "word/document.xml" else None)
    assert read_word(bare, file="a.docx")[0] == "会议同意。"


def test_a_document_embedded_whole_is_said() -> None:
    _, notices = read_word(in_body(EMPTY, p(r("甲")) + "<w:altChunk/>"), file="a.docx")
    assert [notice.code for notice in notices] == ["embedded_left_out"]


def test_empty_paragraphs_are_blank_lines() -> None:
    assert text_of(p(r("甲")) + p("") + p(r("乙"))) == "甲\n\n乙"


def test_markup_beside_the_text() -> None:
    data = word(lambda document: document.add_paragraph("甲")._p.append(parse_xml(f"<w:proofErr {W}/>")))
    assert read_word(data, file="a.docx")[0].strip() == "甲"
