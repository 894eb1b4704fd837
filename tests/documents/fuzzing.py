"""Bad documents by the thousand: real and invented ones mutated, and what must hold of the reading of each."""

from __future__ import annotations

import json
import random
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.errors import DocumentError
from tests.documents import pages
from tests.documents.checks import check
from tests.documents.invented import TEXTS
from tests.documents.office import add_list, add_number, listed, portable, rewritten, word

MOST_BYTES = 2_000_000
LEAST = 30
LONGEST = 40_000
"""Characters of the longest text that is made."""
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5")
_WORDS = """
一、|二、|十二、|（一）|（二）|1.|2．|3、|①|议题一：|第一项|【议题二】|会议听取了|会议原则同意|会议审议通过了
会议认为，|会议要求：|会议指出，|《办法》|《|》|关于|的汇报|的报告|。|，|；|：|、| |  |　|由市财政局牵头
市水务局配合|会同|负责|各区镇|有关部门|等部门|请徐敏中副市长牵头|6月底前|年底前|2020年3月7日|3日下午
二〇二〇年三月七日|出席：|列席：|请假：|缺席：|记录：|主持人：|时间：|地点：|张三|李四|王  五|市水利局徐彬
副局长赵六|会议纪要|常务会议|第4次|主持召开|会议还审议了|会议还研究了其他事项|｜|---|- 1 -|第 2 页|1|12
原文链接：|版权所有|上一篇：|当前位置：|（|）|(|)|“|”|〔|〕|【|】|同意3票|反对1票|弃权0票|，不同意7票|整改
关于“甲”问题的整改|（1）|责任单位：|整改措施：|整改情况：|第一条|第一章|附件：|抄送：|印发|某政纪〔2020〕3号
汇报人：|（汇报人：王五）|（hóng）|**|# |__|> |-|·|—|……|I.|II、|A|Ⅰ|㈠|100万元|12.5%|某市人民政府|市长
县委书记|应到10名，实到9名|回避表决|会议共有九项议题:|一是|二是|现纪要如下：|特此决议|１|十|百|<p>|</table>
<tr><td>|&amp;|&#0;|<!--|序号\t议题名称\t会议纪要\t责任人
"""
WORDS = _WORDS.strip("\n").replace("\n", "|").split("|")
SIGNS = [
    "\n",
    "\n\n",
    "\t",
    "|",
    "\x00",
    "\x0c",
    "\r",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\ud7ff",
    "\ue000",
    "😀",
]


class TookTooLong(AssertionError):
    """A document on which the reading did not end in time."""


@dataclass(frozen=True, slots=True)
class Case:
    """One bad document: the seed that makes it again, its name, its bytes."""

    seed: int
    name: str
    data: bytes

    @property
    def seconds(self) -> float:
        """How long a processor may take: 2 seconds, and 10 for every 100 kB; a slow one takes a tenth of this."""
        return 2 + len(self.data) / 10_000


def make(seed: int) -> Case:
    """Make the bad document of a number; the same number gives the same document."""
    draw = random.Random(seed)
    makers: Sequence[tuple[int, Callable[[random.Random], tuple[str, bytes]]]] = (
        (6, _plain),
        (2, _page),
        (2, _word_file),
        (2, _pdf),
        (1, _misnamed),
    )
    maker = draw.choices([maker for _, maker in makers], [weight for weight, _ in makers])[0]
    suffix, data = maker(draw)
    return Case(seed, f"会议纪要{seed}{suffix}", data)


def examine(case: Case, folder: Path) -> str:
    """Read and parse a document, and hold it against the rules; return how it ended, in a word.

    Raises:
        AssertionError: a rule of the tree is broken, or the reading took too long.
        Exception: whatever else the reading let through.
    """
    path = folder / case.name
    path.write_bytes(case.data)
    begun = time.process_time()
    try:
        with _at_most(case.seconds):
            source = read_file(path, max_bytes=MOST_BYTES)
            document = parse(source)
    except DocumentError as error:
        assert str(error), "an error without a word"
        return type(error).__name__
    finally:
        path.unlink()
    assert time.process_time() - begun <= case.seconds
    assert source.text.strip()
    assert list(source.pages) == sorted(source.pages)
    assert all(0 <= start <= len(source.text) for start in source.pages)
    check(document)
    json.dumps(document.to_json(), ensure_ascii=False).encode("utf-8")
    return document.kind


