"""Builds the list of parts of speech: which words of the lexicon are nouns, verbs, adjectives or function words.

python benchmarks/build_speech.py --lexicon models/lexicon.txt --out models/speech.txt
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

# The first letter of a tag in jieba's word list → ours; names of people and numbers are left out
KINDS = {**dict.fromkeys("cdpruyeof", "f"), "v": "v", **dict.fromkeys("az", "a"), **dict.fromkeys("nsjb", "n")}
LEFT_OUT = ("nr", "m")
LONGEST_WORD = 4
HEADER = "# 官方文书常用词的词性：虚词 f、动词 v、形容词 a、名词 n，一行一类；取自 jieba 的词表（MIT）。"


def tagged(lexicon: Path) -> dict[str, list[str]]:
    """Return the words of the lexicon by kind, each in the lexicon's order."""
    found = importlib.util.find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    tags: dict[str, str] = {}
    for line in Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split(" ")
        tags[word] = tag
    kinds: dict[str, list[str]] = {}
    for line in lexicon.read_text(encoding="utf-8").splitlines()[1:]:
        word = line.split(" ")[0]
        tag = tags.get(word, "")
        if 1 < len(word) <= LONGEST_WORD and tag and not tag.startswith(LEFT_OUT) and tag[0] in KINDS:
            kinds.setdefault(KINDS[tag[0]], []).append(word)
    return kinds


def main() -> None:
    """Write the list: a header, then one line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lexicon", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    kinds = tagged(arguments.lexicon)
    lines = [HEADER, *(f"{kind} {' '.join(words)}" for kind, words in sorted(kinds.items()))]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(", ".join(f"{kind} {len(words)}" for kind, words in sorted(kinds.items())))


if __name__ == "__main__":
    main()
