from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.read import READABLE, read_file
from pipeline.errors import EmptyFile, FileTooLarge, MissingFile, UnreadableFile, UnsupportedFormat

LIMIT = 10_000


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a.markdown"])
def test_plain_text_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    source = read_file(write(tmp_path, name, "会议纪要\r\n一、审议".encode()), max_bytes=LIMIT)
    assert (source.file, source.text, source.pages, source.notices) == (name, "会议纪要\n一、审议", (), ())


def test_page_becomes_its_main_text(tmp_path: Path) -> None:
    page = "<html><body><nav>首页</nav><h1>会议纪要</h1><p>一、审议《办法》</p></body></html>"
    assert read_file(write(tmp_path, "a.htm", page.encode()), max_bytes=LIMIT).text == "会议纪要\n一、审议《办法》"


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.exe", b"x", UnsupportedFormat, r"暂不支持 \.exe"),
        ("none", b"x", UnsupportedFormat, "无扩展名"),
        ("a.txt", b"", EmptyFile, "没有文字"),
        ("a.html", b"<html><body></body></html>", EmptyFile, "没有文字"),
        ("a.txt", b"%PDF-1.4", UnreadableFile, "扩展名是否与内容相符"),
        ("a.txt", b"x" * (LIMIT + 1), FileTooLarge, "超过上限"),
    ],
    ids=["program", "no suffix", "empty", "empty page", "not text", "too large"],
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
    assert {".txt", ".md", ".html", ".htm"} <= READABLE
