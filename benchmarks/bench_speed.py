"""Measures what a user waits for, as ratios within one run: answers from the shell beside `import chromadb`, parsing.

python benchmarks/bench_speed.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RECORD = "市政府第4次常务会议由谁主持？"
LEDGER = "第50次常务会议原则通过了哪些文件？"
PASSAGE = "规上工业总产值是多少？"


def seconds(command: list[str]) -> float:
    """Return the wall time of a command in seconds."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def shell_answers(rounds: int) -> None:
    """Print the median time of each kind of answer as a multiple of importing chromadb in the same run."""
    with tempfile.TemporaryDirectory() as home:
        jiyao = [sys.executable, "-m", "pipeline", "--home", home]
        seconds([*jiyao, "ingest", str(ROOT / "data" / "minutes")])
        commands = {
            "import chromadb": [sys.executable, "-c", "import chromadb"],
            "a record answer": [*jiyao, "ask", RECORD],
            "a ledger answer": [*jiyao, "ask", LEDGER],
            "a passage answer": [*jiyao, "ask", PASSAGE],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    basis = statistics.median(taken["import chromadb"])
    for name, times in taken.items():
        print(f"{name:20} {statistics.median(times) / basis:5.2f} x  ({statistics.median(times):.2f} s, n={rounds})")


def parsing() -> None:
    """Print how long the sample documents take to parse when warm, per 5,000 characters."""
    from pipeline.documents.parse import parse
    from pipeline.documents.read import read_file

    for path in sorted((ROOT / "data" / "minutes").glob("*.txt")):
        source = read_file(path, max_bytes=10_000_000)
        parse(source)
        times = []
        for _ in range(10):
            begun = time.perf_counter()
            parse(source)
            times.append(time.perf_counter() - begun)
        per = statistics.median(times) * 5000 / len(source.text) * 1000
        print(f"parse {path.stem[:24]:26} {per:6.1f} ms per 5,000 characters (n=10)")


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    os.environ.setdefault("JIYAO_MODEL", "")
    shell_answers(arguments.rounds)
    parsing()


if __name__ == "__main__":
    main()
