"""Summarizes 2,000 generated minutes with a model server that fails a tenth of its calls, killed three times.

python benchmarks/bench_batch.py [--count 2000] [--kills 3]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.batches import FailingServer, run_batch, write_library  # noqa: E402 - the tests are not installed
from tests.servers.scripted import serving  # noqa: E402


def main() -> None:
    """Run the batch and say how it ended; fail where a document is missing, there twice, or paid for twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=3)
    arguments = parser.parse_args()
    account = FailingServer()
    with tempfile.TemporaryDirectory() as folder, serving(account.turn) as server:
        home, out = Path(folder) / "library", Path(folder) / "out"
        write_library(home, count=arguments.count)
        begun = time.perf_counter()
        ended = run_batch(home, out, server, account, count=arguments.count, kills=arguments.kills)
        seconds = time.perf_counter() - begun
    documents = [draft["document_ids"][0] for draft in ended.drafts]
    print(f"{len(documents)} drafts of {len(set(documents))} documents in {seconds:.0f} s, exit codes {ended.codes}")
    print(f"calls: {account.paid.total()} answered, {ended.failed_calls} failed")
    lost = ended.paid_again.total()
    print(f"paid for again: {len(ended.finished_and_paid_again)} finished, {lost} on their way at a kill")
    print(f"last run: {ended.said.strip()}")
    whole = len(documents) == len(set(documents)) == arguments.count
    sys.exit(0 if whole and not ended.finished_and_paid_again else 1)


if __name__ == "__main__":
    main()
