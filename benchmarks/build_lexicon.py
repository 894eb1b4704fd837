"""Builds the lexicon: the words of official Chinese with how many texts use each, from a folder of training texts.

python benchmarks/build_lexicon.py --texts FOLDER --out models/lexicon.txt
"""

from __future__ import annotations

import argparse
import logging
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FEWEST_TEXTS = 4
LONGEST_WORD = 6
PIECE = 400  # characters counted as one text
WORD = re.compile(rf"[\u4e00-\u9fff]{{2,{LONGEST_WORD}}}|[\u4e00-\u9fff]")
SOURCES = {"laws.txt.xz": 5, "reports.txt.xz": 1, "news.txt.xz": 2}
"""The files, and that every how many-th piece of each is read."""


def pieces(folder: Path) -> Iterator[str]:
    """Yield the training texts in pieces of about `PIECE` characters."""
    for name, every in SOURCES.items():
        with lzma.open(folder / name, "rt", encoding="utf-8") as stream:
            text = stream.read()
        for position in range(0, len(text), PIECE * every):
            yield text[position : position + PIECE]


def count(folder: Path) -> tuple[Counter[str], int]:
    """Return in how many pieces each word occurs, and how many pieces there are."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    found: Counter[str] = Counter()
    total = 0
    for piece in pieces(folder):
        total += 1
        found.update({word for word in jieba.lcut(piece) if WORD.fullmatch(word)})
    return found, total


def main() -> None:
    """Write the lexicon: first line the number of texts, then one `word count` a line, the commonest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    found, total = count(arguments.texts)
    kept = [(word, number) for word, number in found.most_common() if number >= FEWEST_TEXTS]
    lines = [str(total), *(f"{word} {number}" for word, number in kept)]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} words of {total} texts")


if __name__ == "__main__":
    main()
