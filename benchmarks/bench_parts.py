"""Measures what each part of the search is worth: the shares found with all parts, and with one left out.

python benchmarks/bench_parts.py [--set samples --set wordings]

Only questions are taken that may be looked at while the product is improved.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from eval.bench import Bench  # noqa: E402
from eval.locate import places  # noqa: E402
from eval.metrics import ranking  # noqa: E402
from eval.sets import GoldSet, load_sets  # noqa: E402
from eval.systems import SYSTEMS  # noqa: E402
from eval.validate import filters_of  # noqa: E402

PARTS = ("product", "windows", "no_context", "no_filters", "no_thesaurus", "dense", "keywords", "bm25", "stock")
"""The whole, then without item chunks, context line, filters, thesaurus, words, vectors; then two others."""
SETS = ("samples", "wordings", "bodies", "further")
DEPTH = 20


def measure(gold: GoldSet, systems: Sequence[str]) -> None:
    """Print a row for each system: first hit, a hit within five, all evidence within five."""
    asked = [one for one in gold.questions if one.split == "dev" and not one.refused and one.evidence]
    print(f"\n| {gold.name}（n={len(asked)}） | 第一条即依据 | 前五条有依据 | 前五条依据召回 |\n|---|---|---|---|")
    if not asked:
        return
    with Bench(gold, mode="extractive") as bench:
        for name in systems:
            system = bench.system(name)
            found = [
                ranking(system.search(one.query, k=DEPTH, filters=filters_of(one)), places(one, gold.texts))
                for one in asked
            ]
            shares = (sum(one[key] for one in found) / len(found) for key in ("hit@1", "hit@5", "recall@5"))
            print(f"| {SYSTEMS[name]} | " + " | ".join(f"{100 * share:.1f}%" for share in shares) + " |", flush=True)


def main() -> None:
    """Measure the sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", dest="sets", choices=SETS)
    parser.add_argument("--systems", nargs="+", default=list(PARTS))
    arguments = parser.parse_args()
    for gold in load_sets(names=arguments.sets or SETS):
        measure(gold, arguments.systems)


if __name__ == "__main__":
    main()
