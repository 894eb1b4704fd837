from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents import read as room
from pipeline.documents.read import READABLE, read_file
from pipeline.errors import EmptyFile, FileTooLarge, MissingFile, TooMuchText, UnreadableFile, UnsupportedFormat
from tests.documents.office import portable, word

LIMIT = 100_000
RECORD = ("会议纪要", "一、审议《办法》")
WORD = word(lambda document: [document.add_paragraph(line) for line in RECORD])
PORTABLE = portable(RECORD, numbered=False)


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a.markdown", "a.text"])
def test_plain_text_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    source = read_file(write(tmp_path, name, "会议纪要\r\n一、审议".encode()), max_bytes=LIMIT)
    assert (source.file, source.text, source.pages, source.notices) == (name, "会议纪要\n一、审议", (), ())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.htm", b"<html><body><nav>x</nav><h1>%s</h1><p>%s</p></body></html>" % tuple(r.encode() for r in RECORD)),
        ("a.html", b"<meta charset=gbk><p>%s<br>%s" % tuple(line.encode("gbk") for line in RECORD)),
        ("a.docx", WORD),
        ("a.PDF", PORTABLE),
    ],
    ids=["page", "page in gbk", "word", "pdf"],
)
def test_every_format_gives_its_text(tmp_path: Path, name: str, data: bytes) -> None:
    source = read_file(write(tmp_path, name, data), max_bytes=LIMIT)
    assert [line.strip() for line in source.text.strip().split("\n")] == list(RECORD)
    assert source.pages == ((0,) if name == "a.PDF" else ())


def test_notices_come_along(tmp_path: Path) -> None:
    source = read_file(write(tmp_path, "a.txt", "会议\u200b纪要".encode()), max_bytes=LIMIT)
    assert [notice.code for notice in source.notices] == ["invisible_characters"]
    page = "<p>会议纪要：原则通过上述文件。</p>\n".encode() * 9 + "<p>会议决定暂缓</p>".encode("gb18030")
    source = read_file(write(tmp_path, "a.html", page), max_bytes=LIMIT)
    assert [(notice.code, notice.start) for notice in source.notices] == [("mixed_encodings", 0)]


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.exe", b"x", UnsupportedFormat, r"暂不支持 \.exe"),
        ("none", b"x", UnsupportedFormat, "无扩展名"),
        ("a.txt", b"", EmptyFile, "没有文字"),
        ("a.html", b"<html><body></body></html>", EmptyFile, "没有文字"),
        ("a.docx", word(lambda document: None), EmptyFile, "没有文字"),
        ("a.pdf", portable([""], numbered=False), EmptyFile, "没有文字"),
        ("a.txt", PORTABLE, UnreadableFile, "内容不是文本，而是PDF 文件.*扩展名是否与内容相符"),
        ("a.txt", WORD, UnreadableFile, "而是压缩包或新版 Office 文件"),
        ("a.pdf", WORD, UnreadableFile, "内容不是 PDF，而是压缩包"),
        ("a.docx", PORTABLE, UnreadableFile, "内容不是 .docx，而是PDF 文件"),
        ("a.pdf", "会议纪要".encode(), UnreadableFile, "内容不是 PDF"),
        ("a.docx", "会议纪要".encode(), UnreadableFile, "内容不是 .docx"),
        ("a.txt", b"x" * (LIMIT + 1), FileTooLarge, "超过上限"),
    ],
    ids=[
        "program",
        "no suffix",
        "empty",
        "empty page",
        "empty word",
        "empty pdf",
        "pdf called text",
        "word called text",
        "word called pdf",
        "pdf called word",
        "text called pdf",
        "text called word",
        "too large",
    ],
)
def test_bad_files(tmp_path: Path, name: str, data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        read_file(write(tmp_path, name, data), max_bytes=LIMIT)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="找不到文件"):
        read_file(tmp_path / "none.txt", max_bytes=LIMIT)
    with pytest.raises(MissingFile, match="找不到文件"):
        read_file(tmp_path, max_bytes=LIMIT)


def test_readable_suffixes() -> None:
    assert {".txt", ".md", ".html", ".htm", ".docx", ".pdf"} <= READABLE


@pytest.mark.parametrize(("name", "times"), [("a.txt", 11), ("a.html", 60)])
def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
    monkeypatch.setattr(room, "MOST_CHARACTERS", 100)
    path = write(tmp_path, name, "会议原则同意该方案。".encode() * times)
    with pytest.raises(TooMuchText, match=r"超过一份文件的上限 0 万字。请拆分后再入库"):
        read_file(path, max_bytes=LIMIT)
