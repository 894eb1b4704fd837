"""Training the second reading: lessons from a batch and from right answers, and trees that the product can read."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.train_second_reading import FIRST_SIGHT, Lesson, answered, learn, lessons_of, told, weights_of
from eval.gold import Evidence, Question
from eval.sets import GoldSet
from pipeline.generation.checking.reread.little import load_weights
from pipeline.generation.checking.reread.second import load_second_reading
from pipeline.generation.checking.reread.traits import NAMES
from tests.generation.extractive.reading.counties import QINGLU

FILE = "青政纪〔2023〕3号.txt"
QUOTE = "由市财政局牵头，6月底前完成，安排资金1200万元。"


def write(folder: Path, name: str, *rows: dict[str, object]) -> None:
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    row = {"document": "甲.txt", "quotes": [QUOTE], "kind": "k"}
    write(tmp_path, "inventions", {**row, "id": "i1", "statement": "市财政局必须配合市水利局。"})
    write(tmp_path, "paraphrases", {**row, "id": "p1", "statement": "这件事归市财政局牵头。"})
    return tmp_path


def test_a_batch_teaches_what_its_rules_found_at_first_sight(folder: Path) -> None:
    write(folder, "first_run", {"id": "i1", "found": ["part", "unit"]})
    invented, true = lessons_of(folder, "x")
    assert (invented.invents, invented.flagged, true.invents, true.flagged) == (True, True, False, False)
    at = [NAMES.index(name) for name in ("found_part", "found_verdict", "found")]
    assert (invented.row[0, at].tolist(), true.row[0, at].tolist()) == ([1, 0, 2], [0, 0, 0])


def test_a_batch_without_a_first_run_leaves_open_what_was_found(folder: Path) -> None:
    for lesson in lessons_of(folder, "x"):
        assert not lesson.flagged
        assert np.isnan(lesson.row[0, NAMES.index("found")])


def test_right_answers_in_words_of_their_own_are_true(tmp_path: Path) -> None:
    paper = tmp_path / FILE
    paper.write_text(QINGLU, encoding="utf-8")
    questions = (_asked(1, "温伯言"), _asked(2, "陶远"), _asked(3, "温伯言", split="test"))
    gold = GoldSet(name="invented", files={FILE: paper}, texts={FILE: QINGLU}, questions=questions)
    (only,) = answered(gold, home=tmp_path / "home")  # the second is wrong, the third not to be learnt from
    assert (only.invents, only.flagged) == (False, False)


def _asked(number: int, answer: str, *, split: str = "dev") -> Question:
    return Question(
        id=str(number),
        question="县政府第20次常务会议由谁主持？",
        type="person",
        style="plain",
        difficulty="easy",
        split=split,
        refused=False,
        answers=(answer,),
        evidence=(Evidence(document=FILE, item=None, quote=answer),),
    )


def test_what_is_learnt_can_be_read_and_told(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).normal(size=(120, len(NAMES)))
    lessons = [
        Lesson(f"v{at % 16}", row[None, :], frozenset(("+已经",)), bool(row[0] > 0), flagged=False, hard=False)
        for at, row in enumerate(rows)
    ]
    file = tmp_path / "trees.json"
    learn(lessons, out=file)
    likely = load_second_reading(file).likely(np.array([[2.0] * len(NAMES), [-2.0] * len(NAMES)]))
    assert likely[0] > 0.5 > likely[1]
    assert list(load_weights(file)) == ["+已经"]
    line = told(lessons, np.array([float(one.invents) for one in lessons]), title="all")
    assert line.startswith(f"all\t{sum(one.invents for one in lessons)} inventions")
    assert line.endswith("weighed: 0 passed, 0 flagged")


def test_a_flag_that_may_not_be_lifted_stands_and_a_soft_one_is_weighed() -> None:
    row = np.zeros((1, len(NAMES)))
    lessons = [Lesson("v", row, frozenset(), invents=False, flagged=True, hard=hard) for hard in (True, False)]
    assert told(lessons, np.array([0.1, 0.1]), title="v").endswith("weighed: 0 passed, 1 flagged")


def test_a_word_that_few_voices_change_weighs_nothing() -> None:
    row = np.zeros((1, len(NAMES)))
    lessons = [
        Lesson(
            f"v{at}", row, frozenset(("+已经", *(["+随即"] if at < 3 else []))), bool(at % 2), flagged=False, hard=False
        )
        for at in range(6)
    ]
    assert list(weights_of(lessons)) == ["+已经"]


def test_nothing_is_learnt_from_voices_that_nobody_has_read() -> None:
    first = [json.loads(line) for line in FIRST_SIGHT.read_text("utf-8").splitlines()]
    assert first
    assert not [one for one in first if one["batch"] == "j" or one["id"].startswith(("l7", "l8"))]
