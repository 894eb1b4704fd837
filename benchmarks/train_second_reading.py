"""Trains the second reading: python benchmarks/train_second_reading.py --out models/second_reading.json

It learns from the batches of eval/data/checks what an invented sentence looks like beside its sources, together with
what the rules found in it when they had not seen the batch: since then they were mended on it. `first_sight.jsonl` has
what they found, word for word, where the rules of that day could be run again; of older batches `first_run.jsonl` has
the kinds. What the product itself answers rightly to the dev questions of eval/data, in words that are not the text's,
is learnt as true: nobody writes in a batch who chaired a meeting.

`--by-voice` learns nothing for good and tells, for each voice, what trees that learnt from all others make of it.
Batch j and the voices l7, l8 and p2 are never learnt from: nobody has read them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

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
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.checking.reread.flags import MISSED, is_hard
from pipeline.generation.checking.reread.little import changed, weight
from pipeline.generation.checking.reread.placed import placed
from pipeline.generation.checking.reread.second import LIFTED, LIKELY, in_their_words
from pipeline.generation.checking.reread.traits import NAMES, traits
from pipeline.generation.meaning import Matrix

UNREAD = "j"
UNREAD_VOICES = ("l7", "l8", "p2")
ONE_VOICE = "abcdef"
FIRST_SIGHT = Path(__file__).with_name("first_sight.jsonl")
AT = NAMES.index("changed")
VOICES, VOICES_OF_ONE = 4, 12
"""How many voices must change a word before it weighs anything, and one of a single character."""
FOLDS = 8


@dataclass(frozen=True)
class Lesson:
    """A sentence of a voice: its traits, the words that it changes, whether it invents, and what the rules made of it.

    `flagged` tells whether the rules found anything at first sight, `hard` whether any of that may not be lifted.
    """

    voice: str
    row: Matrix
    words: frozenset[str]
    invents: bool
    flagged: bool
    hard: bool


def lessons_of(folder: Path, batch: str) -> Iterator[Lesson]:
    """Yield the sentences of a batch."""
    first = folder / "first_run.jsonl"
    kinds = {row["id"]: row["found"] for row in _rows(first)} if first.is_file() else None
    seen = {row["id"]: row["found"] for row in _rows(FIRST_SIGHT) if row["batch"] == batch}
    for name, invents in SETS.items():
        for row in _rows(folder / f"{name}.jsonl"):
            if row["id"].startswith(UNREAD_VOICES):
                continue
            sources = sources_in(row["document"], row["quotes"], [str(one) for one in row.get("context", {}).values()])
            found = None
            if kinds is not None:
                whole = [
                    Problem(kind, text, MISSED if missed else "") for kind, text, missed in seen.get(row["id"], ())
                ]
                found = whole or [Problem(kind, "", "") for kind in kinds.get(row["id"], ())]
            yield Lesson(
                voice=batch if batch in ONE_VOICE else f"{batch}:{row['id'][:2]}",
                row=traits(row["statement"], sources, found, {}),
                words=changed(placed(row["statement"], sources), sources),
                invents=invents,
                flagged=bool(found),
                hard=any(is_hard(problem, sources) for problem in found or ()),
            )


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
                words = changed(placed(one.text, sources), sources)
                row = traits(one.text, sources, (), {})
                yield Lesson("answered", row, words, invents=False, flagged=False, hard=False)


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines]


def weights_of(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Return what each word weighs that enough voices change: above 0, as inventions do."""
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    voices = Counter(word for voice, word in {(one.voice, word) for one in lessons for word in one.words})
    least = {word: VOICES_OF_ONE if len(word) == 2 else VOICES for word in voices}  # its sign and one character
    known = {word for word, count in voices.items() if count >= least[word]}
    if not known:
        return {}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(sorted(one.words & known), 1.0) for one in lessons])
    model = LogisticRegression(C=0.2, max_iter=300).fit(table, [one.invents for one in lessons])
    return {word: round(float(value), 3) for word, value in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}


