"""Builds the table of syllables from pypinyin's readings: python benchmarks/build_pinyin.py --out models/pinyin.txt

pypinyin (MIT) is needed for this only; the product reads the table.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

FIRST, LAST = 0x4E00, 0x9FA5
HEADING = "# 音节（不带声调）与读这个音的字；由 pypinyin（MIT）的字音表导出，见 benchmarks/build_pinyin.py"


def characters(lexicon: Path) -> list[str]:
    """Return the characters of GB 2312 and those of the lexicon beyond it."""
    simple = [character for character in map(chr, range(FIRST, LAST + 1)) if _in_standard(character)]
    used = {character for line in lexicon.read_text(encoding="utf-8").splitlines()[1:] for character in line}
    return simple + sorted(character for character in used - set(simple) if FIRST <= ord(character) <= LAST)


def _in_standard(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write one syllable a line with the characters that are read so."""
    from pypinyin import Style, pinyin  # type: ignore[import-not-found]

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lexicon", type=Path, default=Path("models/lexicon.txt"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    read_so: dict[str, str] = defaultdict(str)
    for character in characters(arguments.lexicon):
        readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        for syllable in dict.fromkeys(reading.replace("ü", "v") for reading in readings):
            if syllable.isascii() and syllable.isalpha():
                read_so[syllable] += character
    lines = [HEADING, *(f"{syllable} {read_so[syllable]}" for syllable in sorted(read_so))]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
