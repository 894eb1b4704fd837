"""Measures an encoder on held-out questions: python benchmarks/measure_encoder.py --texts FOLDER [--encoder builtin]

Every question of CMRC 2018 and DRCD whose article was held out of training looks for its passage among all passages of
its set: by vectors alone, by BM25 on character pairs alone, and by both, fused by reciprocal rank at several weights.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.encoder_texts import Passage, read_questions
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


def measure(passages: Sequence[Passage], *, encoder: Encoder) -> dict[str, list[int]]:
    """Return, for each way of searching, the rank of the right passage for every held-out question of a set."""
    texts = [passage.text for passage in passages]
    matrix = np.asarray(encoder.embed_documents(texts), dtype=np.float32)
    keywords = Bm25(texts)
    found: dict[str, list[int]] = {}
    for right, passage in enumerate(passages):
        for question in passage.questions if passage.held_out else ():
            by_vector = ranks(matrix @ np.asarray(encoder.embed_query(question), dtype=np.float32))
            by_keyword = ranks(keywords.scores(question))
            found.setdefault("vectors", []).append(int(by_vector[right]))
            found.setdefault("BM25", []).append(int(by_keyword[right]))
            for weight in WEIGHTS:
                fused = 1 / (RANK_CONSTANT + by_keyword) + weight / (RANK_CONSTANT + by_vector)
                found.setdefault(f"BM25 + {weight} × vectors", []).append(int(ranks(fused.astype(np.float32))[right]))
    return found


def main() -> None:
    """Print one Markdown table for each question set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="the folder with the question sets")
    parser.add_argument("--encoder", default="builtin")
    chosen = parser.parse_args()
    started = time.perf_counter()
    encoder = load_encoder(chosen.encoder)
    print(f"{encoder.name}, {encoder.dimension} dimensions, loaded in {time.perf_counter() - started:.3f} s")
    passages = read_questions(chosen.texts)
    for name in dict.fromkeys(passage.set_name for passage in passages):
        pool = [passage for passage in passages if passage.set_name == name]
        found = measure(pool, encoder=encoder)
        print(f"\n{name}: n = {len(found['BM25'])} held-out questions over {len(pool)} passages\n")
        print("| | hit@1 | hit@3 | hit@10 | MRR |\n|---|---|---|---|---|")
        for way, placed in found.items():
            hits = (f"{100 * np.mean([rank <= limit for rank in placed]):.1f}" for limit in (1, 3, 10))
            print(f"| {way} | {' | '.join(hits)} | {np.mean([1 / rank for rank in placed]):.3f} |")


if __name__ == "__main__":
    main()
