from __future__ import annotations

import codecs

import pytest

from pipeline.documents.encodings import decode
from pipeline.errors import EmptyFile, UnreadableFile

SIMPLE = "一、审议《城区停车管理办法》\n会议原则通过上述文件，要求相关部门修改完善后组织实施。\n出席：张三、李四\n"
TRADITIONAL = "會議聽取了環保局關於空氣品質改善的報告，原則同意該方案，請有關單位於年底前完成。\n"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (SIMPLE, SIMPLE.encode("utf-8")),
        (SIMPLE, codecs.BOM_UTF8 + SIMPLE.encode("utf-8")),
        (SIMPLE, SIMPLE.encode("gb18030")),
        (SIMPLE, SIMPLE.encode("utf-16")),
        (SIMPLE, codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be")),
        (TRADITIONAL, TRADITIONAL.encode("big5")),
        (TRADITIONAL, TRADITIONAL.encode("utf-8")),
        (TRADITIONAL, TRADITIONAL.encode("gb18030")),
        (SIMPLE, SIMPLE.replace("\n", "\r\n").encode("utf-8")),
        ("The committee met.\n", b"The committee met.\n"),
    ],
    ids=["utf-8", "bom", "gb18030", "utf-16-le", "utf-16-be", "big5", "trad-utf-8", "trad-gb", "crlf", "ascii"],
)
def test_encoding_is_told(text: str, data: bytes) -> None:
    assert decode(data, file="a.txt") == text


def test_declared_charset_of_a_page_is_believed() -> None:
    page = '<meta charset="gb2312"><p>会议纪要</p>'
    assert decode(page.encode("gb18030"), file="a.html", markup=True) == page


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 ...", b"PK\x03\x04rest", bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"\xff\xfe\x00"],
    ids=["pdf", "zip", "noise", "png", "broken-utf-16"],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"无法读取 a\.txt"):
        decode(data, file="a.txt")


def test_empty() -> None:
    with pytest.raises(EmptyFile, match="没有文字"):
        decode(b" \n", file="a.txt")
