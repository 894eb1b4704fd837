"""Trains the reader: python benchmarks/train_reader.py --texts FOLDER --out models/reader.json

The reader weighs what speaks for a sentence as the answer (see pipeline/generation/extractive/reading/). It learns from
the dev questions of eval/data (which sentence holds the evidence) and, at less weight, from public questions over
encyclopaedia passages (CMRC 2018, DRCD). `--hold SET` leaves one set out and tells how the trees do on it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.encoder_texts import read_xz
from benchmarks.grown_trees import write_trees
from eval.locate import places
from eval.sets import TODAY, GoldSet, load_sets
from pipeline.assistant import Assistant
from pipeline.config import Settings
from pipeline.generation.extractive.by_reading import sources_of, whole
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.reading.candidates import asked_of, passages_of
from pipeline.generation.extractive.reading.reader import load_reader
from pipeline.generation.extractive.reading.traits import NAMES, Passage, read_question, traits
from pipeline.generation.meaning import Matrix
from pipeline.generation.understanding.question import understand

PUBLIC_WEIGHT = 0.3
PUBLIC_QUESTIONS = 1300
"""How many questions of each public file."""
FOUND_BY_SEARCH = ("rank", "score", "behind", "ahead")
"""Traits that a passage which no search found lacks."""
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


@dataclass(frozen=True)
class Lesson:
    """One question: a row of traits for each sentence, and which of them holds the answer."""

    set: str
    rows: Matrix
    answers: npt.NDArray[np.bool_]
    weight: float = 1.0


def lessons_of(gold: GoldSet, *, home: Path) -> Iterator[Lesson]:
    """Yield a lesson for each dev question of a set whose evidence a search finds, and for those without an answer."""
    assistant = Assistant(Settings(home=home, today=gold.today or TODAY))
    assistant.ingest(list(gold.files.values()))
    entries = assistant.entries()
    for question in gold.questions:
        if question.split != "dev":
            continue
        read = understand(question.question, entries=entries, history=question.history, today=gold.today or TODAY)
        composing = Composing(read, assistant.catalogue, lambda query, k: assistant.search(query, k=k))
        text = whole(read)
        hits = composing.find(text, 12)
        passages, found = passages_of(sources_of(composing, [hit.document_id for hit in hits]), hits)
        if not found:
            continue
        # what stands near an unanswerable question is its evidence, and no answer
        evidence = [] if question.refused else [place for each in places(question, gold.texts) for place in each]
        answers = [
            any(one.source.entry.file == e.file and one.span.start < e.end and e.start < one.span.end for e in evidence)
            for one in found
        ]
        rows = traits(asked_of(read, text if text != read.text else None), passages)
        yield Lesson(gold.name, rows, np.array(answers, dtype=bool))


def public_lessons(folder: Path, *, seed: int = 1) -> Iterator[Lesson]:
    """Yield lessons from public questions over one passage each."""
    chosen = random.Random(seed)
    searched = [NAMES.index(name) for name in FOUND_BY_SEARCH]
    for file in ("cmrc2018_dev", "DRCD_dev", "DRCD_test"):
        listed = [
            (paragraph["context"], article.get("title") or "", one)
            for article in json.loads(read_xz(folder / f"{file}.json.xz"))["data"]
            for paragraph in article["paragraphs"]
            for one in paragraph["qas"]
        ]
        for context, title, one in chosen.sample(listed, min(PUBLIC_QUESTIONS, len(listed))):
            pieces = [match.span() for match in SENTENCE.finditer(context) if len(match.group()) >= 4]
            start = one["answers"][0]["answer_start"]
            answers = np.array([first <= start < last for first, last in pieces], dtype=bool)
            if len(pieces) < 2 or answers.sum() != 1:
                continue
            passage = Passage(tuple(context[first:last] for first, last in pieces), title, "", 0, 1.0)
            rows = traits(read_question(one["question"]), [passage])
            rows[:, searched] = np.nan
            yield Lesson("public", rows, answers, PUBLIC_WEIGHT)


def learn(lessons: Sequence[Lesson], *, trees: int, out: Path) -> None:
    """Learn the trees and write them to a file."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

    rows = np.vstack([lesson.rows for lesson in lessons])
    answers = np.concatenate([lesson.answers for lesson in lessons])
    weights = np.concatenate([np.full(len(lesson.answers), lesson.weight) for lesson in lessons])
    model = HistGradientBoostingClassifier(
        max_depth=5, max_iter=trees, learning_rate=0.08, min_samples_leaf=25, l2_regularization=1.0, random_state=1
    )
    model.fit(rows, answers, sample_weight=weights)
    write_trees(model, NAMES, out)


def tell(lessons: Sequence[Lesson], *, file: Path) -> None:
    """Print how often the likeliest sentence of a question holds its evidence."""
    reader = load_reader(file)
    answerable = [lesson for lesson in lessons if lesson.answers.any()]
    hits = [bool(lesson.answers[int(reader.likely(lesson.rows).argmax())]) for lesson in answerable]
    print(f"likeliest sentence holds the evidence: {100 * float(np.mean(hits)):.1f} % (n={len(hits)})")


def main() -> None:
    """Train, write, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, help="the folder with CMRC 2018 and DRCD")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", metavar="SET", help="leave a set out and measure on it")
    parser.add_argument("--trees", type=int, default=120)
    arguments = parser.parse_args()
    lessons: list[Lesson] = []
    for gold in load_sets():
        if any(question.split == "dev" for question in gold.questions):
            with tempfile.TemporaryDirectory() as folder:
                lessons += lessons_of(gold, home=Path(folder))
    kept = [lesson for lesson in lessons if lesson.set != arguments.hold]
    learn([*kept, *public_lessons(arguments.texts)], trees=arguments.trees, out=arguments.out)
    tell([lesson for lesson in lessons if lesson.set == arguments.hold] or lessons, file=arguments.out)


if __name__ == "__main__":
    main()
