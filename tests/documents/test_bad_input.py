"""Bad files: each is refused in one clear line, or read with a notice, in time and memory that are bounded.

The bound on time is `SECONDS` for every million characters, and as many for a shorter file; a usual machine takes a
tenth. The bound on memory holds in a process of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import Source, read_file
from pipeline.errors import DocumentError, EmptyFile, FileTooLarge, UnreadableFile
from pipeline.minutes import Document
from tests.documents.checks import check
from tests.documents.office import portable, word

SECONDS = 60.0
MEGABYTES = 1500
LIMIT = 50_000_000
MILLION = 1_000_000
LEAD = "某市人民政府第4次常务会议纪要\n2020年3月7日，市长张三主持召开第4次常务会议，纪要如下：\n"
POINT = "会议原则同意该方案，由市财政局牵头，6月底前完成。"
RECORD = f"{LEAD}一、审议《办法》\n会议原则通过。\n{POINT}\n"


def read(folder: Path, data: bytes, *, name: str = "会议纪要.txt", limit: int = LIMIT) -> tuple[Source, Document]:
    """Read and parse a file within its time."""
    path = folder / name
    path.write_bytes(data)
    begun = time.process_time()
    source = read_file(path, max_bytes=limit)
    document = parse(source)
    assert time.process_time() - begun < SECONDS * max(1.0, len(source.text) / MILLION)
    return source, document


SHARE = None if os.environ.get("JIYAO_FULL") else 120_000
"""How much of each large text is read: about a tenth, all of it where JIYAO_FULL is set."""
LARGE = {
    "100,000 lines": lambda: LEAD + "会议同意该方案，由市财政局负责。\n" * 100_000,
    "100,000 lines of nothing known": lambda: LEAD + "".join(f"第{n}行的内容。\n" for n in range(100_000)),
    "100,000 numbered lines": lambda: LEAD + "".join(f"{n}. 会议同意。\n" for n in range(100_000)),
    "a million characters in a line": lambda: LEAD + POINT * (MILLION // len(POINT)),
    "a million characters in the lead": lambda: LEAD[:40] + "的" * MILLION,
    "50,000 labels": lambda: LEAD + "".join(f"{'一二三四五六七八九十'[n % 10]}、审议办法\n" for n in range(50_000)),
    "50,000 numbers": lambda: LEAD + "".join(f"{n}、做好第{n}项工作。\n" for n in range(1, 50_000)),
    "30,000 problems": lambda: "某局关于巡视整改情况的通报\n" + "一、甲\n（一）乙\n1.丙\n" * 10_000,
    "10,000 brackets in brackets": lambda: LEAD + "一、审议" + "（" * 10_000 + "甲" + "）" * 10_000,
    "brackets left open": lambda: LEAD + "一、审议《（“〔【" * 10_000,
    "a megabyte of digits": lambda: LEAD + "1" * MILLION,
    "a megabyte of 一": lambda: LEAD + "一" * MILLION,
    "a megabyte of 、": lambda: LEAD + "、" * (MILLION // 3),
    "a megabyte of commas": lambda: LEAD + "一、审议办法\n会议同意" + "，" * MILLION,
    "a megabyte of blanks": lambda: LEAD + "出席：张三" + " " * MILLION + "李四",
    "a megabyte of line ends": lambda: LEAD + "\n" * MILLION + "一、审议办法",
    "a megabyte of tabs": lambda: LEAD + "甲\t" * (MILLION // 2),
    "300,000 names": lambda: LEAD + "出席：" + "张三、" * 300_000,
    "20,000 pages": lambda: LEAD + "一、审议办法\n会议同意。\n- 1 -\n\x0c" * 20_000,
    "20,000 rows": lambda: LEAD + "序号\t议题名称\t会议纪要\n" + "1\t甲\t会议同意。\n" * 20_000,
    "readings of characters": lambda: LEAD + "宏（hóng）" * 50_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_large_texts_are_read_in_time(tmp_path: Path, name: str) -> None:
    source, document = read(tmp_path, LARGE[name]()[:SHARE].encode())
    assert len(source.text) > 20_000
    check(document)


@pytest.mark.parametrize("text", ["一、审议办法\n会议同意。\n", POINT, "出席：张三、", "1. 甲\n- 1 -\n"], ids=repr)
def test_time_grows_with_length(text: str) -> None:
    def seconds(characters: int) -> float:
        source = Source("a.txt", LEAD + text * (characters // len(text)))
        begun = time.process_time()
        parse(source)
        return time.process_time() - begun

    seconds(5000)
    # Four times the length: were it squared, 16 times. What came in between once does not come three times.
    assert any(seconds(60_000) < 12 * max(0.02, seconds(15_000)) for _ in range(3))


EMPTY = {
    "nothing": b"",
    "blanks": " \t\r\n　".encode(),
    "a mark alone": b"\xef\xbb\xbf",
    "blanks of no width": "\u200b\ufeff\n".encode(),
    "blanks in a wide encoding": b"\xff\xfe" + " \n".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", EMPTY)
def test_empty_files_are_called_empty(tmp_path: Path, name: str) -> None:
    with pytest.raises(EmptyFile, match=r"没有文字：会议纪要\.txt"):
        read(tmp_path, EMPTY[name])


WORD = word(lambda document: document.add_paragraph(RECORD))
PORTABLE = portable(RECORD.split("\n"))
REFUSED = {
    "pdf called text": (PORTABLE, ".txt", "而是PDF 文件"),
    "zip called text": (WORD, ".txt", "而是压缩包或新版 Office 文件"),
    "picture called text": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, ".txt", "而是图片"),
    "picture called page": (b"\xff\xd8\xff\xe0" + b"\x00" * 99, ".html", "而是图片"),
    "text called pdf": (RECORD.encode(), ".pdf", "内容不是 PDF"),
    "text called word": (RECORD.encode(), ".docx", "内容不是 .docx"),
    "old word called new": (b"\xd0\xcf\x11\xe0" + b"\x00" * 99, ".docx", "旧版 Word"),
    "word cut off": (WORD[:-2000], ".docx", "可能被截断"),
    "word of a few bytes": (b"PK\x03\x04 cut short", ".docx", "可能被截断"),
    "pdf cut off": (PORTABLE[:700], ".pdf", "可能被截断"),
    "pdf of a few bytes": (b"%PDF-1.4\n1 0 obj\n<<", ".pdf", "可能被截断"),
    "noise": (bytes(range(256)) * 40, ".txt", "编码无法识别"),
    "zeros": (b"\x00" * 5000, ".txt", "编码无法识别"),
    "control characters": ("会\x01议\x02".encode() * 500, ".txt", "编码无法识别"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_files_that_are_something_else_are_refused(tmp_path: Path, name: str) -> None:
    data, suffix, message = REFUSED[name]
    with pytest.raises(UnreadableFile, match=rf"a\{suffix}：.*{message}"):
        read(tmp_path, data, name=f"a{suffix}")


NOTICED = {
    "cut within a character": (RECORD.rstrip().encode()[:-1], "truncated"),
    "a line in another encoding": (RECORD.encode() * 3 + "会议决定暂缓。\n".encode("gb18030"), "mixed_encodings"),
    "a broken byte": (RECORD.encode() + b"\xff" + RECORD.encode(), "undecodable"),
    "a zero": ((RECORD + "\x00" + RECORD).encode(), "control_characters"),
    "colours of a terminal": ((RECORD + "\x1b[31m字\x7f").encode(), "control_characters"),
    "half a pair": (RECORD.encode("utf-16-le") + b"\x00\xd8" + RECORD.encode("utf-16-le"), "undecodable"),
    "no width": (RECORD.replace("会", "会\u200b").encode(), "invisible_characters"),
    "turned about": (RECORD.replace("会", "\u202e会\u202c").encode(), "invisible_characters"),
}


@pytest.mark.parametrize("name", NOTICED)
def test_damage_is_said_and_the_rest_read(tmp_path: Path, name: str) -> None:
    data, code = NOTICED[name]
    source, document = read(tmp_path, data)
    assert code in [notice.code for notice in document.notices]
    assert "审议《办法》" in source.text.replace("\u200b", "")
    check(document)


@contextmanager
def little_memory() -> Iterator[None]:
    """Fail where more than a few megabytes were taken: what is refused by its size is not read first."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 5 * MILLION
    finally:
        tracemalloc.stop()


