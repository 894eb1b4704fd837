"""Trains the second reading: python benchmarks/train_second_reading.py --out models/second_reading.json

It learns from the batches of eval/data/checks what an invented sentence looks like beside its sources, together with
what the rules found in it when they had not seen the batch (`first_run.jsonl`): since then they were mended on it.
What the product itself answers rightly to the dev questions of eval/data, in words that are not the text's, is learnt
as true: nobody writes in a batch who chaired a meeting.

`--hold BATCH` (several times) leaves batches out and tells what the trees would add on them; batch j is never learnt
from, nobody has read it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.grown_trees import write_trees
from eval.checks import FOLDER, SETS, sources_in
from eval.scorers import judge
from eval.sets import TODAY, GoldSet, load_sets
from eval.validate import filters_of
from pipeline.assistant import Assistant
from pipeline.config import Settings
from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reread.second import in_their_words, load_second_reading
from pipeline.generation.checking.reread.traits import NAMES, traits
from pipeline.generation.meaning import Matrix

UNREAD = "j"
LIKELY = (0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True)
class Lesson:
    """A sentence of a batch: its traits, whether it invents, and whether the rules found anything at first sight."""

    batch: str
    row: Matrix
    invents: bool
    flagged: bool


def lessons_of(folder: Path, batch: str) -> Iterator[Lesson]:
    """Yield the sentences of a batch."""
    first = folder / "first_run.jsonl"
    found = {row["id"]: row["found"] for row in _rows(first)} if first.is_file() else None
    for name, invents in SETS.items():
        for row in _rows(folder / f"{name}.jsonl"):
            sources = sources_in(row["document"], row["quotes"], [str(one) for one in row.get("context", {}).values()])
            kinds = None if found is None else found.get(row["id"], ())
            yield Lesson(batch, traits(row["statement"], sources, kinds), invents, bool(kinds))


def answered(gold: GoldSet, *, home: Path) -> Iterator[Lesson]:
    """Yield the sentences of right answers to the dev questions of a set that are not word for word the text's."""
    assistant = Assistant(Settings(home=home, today=gold.today or TODAY))
    assistant.ingest(list(gold.files.values()))
    for question in gold.questions:
        if question.split != "dev":
            continue
        answer = assistant.ask(question.question, history=question.history, filters=filters_of(question))
        if question.refused or not judge(question, answer.to_json()).correct:
            continue
        for one in answer.statements:
            sources = sources_of([answer.citations[index] for index in one.citations])
            if (
                one.check == "verified"
                and not check_sources(one.text, sources)
                and not in_their_words(one.text, sources)
            ):
                yield Lesson("answered", traits(one.text, sources, ()), invents=False, flagged=False)


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines]


def learn(lessons: Sequence[Lesson], *, out: Path) -> None:
    """Learn the trees and write them to a file."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

    model = HistGradientBoostingClassifier(
        max_iter=300, learning_rate=0.04, max_leaf_nodes=10, l2_regularization=2, max_features=0.5, random_state=1
    )
    model.fit(np.vstack([one.row for one in lessons]), np.array([one.invents for one in lessons]))
    write_trees(model, NAMES, out)


def tell(held: Sequence[Lesson], *, file: Path) -> None:
    """Print what the rules let through and flag at first sight, and what the trees add at several thresholds."""
    likely = load_second_reading(file).likely(np.vstack([one.row for one in held]))
    invents = np.array([one.invents for one in held])
    flagged = np.array([one.flagged for one in held])
    print(f"{invents.sum()} inventions, {(~invents).sum()} paraphrases")
    print(f"rules alone: {(invents & ~flagged).sum()} unflagged, {(~invents & flagged).sum()} flagged")
    for most in LIKELY:
        final = flagged | (likely > most)
        print(f"above {most}: {(invents & ~final).sum()} unflagged, {(~invents & final).sum()} flagged")


def main() -> None:
    """Train, write, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", metavar="BATCH", action="append", default=[], help="leave a batch out, measure on it")
    arguments = parser.parse_args()
    folders = {"a": FOLDER} | {path.name: path for path in sorted(FOLDER.iterdir()) if path.is_dir()}
    apart = {UNREAD, *arguments.hold}
    every = [one for batch, folder in folders.items() for one in lessons_of(folder, batch)]
    for gold in load_sets():
        with tempfile.TemporaryDirectory() as home:
            every += answered(gold, home=Path(home))
    learn([one for one in every if one.batch not in apart], out=arguments.out)
    tell([one for one in every if one.batch in (arguments.hold or apart)], file=arguments.out)


if __name__ == "__main__":
    main()
