"""The texts for training the built-in encoder: reading them, holding a part out, choosing the vocabulary.

Expects a folder with `laws.txt.xz` and `reports.txt.xz` (documents separated by a form feed), `news.txt.xz` (one item
a line) and the question sets `cmrc2018_dev.json.xz`, `DRCD_dev.json.xz`, `DRCD_test.json.xz`. None of them is part of
the product; `models/builtin/README.md` names where they come from.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from pipeline.retrieval.static import units

HELD_OUT_ONE_IN = 4
"""One title in four of the question sets is never trained on; the checksum of the title decides."""

SENTENCE_END = re.compile(r"(?<=[。！？；!?;])|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a question set, with its questions."""

    set_name: str
    text: str
    questions: tuple[str, ...]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A document as its title (empty where it has none) and its sentences."""

    title: str
    sentences: tuple[str, ...]


def read_xz(path: Path) -> str:
    """Return the text of an xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read()


def read_questions(folder: Path) -> list[Passage]:
    """Return the passages of CMRC 2018 and DRCD in simplified characters, held-out ones marked."""
    passages = []
    for file in ("cmrc2018_dev", "DRCD_dev", "DRCD_test"):
        for number, entry in enumerate(json.loads(read_xz(folder / f"{file}.json.xz"))["data"]):
            title = entry.get("title") or f"{file}{number}"
            for paragraph in entry["paragraphs"]:
                questions = tuple(simplified(question["question"]) for question in paragraph["qas"])
                held_out = crc32(title.encode()) % HELD_OUT_ONE_IN == 0
                passages.append(Passage(file.split("_")[0], simplified(paragraph["context"]), questions, held_out))
    return passages


def read_articles(folder: Path) -> list[Article]:
    """Return laws, reports and news as titled lists of sentences; a law is cut into parts of a chapter's length."""
    articles = []
    for document in read_xz(folder / "laws.txt.xz").split("\f"):
        title, _, body = document.strip().partition("\n")
        body = body.partition("<!-- INFO END -->")[2] or body
        articles += in_parts(title.lstrip("# "), sentences_of(body))
    for document in read_xz(folder / "reports.txt.xz").split("\f"):
        articles += in_parts("", sentences_of(document))
    for line in read_xz(folder / "news.txt.xz").splitlines():
        head, _, body = line.partition("。")
        title = head.removeprefix("原标题：")[:40] if head.startswith("原标题：") else ""
        articles.append(Article(title, sentences_of(f"{head}。{body}")))
    return [article for article in articles if len(article.sentences) >= 3]


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without headings of one or two characters."""
    return tuple(part.strip() for part in SENTENCE_END.split(text) if part and len(part.strip()) > 2)


def in_parts(title: str, sentences: tuple[str, ...], *, size: int = 40) -> list[Article]:
    """Cut a long document into parts of `size` sentences, each under the document's title."""
    return [Article(title, sentences[start : start + size]) for start in range(0, len(sentences), size)]


@cache
def _folds() -> dict[int, str]:
    from opencc import OpenCC

    converter = OpenCC("t2s")
    pairs = ((code, converter.convert(chr(code))) for code in range(0x3400, 0xA000))
    return {code: new for code, new in pairs if chr(code) != new and len(new) == 1}


def fold_table() -> dict[str, str]:
    """Return each traditional character with its simplified form, from OpenCC's character table (Apache-2.0)."""
    return {chr(code): new for code, new in _folds().items()}


def simplified(text: str) -> str:
    """Return a text in simplified characters, character by character, as the encoder folds it."""
    return text.translate(_folds())


def choose_vocabulary(texts: list[str], *, size: int) -> list[str]:
    """Return the tokens worth a row of their own, the most frequent first.

    These are single units, and words of two to four characters that stand in jieba's dictionary: runs that are no words
    (the end of one and the start of the next) only add noise to a sum of vectors.
    """
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    dictionary = jieba.dt.FREQ
    counts: Counter[str] = Counter()
    for text in texts:
        for run in units(simplified(text)):
            counts.update(run)
            for length in (2, 3, 4):
                runs = ("".join(run[start : start + length]) for start in range(len(run) - length + 1))
                counts.update(word for word in runs if dictionary.get(word))
    return [token for token, count in counts.most_common() if len(token) <= 4 and count >= 3][:size]
