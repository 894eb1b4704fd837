from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest

from pipeline.documents.readers.encodings import decode, tell_format, tidy
from pipeline.errors import EmptyFile, UnreadableFile

SIMPLE = "一、审议《城区停车管理办法》\n会议原则通过上述文件，要求相关部门修改完善后组织实施。\n出席：张三、李四\n"
TRADITIONAL = "會議聽取了環保局關於空氣品質改善的報告，原則同意該方案，請有關單位於年底前完成。\n"
LONG = SIMPLE * 20


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (SIMPLE, SIMPLE.encode("utf-8")),
        (SIMPLE, codecs.BOM_UTF8 + SIMPLE.encode("utf-8")),
        (SIMPLE, SIMPLE.encode("gb18030")),
        (SIMPLE, SIMPLE.encode("utf-16")),
        (SIMPLE, codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be")),
        (SIMPLE, SIMPLE.encode("utf-16-le")),
        (SIMPLE, SIMPLE.encode("utf-16-be")),
        (TRADITIONAL, TRADITIONAL.encode("big5")),
        (TRADITIONAL, TRADITIONAL.encode("utf-8")),
        (TRADITIONAL, TRADITIONAL.encode("gb18030")),
        (SIMPLE, SIMPLE.replace("\n", "\r\n").encode("utf-8")),
        ("The committee met.\n", b"The committee met.\n"),
        ("The committee met.\n", "The committee met.\n".encode("utf-16-le")),
        ("龘" * 500, ("龘" * 500).encode("utf-8")),
        ("قۇرۇلتاي خاتىرىسى\n", "قۇرۇلتاي خاتىرىسى\n".encode()),
    ],
    ids=[
        "utf-8",
        "mark",
        "gb18030",
        "utf-16-le, mark",
        "utf-16-be, mark",
        "utf-16-le",
        "utf-16-be",
        "big5",
        "traditional utf-8",
        "traditional gb18030",
        "line ends",
        "ascii",
        "ascii in utf-16",
        "rare characters",
        "uyghur",
    ],
)
def test_encoding_is_told(text: str, data: bytes) -> None:
    decoded = decode(data, file="a.txt")
    assert (decoded.text, decoded.notices) == (text, ())


ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "gb18030": b"",
    "utf-16-le": b"",
    "utf-16-be": b"",
    "utf-16 le mark": codecs.BOM_UTF16_LE,
    "utf-16 be mark": codecs.BOM_UTF16_BE,
    "big5": b"",
}


def _snippets(count: int) -> list[tuple[str, str]]:
    """Return cuts of 60 to 3,000 characters of the samples, simplified and as traditional as the table makes them."""
    pairs = (line.split(" ") for line in Path("models/builtin/fold.txt").read_text(encoding="utf-8").splitlines())
    traditional = {ord(simple): old for old, simple in pairs if old.encode("big5", "ignore")}
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("data/minutes").glob("*.txt"))]
    draw = random.Random(3)
    cuts = []
    for _ in range(count):
        text, length = draw.choice(texts), draw.randint(60, 3000)
        start = draw.randint(0, len(text) - length)
        cut = text[start : start + length].strip("\r\n\ufeff")
        cuts.append((cut, "".join(c for c in cut.translate(traditional) if c.encode("big5", "ignore"))))
    return cuts


