"""Measures an encoder: python benchmarks/measure_encoder.py [--texts FOLDER] [--gold] [--encoder builtin]

Every question of CMRC 2018 and DRCD whose article was held out of training looks for its passage among all passages of
its set: by vectors alone, by BM25 on character pairs alone, and by both, fused by reciprocal rank at several weights.
With `--gold` the gold questions look for a chunk of the sample documents that holds a piece of their evidence.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.encoder_texts import read_questions
from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.retrieval.chunk import chunk
from pipeline.retrieval.encode import Encoder, load_encoder
from pipeline.retrieval.static import units

Scores = npt.NDArray[np.float32]

WEIGHTS = (0.2, 0.3, 0.4, 0.6, 1.0)
"""Weights of the vectors beside BM25, whose weight is 1."""
RANK_CONSTANT = 60


def character_pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring units of a text.

    >>> character_pairs("第50次会议")
    ['第50', '50次', '次会', '会议']
    """
    return ["".join(run[start : start + 2]) for run in units(text) for start in range(max(1, len(run) - 1))]


class Bm25:
    """BM25 on character pairs, with k1 1.2 and b 0.75."""

    def __init__(self, texts: Sequence[str]) -> None:
        bags = [Counter(character_pairs(text)) for text in texts]
        lengths = np.asarray([sum(bag.values()) for bag in bags], dtype=np.float32)
        self._norms = 1.2 * (0.25 + 0.75 * lengths / lengths.mean())
        self._postings: dict[str, tuple[list[int], list[int]]] = {}
        for number, bag in enumerate(bags):
            for pair, count in bag.items():
                numbers, counts = self._postings.setdefault(pair, ([], []))
                numbers.append(number)
                counts.append(count)

    def scores(self, query: str) -> Scores:
        """Return the score of every text."""
        found = np.zeros(len(self._norms), dtype=np.float32)
        for pair in character_pairs(query):
            if pair in self._postings:
                numbers, counts = self._postings[pair]
                rarity = math.log(1 + (len(found) - len(numbers) + 0.5) / (len(numbers) + 0.5))
                tf = np.asarray(counts, dtype=np.float32)
                found[numbers] += rarity * tf * 2.2 / (tf + self._norms[numbers])
        return found


def ranks(scores: Scores) -> npt.NDArray[np.int64]:
    """Return the rank of every text, 1 for the best; of equal scores the earlier text is better."""
    order = np.argsort(-scores, kind="stable")
    placed = np.empty(len(order), dtype=np.int64)
    placed[order] = np.arange(1, len(order) + 1)
    return placed


def measure(texts: Sequence[str], questions: Sequence[tuple[str, set[int]]], *, encoder: Encoder) -> None:
    """Print, as a Markdown table, how high the best right text of each question stands in each way of searching."""
    matrix = np.asarray(encoder.embed_documents(list(texts)), dtype=np.float32)
    keywords = Bm25(texts)
    found: dict[str, list[int]] = {}
    for question, right in questions:
        by_vector = ranks(matrix @ np.asarray(encoder.embed_query(question), dtype=np.float32))
        by_keyword = ranks(keywords.scores(question))
        ways = {"vectors": by_vector, "BM25": by_keyword}
        for weight in WEIGHTS:
            fused = 1 / (RANK_CONSTANT + by_keyword) + weight / (RANK_CONSTANT + by_vector)
            ways[f"BM25 + {weight} × vectors"] = ranks(fused.astype(np.float32))
        for way, placed in ways.items():
            found.setdefault(way, []).append(min(int(placed[number]) for number in right))
    print("| way of searching | hit@1 | hit@3 | hit@10 | MRR |\n|---|---|---|---|---|")
    for way, best in found.items():
        hits = (f"{100 * np.mean([rank <= limit for rank in best]):.1f}" for limit in (1, 3, 10))
        print(f"| {way} | {' | '.join(hits)} | {np.mean([1 / rank for rank in best]):.3f} |")


def measure_questions(folder: Path, *, encoder: Encoder) -> None:
    """Measure on the held-out questions of CMRC 2018 and DRCD."""
    passages = read_questions(folder)
    for name in dict.fromkeys(passage.set_name for passage in passages):
        pool = [passage for passage in passages if passage.set_name == name]
        asked = [(text, {right}) for right, entry in enumerate(pool) if entry.held_out for text in entry.questions]
        print(f"\n**{name}**: n = {len(asked)} held-out questions over {len(pool)} passages\n")
        measure([passage.text for passage in pool], asked, encoder=encoder)


def measure_gold(*, encoder: Encoder) -> None:
    """Measure on the gold questions over the sample documents; right is a chunk with a piece of evidence."""
    chunks = [
        (path.name, part.context + "\n" + part.text)
        for path in sorted((ROOT / "data" / "minutes").glob("*.txt"))
        for part in chunk(parse(read_file(path, max_bytes=10_000_000)), document_id=path.stem)
    ]
    asked = []
    for line in (ROOT / "eval" / "data" / "gold.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        proofs = [(proof["document"], proof["quote"]) for proof in entry["evidence"]]
        right = {
            n for n, (file, text) in enumerate(chunks) if any(file == at and quote in text for at, quote in proofs)
        }
        asked += [(entry["question"], right)] if right else []
    print(f"\n**gold**: n = {len(asked)} questions over {len(chunks)} chunks\n")
    measure([text for _, text in chunks], asked, encoder=encoder)


def main() -> None:
    """Load the encoder and print one Markdown table for each set of questions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="the folder with the question sets")
    parser.add_argument("--gold", action="store_true", help="measure on the gold questions over the sample documents")
    parser.add_argument("--encoder", default="builtin")
    chosen = parser.parse_args()
    if not chosen.texts and not chosen.gold:
        parser.error("give --texts FOLDER, --gold, or both")
    started = time.perf_counter()
    encoder = load_encoder(chosen.encoder)
    print(f"{encoder.name}, {encoder.dimension} dimensions, loaded in {time.perf_counter() - started:.3f} s")
    if chosen.texts:
        measure_questions(chosen.texts, encoder=encoder)
    if chosen.gold:
        measure_gold(encoder=encoder)


if __name__ == "__main__":
    main()