def trial(first: int, *, seconds: float, folder: Path) -> Iterator[tuple[Case, str | BaseException]]:
    """Examine documents for a time, `LEAST` at least, and yield each with how it ended or with what went wrong."""
    end, seed = time.monotonic() + seconds, first
    while time.monotonic() < end or seed < first + LEAST:
        case = make(seed)
        try:
            yield case, examine(case, folder)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
            yield case, error
        seed += 1


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Break off what takes longer, also within a regular expression."""

    def stop(*_: object) -> None:
        raise TookTooLong(f"not done after {seconds:.1f} s")

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


@lru_cache
def _texts() -> tuple[str, ...]:
    samples = sorted((ROOT / "data" / "minutes").glob("*.txt"))
    cases = sorted((ROOT / "eval" / "data" / "parsing").glob("*/docs/*.txt"))
    read = [path.read_bytes() for path in (*samples, *cases)]
    return (*(data.decode("utf-8", "ignore") for data in read if b"\x00" not in data), *TEXTS.values())


def _text(draw: random.Random) -> str:
    """Return a real or invented text, mutated some times, or a heap of words."""
    if draw.random() < 0.25:
        text = _heap(draw)
    else:
        text = draw.choice(_texts())
        lines = text.split("\n")
        start = draw.randrange(len(lines))
        text = "\n".join(lines[start : start + draw.randint(1, 80)]) if draw.random() < 0.6 else text
    for _ in range(draw.randint(0, 4)):
        text = draw.choice(_CHANGES)(draw, text[:LONGEST])
    return text[:LONGEST]


def _heap(draw: random.Random) -> str:
    words = draw.sample([*WORDS, *SIGNS], draw.randint(1, 12))
    length = draw.choice([20, 200, 2000, LONGEST])
    how = draw.randrange(3)
    if how == 0:
        return "".join(words) * (length // sum(map(len, words)) + 1)
    count = max(1, length // 4)
    if how == 1:
        return "".join(draw.choices(words, k=count))
    return "\n".join("".join(draw.choices(words, k=draw.randint(1, 8))) for _ in range(count // 4 + 1))


def _insert(draw: random.Random, text: str) -> str:
    word = draw.choice([*WORDS, *SIGNS]) * draw.choice([1, 1, 1, 3, 100, 5000])
    place = draw.randint(0, len(text))
    return text[:place] + word + text[place:]


def _drop(draw: random.Random, text: str) -> str:
    start = draw.randint(0, len(text))
    return text[:start] + text[start + draw.choice([1, 1, 2, 20, 400]) :]


def _repeat(draw: random.Random, text: str) -> str:
    start = draw.randint(0, len(text))
    part = text[start : start + draw.choice([1, 3, 30, 300])]
    return text[:start] + part * draw.choice([2, 3, 50]) + text[start:]


def _shuffle(draw: random.Random, text: str) -> str:
    lines = text.split("\n")
    draw.shuffle(lines)
    return "\n".join(lines)


def _swap(draw: random.Random, text: str) -> str:
    sign = draw.choice("。，、：；（）《》\n 一1")
    return text.replace(sign, draw.choice([*SIGNS, *"。，：.()（）", ""]))


def _wrap(draw: random.Random, text: str) -> str:
    width = draw.randint(1, 45)
    indent = draw.choice(["", "　　", "    "])
    return "\n".join(
        (indent if not place else "") + line[place : place + width]
        for line in text.split("\n")
        for place in range(0, max(1, len(line)), width)
    )


def _paginate(draw: random.Random, text: str) -> str:
    lines = text.split("\n")
    for place in range(len(lines), 0, -draw.randint(5, 40)):
        lines.insert(place, draw.choice(["- 1 -", "2", "第 3 页 共 9 页", "\x0c", "某市人民政府文件\n\x0c"]))
    return "\n".join(lines)


_CHANGES = (_insert, _insert, _drop, _repeat, _shuffle, _swap, _wrap, _paginate)


def _plain(draw: random.Random) -> tuple[str, bytes]:
    data = _text(draw).encode(draw.choice(ENCODINGS), "replace")
    return draw.choice([".txt", ".txt", ".md"]), _damaged(draw, data, rate=0.3)


def _page(draw: random.Random) -> tuple[str, bytes]:
    if draw.random() < 0.5:
        markup = draw.choice([pages.TRS, pages.NESTED_TABLES, pages.SOUP, pages.WITH_TABLE, pages.ACCOUNT])
    else:
        tags = ("p", "div", "td", "li", "span", "b", "pre")
        lines = _text(draw).split("\n")[:400]
        markup = "".join(f"<{(tag := draw.choice(tags))}>{line}</{tag}>" for line in lines)
    for _ in range(draw.randint(0, 6)):
        tags = re.findall(r"<[^>]{1,40}>", markup) or ["<div>"]
        tag = draw.choice(tags)
        place = draw.randint(0, len(markup))
        how = draw.randrange(3)
        if how == 0:
            markup = markup[:place] + tag * draw.choice([1, 5, 3000]) + markup[place:]
        elif how == 1:
            markup = markup.replace(tag, "", draw.choice([1, 100]))
        else:
            markup = _insert(draw, markup)
    return ".html", _damaged(draw, markup.encode(draw.choice(ENCODINGS), "replace"), rate=0.3)


def _word_file(draw: random.Random) -> tuple[str, bytes]:
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", _text(draw))
    lines = text.split("\n")[:120]

    def build(document: object) -> None:
        add_list(document, 90, [("chineseCounting", "%1、"), ("decimal", "%2."), ("bullet", "\uf0b7")])
        add_number(document, 90, 90)
        for line in lines:
            if draw.random() < 0.3:
                listed(document, line, 90, draw.randrange(4))
            else:
                document.add_paragraph(line)
        if draw.random() < 0.5:
            table = document.add_table(draw.randint(1, 6), draw.randint(1, 5))
            for row in table.rows:
                for cell in row.cells:
                    cell.text = draw.choice(lines)[:200]

    data = word(build)
    if draw.random() < 0.6:
        data = _with_parts_changed(draw, data)
    return ".docx", _damaged(draw, data, rate=0.3)


def _with_parts_changed(draw: random.Random, data: bytes) -> bytes:
    """Change the XML within a package: drop, double or swap elements, change numbers, leave parts out."""

    def change(name: str, part: bytes) -> bytes | None:
        if name.endswith((".xml", ".rels")) and draw.random() < 0.4:
            for _ in range(draw.randint(1, 4)):
                part = draw.choice(_PART_CHANGES)(draw, part)
        return part if draw.random() < 0.98 else None

    return rewritten(data, change)


def _change_number(draw: random.Random, part: bytes) -> bytes:
    number = str(draw.choice([0, -1, 1, 2, 9, 10**9, 10**30])).encode()
    return re.sub(rb'(?<=val=")[^"]{1,12}(?=")', lambda match: number if draw.random() < 0.1 else match.group(), part)


def _change_element(draw: random.Random, part: bytes) -> bytes:
    elements = re.findall(rb"<w:\w+(?: [^<>]*)?/>|<w:(\w+)[^<>]*>[^<>]*</w:\1>", part)
    tags = [match.group() for match in re.finditer(rb"<w:[^<>]+>", part)][:2000]
    if not tags or not elements:
        return part
    tag = draw.choice(tags)
    return part.replace(tag, draw.choice([b"", tag * 2, draw.choice(tags), b"<w:del>", b"<w:vanish/>"]), 1)


def _rename_element(draw: random.Random, part: bytes) -> bytes:
    names = [b"w:p", b"w:r", b"w:t", b"w:tbl", b"w:tr", b"w:tc", b"w:sdt", b"w:ins", b"w:del", b"w:hyperlink", b"w:tab"]
    old, new = draw.sample(names, 2)
    return re.sub(rb"(?<=[</])" + old + rb"(?=[ />])", new, part)


_PART_CHANGES = (_change_number, _change_element, _rename_element)


def _pdf(draw: random.Random) -> tuple[str, bytes]:
    lines = [line[:400] for line in _text(draw).split("\n")[:60]]
    data = portable(
        [re.sub(r"[\x00-\x1f]", "", line) for line in lines],
        per_page=draw.randint(1, 30),
        head=draw.choice(["", "内部资料"]),
        pageCompression=draw.randrange(2),
    )
    return ".pdf", _damaged(draw, data, rate=0.7)


def _misnamed(draw: random.Random) -> tuple[str, bytes]:
    _, data = draw.choice([_plain, _page, _word_file, _pdf])(draw)
    return draw.choice([".txt", ".md", ".html", ".docx", ".pdf"]), data


def _damaged(draw: random.Random, data: bytes, *, rate: float) -> bytes:
    """Flip, drop, double and add bytes in so many of the cases."""
    while data and draw.random() < rate:
        place = draw.randrange(len(data))
        how, many = draw.randrange(6), draw.choice([1, 1, 2, 30, 1000])
        if how == 0:
            data = data[:place] + draw.randbytes(many) + data[place:]
        elif how == 1:
            data = data[:place] + draw.randbytes(min(many, 4)) + data[place + many :]
        elif how == 2:
            data = data[:place] + data[place + many :]
        elif how == 3:
            data = data[:place]
        elif how == 4:
            data = data[:place] + data[place : place + many] * 3 + data[place:]
        else:
            data = data[:place] + bytes(many) + data[place:]
    return data[: MOST_BYTES + 10]