def test_encodings_are_told_apart_on_cuts_of_the_samples() -> None:
    confused = []
    for cut, traditional in _snippets(70):
        for name, mark in ENCODINGS.items():
            codec = "utf-16-le" if "le" in name else "utf-16-be" if "be" in name else name
            for text in (traditional,) if name == "big5" else (cut, traditional):
                if decode(mark + text.encode(codec), file="a.txt").text != text:
                    confused.append((name, text[:30]))
    assert confused == []  # of 70 cuts in 8 encodings, 15 texts each


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("big5", "utf-8"), ("gbk", "utf-8"), ("shift_jis", "gb18030")],
    ids=["as declared", "not utf-8", "not big5", "not gbk", "not japanese"],
)
def test_what_a_page_declares_is_believed_where_it_holds(declared: str, encoding: str) -> None:
    page = f'<meta charset="{declared}"><p>会议纪要：会议原则通过上述文件，要求相关部门修改完善。</p>'
    assert decode(page.encode(encoding), file="a.html", markup=True).text == page


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_last_character_cut_off_is_said(encoding: str) -> None:
    decoded = decode(LONG.rstrip().encode(encoding)[:-1], file="a.txt")
    assert decoded.text == LONG.rstrip()[:-1] + "\ufffd"
    assert [(notice.code, notice.start) for notice in decoded.notices] == [("truncated", len(decoded.text) - 1)]


@pytest.mark.parametrize(
    ("most", "one"), [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "big5")], ids=lambda name: name
)
def test_a_line_of_another_encoding_is_read_and_said(most: str, one: str) -> None:
    strange = TRADITIONAL if one == "big5" else "会议决定暂缓，待完成土地调查后再议。\n"
    decoded = decode(LONG.encode(most) + strange.encode(one) + LONG.encode(most), file="a.txt")
    assert decoded.text == LONG + strange + LONG
    [notice] = decoded.notices
    assert (notice.code, notice.start, notice.end) == ("mixed_encodings", len(LONG), len(LONG))
    assert "1 行不是" in notice.message
    assert "第 61 行" in notice.message


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_costs_no_more_than_its_place(encoding: str) -> None:
    data = LONG.encode(encoding)
    place = data.index(b"\n", 500) + 1
    decoded = decode(data[:place] + b"\xff" + data[place:], file="a.txt")
    assert decoded.text.replace("\ufffd", "") == LONG
    assert [notice.code for notice in decoded.notices] == ["undecodable"]
    assert decoded.text[decoded.notices[0].start] == "\ufffd"


@pytest.mark.parametrize(
    ("text", "shown", "codes"),
    [
        ("会\x00议\x07原\x1f则", "会 议 原 则", ["control_characters"]),
        ("会\u200b议\ufeff", "会\u200b议\ufeff", ["invisible_characters"]),
        ("会\u202e议", "会\u202e议", ["invisible_characters"]),
        ("会\ud800议\uffff", "会 议 ", ["control_characters"]),
        ("会\t议\n\x0c原则", "会\t议\n\x0c原则", []),
    ],
    ids=["controls", "invisible", "turning", "half a pair", "blanks"],
)
def test_characters_that_cannot_be_seen(text: str, shown: str, codes: list[str]) -> None:
    tidied, notices = tidy(text)
    assert (tidied, [notice.code for notice in notices]) == (shown, codes)
    assert len(tidied) == len(text)
    assert all(notice.start == notice.end == 1 for notice in notices)


def test_characters_that_turn_the_line_are_called_so() -> None:
    assert "显示次序" in tidy("会\u202e议")[1][0].message
    assert "显示次序" not in tidy("会\u200b议")[1][0].message


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04rest",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"\xff\xfe" + b"\x00\xd8" * 50,
        SIMPLE.encode() + b"\x00" * 500,
        random.Random(1).randbytes(5000),
    ],
    ids=["pdf", "zip", "noise", "png", "broken utf-16", "zeros", "random"],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"无法读取 a\.txt"):
        decode(data, file="a.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04", "压缩包或新版 Office 文件（如 .docx）"),
        (b"\r\n%PDF-1.4", "PDF 文件"),
        (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（如 .doc、.wps）或加密的文件"),
        (b"{\\rtf1", "RTF 文件"),
        (SIMPLE.encode(), None),
    ],
    ids=["zip", "pdf", "old office", "rtf", "text"],
)
def test_what_a_file_is(data: bytes, what: str | None) -> None:
    assert tell_format(data) == what


@pytest.mark.parametrize("data", [b"", b" \n", b"\t\r\n"], ids=["nothing", "blanks", "line end"])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile, match="没有文字"):
        decode(data, file="a.txt")
