"""Reads bad documents one after another, each made from its number, and prints those that break a rule.

python benchmarks/bench_fuzz.py [--seconds 300] [--seed N] [--only N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.documents.fuzzing import examine, make, trial  # noqa: E402 - the tests are no package that is installed


def run(first: int, *, seconds: float) -> int:
    """Examine documents for a time; print how they ended, and each that went wrong with the number that makes it."""
    ended: Counter[str] = Counter()
    slowest = (0.0, 0)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for case, result in trial(first, seconds=seconds, folder=Path(folder)):
            now = time.perf_counter()
            slowest = max(slowest, (now - begun, case.seed))
            begun = now
            if isinstance(result, str):
                ended[result] += 1
                continue
            ended["wrong"] += 1
            frames = [
                f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(result.__traceback__)
            ]
            print(
                f"{case.name} ({len(case.data)} bytes): {type(result).__name__}: {str(result)[:120]} at {frames[-3:]}"
            )
    print(f"{sum(ended.values())} documents from number {first} on: {dict(ended.most_common())}")
    print(f"slowest: number {slowest[1]}, {slowest[0]:.2f} s with its making")
    return ended["wrong"]


def main() -> None:
    """Run for the time that is given, or examine the one document that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    if arguments.only is not None:
        with tempfile.TemporaryDirectory() as folder:
            print(examine(make(arguments.only), Path(folder)))
        return
    sys.exit(1 if run(arguments.seed, seconds=arguments.seconds) else 0)


if __name__ == "__main__":
    main()
