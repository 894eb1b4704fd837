"""Measures finding: the first hit and all evidence within five, alone and among 3,000 documents in the way; times.

python benchmarks/bench_finding.py [--questions eval/data/gold.jsonl] [--documents data/minutes ...] [--count 3000]
    [--keep FOLDER]

A question whose meeting is named (number, date, year) can be told from its near twins. One that names none may fit the
twins as well: who reported on a plan is the same in each. So it is counted twice, strictly (the original alone counts)
and with its like (a hit counts that has the same wording, or is the item of the same title, in another document).
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.distractors import write  # noqa: E402
from pipeline.assistant import Assistant  # noqa: E402
from pipeline.config import load_settings  # noqa: E402
from pipeline.minutes import Document  # noqa: E402
from pipeline.retrieval.mentions import find_mentions  # noqa: E402
from pipeline.retrieval.search import Hit  # noqa: E402
from pipeline.retrieval.tokens import fold  # noqa: E402

AT = 5
MOST_ITEMS = 5  # questions that need more items are left out of "all in five"
SLICES = ("all", "meeting named", "not named", "not named, like")

Place = tuple[str, int, int]


def places(question: Mapping[str, Any], documents: Mapping[str, Document]) -> list[Place]:
    """Return where the evidence of a question stands; of a repeated wording the place in its item."""
    found = []
    for piece in question["evidence"]:
        document = documents[piece["document"]]
        starts = [match.start() for match in re.finditer(re.escape(piece["quote"]), document.text)]
        inside = [start for start in starts if (item := document.item_at(start)) and item.label == piece["item"]]
        if starts:
            start = (inside or starts)[0]
            found.append((piece["document"], start, start + len(piece["quote"])))
    return found


def overlaps(hit: Hit, place: Place) -> bool:
    """Tell whether a hit holds a part of a piece of evidence."""
    file, start, end = place
    return hit.file == file and hit.start < end and start < hit.end


def alike(hit: Hit, place: Place, documents: Mapping[str, Document]) -> bool:
    """Tell whether a hit serves as well as a piece of evidence where no meeting is named: its words, or its title."""
    file, start, end = place
    item = documents[file].item_at(start)
    return documents[file].text[start:end] in hit.text or bool(item and item.title and hit.item_title == item.title)


def measure(assistant: Assistant, questions: Sequence[Mapping[str, Any]], label: str) -> None:
    """Print the shares and the times over all questions that have evidence."""
    documents = {}
    for file in {piece["document"] for question in questions for piece in question["evidence"]}:
        documents[file] = assistant.show(file)[1]
    first: dict[str, list[bool]] = {name: [] for name in SLICES}
    every: dict[str, list[bool]] = {name: [] for name in SLICES}
    taken = []
    for question in questions:
        evidence = places(question, documents)
        if question["refused"] or not evidence:
            continue
        asked = " ".join([*question.get("history", [])[-1:], question["question"]])
        begun = time.perf_counter()
        hits = assistant.search(asked, k=AT)
        taken.append(time.perf_counter() - begun)
        named = find_mentions(fold(asked)).any
        few = len({(piece["document"], piece["item"]) for piece in question["evidence"]}) <= MOST_ITEMS
        for name in SLICES[:2] if named else (SLICES[0], *SLICES[2:]):
            like = name == SLICES[3]

            def serves(hit: Hit, place: Place, like: bool = like) -> bool:
                return overlaps(hit, place) or (like and alike(hit, place, documents))

            first[name].append(bool(hits) and any(serves(hits[0], place) for place in evidence))
            if few:
                every[name].append(all(any(serves(hit, place) for hit in hits) for place in evidence))
    for name in SLICES:
        print(f"{label:18} {name:16} first {_share(first[name])}   all in {AT} {_share(every[name])}")
    cuts = statistics.quantiles(taken, n=20)
    print(f"{label:18} search p50 {1000 * cuts[9]:.0f} ms, p95 {1000 * cuts[18]:.0f} ms (n={len(taken)})")


def _share(values: Sequence[bool]) -> str:
    return f"{100 * sum(values) / len(values):5.1f} % (n={len(values)})" if values else "  –"


def main() -> None:
    """Measure alone, then with the distractors in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=ROOT / "eval" / "data" / "gold.jsonl")
    parser.add_argument("--documents", type=Path, nargs="+", default=[ROOT / "data" / "minutes"])
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep both libraries here, and use them where they are here already")
    arguments = parser.parse_args()
    lines = arguments.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        kept = arguments.keep or Path(folder)
        alone, among = (Assistant(load_settings(home=kept / name)) for name in ("alone", "among"))
        alone.ingest(arguments.documents)
        measure(alone, questions, "alone")
        if not among.entries():
            others = kept / "others"
            write(others, count=arguments.count, seed=arguments.seed, of=arguments.documents)
            begun = time.perf_counter()
            among.ingest([*arguments.documents, others])
            rate = arguments.count / (time.perf_counter() - begun)
            print(f"ingest {rate:.1f} documents a second (n={arguments.count})")
        measure(among, questions, f"with {arguments.count} others")


if __name__ == "__main__":
    main()