def folds_of(lessons: Sequence[Lesson]) -> npt.NDArray[np.int64]:
    """Return for each lesson the fold of its voice, so that no voice stands in two."""
    at = {voice: index % FOLDS for index, voice in enumerate(sorted({one.voice for one in lessons}))}
    return np.array([at[one.voice] for one in lessons])


def weighed(lessons: Sequence[Lesson], weights: Mapping[str, float]) -> Matrix:
    """Return the rows of lessons with what their changed words weigh."""
    rows = np.vstack([one.row for one in lessons])
    rows[:, AT] = [weight(one.words, weights) for one in lessons]
    return rows


def grown(lessons: Sequence[Lesson], *, seed: int = 1) -> Any:
    """Return trees that learnt from lessons, the words of each weighed as other voices teach."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

    rows, fold = weighed(lessons, {}), folds_of(lessons)
    for held in sorted(set(fold.tolist())):
        weights = weights_of([one for one, own in zip(lessons, fold, strict=True) if own != held])
        inside = fold == held
        rows[inside] = weighed([one for one, own in zip(lessons, inside, strict=True) if own], weights)
    model = HistGradientBoostingClassifier(
        max_iter=300, learning_rate=0.04, max_leaf_nodes=10, l2_regularization=2, max_features=0.5, random_state=seed
    )
    return model.fit(rows, np.array([one.invents for one in lessons]))


def learn(lessons: Sequence[Lesson], *, out: Path) -> None:
    """Learn the trees and the weights of words and write them to a file."""
    write_trees(grown(lessons), NAMES, out)
    whole = json.loads(out.read_text("utf-8")) | {"words": weights_of(lessons)}
    out.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def likely_by_voice(lessons: Sequence[Lesson], voices: Iterable[str]) -> Matrix:
    """Return how likely an invention each lesson of some voices is to trees that learnt from all others, or nothing."""
    found = np.full(len(lessons), np.nan)
    for voice in voices:
        others = [one for one in lessons if one.voice != voice]
        inside = np.array([one.voice == voice for one in lessons])
        rows = weighed([one for one in lessons if one.voice == voice], weights_of(others))
        found[inside] = grown(others).predict_proba(rows)[:, 1]
        print(told([one for one in lessons if one.voice == voice], found[inside], title=voice), flush=True)
    return found


def told(lessons: Sequence[Lesson], likely: Matrix, *, title: str, lifted: float = LIFTED, most: float = LIKELY) -> str:
    """Return what passes and what is flagged: by the rules at first sight, and after the second reading."""
    invents, flagged, hard = (
        np.array([getattr(one, name) for one in lessons]) for name in ("invents", "flagged", "hard")
    )
    final = hard | (flagged & (likely > lifted)) | (~flagged & (likely > most))
    return (
        f"{title}\t{invents.sum()} inventions, {(~invents).sum()} paraphrases"
        f"\trules: {(invents & ~flagged).sum()} passed, {(~invents & flagged).sum()} flagged"
        f"\tweighed: {(invents & ~final).sum()} passed, {(~invents & final).sum()} flagged"
    )


def main() -> None:
    """Train and write, or tell by voice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="where to write what was learnt")
    parser.add_argument("--by-voice", action="store_true", help="leave each voice out in turn, measure on it")
    arguments = parser.parse_args()
    folders = {"a": FOLDER} | {path.name: path for path in sorted(FOLDER.iterdir()) if path.is_dir()}
    every = [one for batch, path in folders.items() if batch != UNREAD for one in lessons_of(path, batch)]
    for gold in load_sets():
        with tempfile.TemporaryDirectory() as home:
            every += answered(gold, home=Path(home))
    if arguments.by_voice:
        likely = likely_by_voice(every, sorted({one.voice for one in every} - {"answered", *"abcd"}))
        inside = ~np.isnan(likely)
        held = [one for one, own in zip(every, inside, strict=True) if own]
        print(told(held, likely[inside], title="all"))
        for most in (0.2, 0.25, 0.3, 0.35):
            for lifted in (0.0, 0.3, 0.35, 0.4, 0.45):
                print(told(held, likely[inside], title=f"{most}, {lifted}", lifted=lifted, most=most))
    if arguments.out:
        learn(every, out=arguments.out)


if __name__ == "__main__":
    main()