def test_200_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with little_memory(), pytest.raises(FileTooLarge, match=r"有 200\.0 MB，超过上限 50 MB"):
        read_file(path, max_bytes=LIMIT)


def test_a_word_file_that_unpacks_to_too_much_is_refused_before_it_does(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 100_000_000)
    with little_memory(), pytest.raises(UnreadableFile, match="解压后超过 60 MB"):
        read_file(path, max_bytes=LIMIT)


SCRIPT = """
import sys
from pathlib import Path
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.errors import DocumentError
try:
    print(len(parse(read_file(Path(sys.argv[1]), max_bytes=10**9)).text))
except DocumentError as error:
    print(error)
"""


def in_a_process(path: Path, *, megabytes: int) -> str:
    """Read a file in a process that may take so much memory, and return what it says."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MILLION,) * 2)

    command = [sys.executable, "-c", SCRIPT, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, preexec_fn=bound, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a million characters in a line", "20,000 rows"])
def test_memory_is_bounded(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LARGE[name](), encoding="utf-8")
    assert int(in_a_process(path, megabytes=MEGABYTES)) > 20_000


@pytest.mark.slow
def test_200_megabytes_are_refused_even_where_the_limit_allows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RECORD * (200 * MILLION // len(RECORD.encode())), encoding="utf-8")
    assert "万字" in in_a_process(path, megabytes=MEGABYTES)


def test_errors_are_one_family(tmp_path: Path) -> None:
    for data, suffix, _ in REFUSED.values():
        with pytest.raises(DocumentError, match=r"无法读取 a\.\w+"):
            read(tmp_path, data, name=f"a{suffix}")
