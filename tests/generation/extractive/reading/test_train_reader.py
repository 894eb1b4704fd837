"""Training the reader: lessons from public questions and from a gold set, and trees that the product can read."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from benchmarks.train_reader import FOUND_BY_SEARCH, PUBLIC_WEIGHT, Lesson, learn, lessons_of, public_lessons, tell
from eval.gold import Evidence, Question
from eval.sets import GoldSet
from pipeline.generation.extractive.reading.reader import load_reader
from pipeline.generation.extractive.reading.traits import NAMES
from tests.generation.extractive.reading.counties import QINGLU

CONTEXT = "望月塔建于明代。塔高三十二米，共九层。塔前有一株古槐。"
FILE = "青政纪〔2023〕3号.txt"


def asked(number: int, text: str, quote: str | None, *, split: str = "dev") -> Question:
    evidence = (Evidence(document=FILE, item="一", quote=quote),) if quote else ()
    return Question(
        id=str(number),
        question=text,
        type="fact",
        style="plain",
        difficulty="easy",
        split=split,
        refused=quote is None,
        evidence=evidence,
    )


def test_a_public_question_teaches_the_sentence_of_its_answer(tmp_path: Path) -> None:
    questions = [
        {"question": "望月塔有多高", "answers": [{"answer_start": CONTEXT.index("三十二米"), "text": "三十二米"}]},
        {"question": "望月塔是何时建的", "answers": [{"answer_start": CONTEXT.index("明代"), "text": "明代"}]},
    ]
    short = {"context": "望月塔建于明代。", "qas": [questions[1]]}  # of one sentence nothing can be learnt
    data = {"data": [{"title": "望月塔", "paragraphs": [{"context": CONTEXT, "qas": questions}, short]}]}
    for name in ("cmrc2018_dev", "DRCD_dev", "DRCD_test"):
        with lzma.open(tmp_path / f"{name}.json.xz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(data if name == "DRCD_dev" else {"data": []}))
    lessons = list(public_lessons(tmp_path))
    assert sorted(lesson.answers.tolist() for lesson in lessons) == [[False, True, False], [True, False, False]]
    for lesson in lessons:
        assert lesson.weight == PUBLIC_WEIGHT
        unknown = {name for name, value in zip(NAMES, lesson.rows[0], strict=True) if np.isnan(value)}
        assert unknown == set(FOUND_BY_SEARCH)  # no search found the passage


def test_a_dev_question_teaches_the_sentence_of_its_evidence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(QINGLU, encoding="utf-8")
    gold = GoldSet(
        name="invented",
        files={FILE: tmp_path / FILE},
        texts={FILE: QINGLU},
        questions=(
            asked(1, "加装电梯惠及多少户", "惠及居民620户"),
            asked(2, "加装电梯要几年", None),
            asked(3, "水库二期什么时候开工", "2025年3月开工", split="test"),
        ),
    )
    stated, missing = list(lessons_of(gold, home=tmp_path / "home"))  # the test question teaches nothing
    assert stated.answers.sum() == 1
    assert stated.rows.shape == (len(stated.answers), len(NAMES))
    assert missing.answers.sum() == 0


def lessons(count: int = 60) -> list[Lesson]:
    """Return lessons in which the sentence with the highest `any` answers."""
    random = np.random.default_rng(1)
    found = []
    for _ in range(count):
        rows = random.random((4, len(NAMES)))
        found.append(Lesson("invented", rows, rows[:, NAMES.index("any")] > 0.7))
    return found


@pytest.mark.slow
def test_what_is_learnt_is_read_by_the_product_and_tells_right_from_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reader.json"
    learn(lessons(), trees=12, out=file)
    reader = load_reader(file)
    rows = np.full((2, len(NAMES)), 0.5)
    rows[:, NAMES.index("any")] = (0.95, 0.1)
    right, wrong = reader.likely(rows)
    assert right > 0.5 > wrong
    tell(lessons(), file=file)
    assert "100.0 % (n=" in capsys.readouterr().out


@pytest.mark.slow
def test_what_is_read_back_weighs_as_what_was_learnt(tmp_path: Path) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

    file = tmp_path / "reader.json"
    known = lessons()
    learn(known, trees=12, out=file)
    rows = np.vstack([lesson.rows for lesson in known])
    model = HistGradientBoostingClassifier(
        max_depth=5, max_iter=12, learning_rate=0.08, min_samples_leaf=25, l2_regularization=1.0, random_state=1
    ).fit(rows, np.concatenate([lesson.answers for lesson in known]))
    rows[:5, NAMES.index("any")] = np.nan
    assert load_reader(file).likely(rows) == pytest.approx(model.predict_proba(rows)[:, 1], abs=1e-3)
