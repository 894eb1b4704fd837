"""Two runs are compared question by question."""

from __future__ import annotations

from typing import Any

import pytest

from eval.compare import compare
from eval.gold import Question
from eval.records import load_records
from eval.run import examine

from .conftest import Keep, Written, said


def asked(questions: list[Question], system: Written, texts: dict[str, str]) -> list[dict[str, Any]]:
    return [examine(question, system, texts) for question in questions]


@pytest.fixture
def other(questions: list[Question]) -> Written:
    """A system that is wrong on t1 and right on the others."""
    answers = (
        said("由吴静汇报"),
        said("市城管局，6月底前"),
        said("没有写明", refused=True),
        said("市园林局"),
    )
    return Written({question.question: answer for question, answer in zip(questions, answers, strict=True)})


def test_gains_and_losses_are_named(
    questions: list[Question], texts: dict[str, str], written: Written, other: Written
) -> None:
    found = compare(asked(questions, written, texts), asked(questions, other, texts), with_test=True)
    assert (found.both, found.correct) == (4, (2, 3))
    assert [change.id for change in found.gains] == ["t2", "t4"]
    assert [(change.id, change.before, change.after) for change in found.losses] == [
        ("t1", "由市城管局局长周明汇报。", "由吴静汇报")
    ]
    assert found.p == 1.0  # two against one: as even as three can be
    assert (found.changes["accuracy"].value, found.changes["accuracy"].n) == (0.25, 4)
    for told in (
        "答对 2 → 3，得 2，失 1",
        "回答正确率：+25.0",
        "失 t1 停车管理办法是谁汇报的？",
        "后：由吴静汇报",
        "缺少：周明",
        "KeyError",
    ):
        assert told in found.text


def test_of_what_is_held_out_the_id_alone_is_told(
    questions: list[Question], texts: dict[str, str], written: Written, other: Written
) -> None:
    found = compare(asked(questions, written, texts), asked(questions, other, texts))
    assert [change.id for change in found.gains] == ["t2", "t4"]
    assert "得 t4 （留出题）" in found.text
    assert "补种" not in found.text
    assert "园林局" not in found.text


def test_questions_that_cannot_be_compared_are_left_out(
    questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    before, after = asked(questions[:3], written, texts), asked(questions[1:3], written, texts)
    after[0]["must_include"] = ("别的",)
    found = compare(before, after)
    assert (found.both, found.alone, found.altered) == (1, 1, ("t2",))
    assert "已改动，未计：t2" in found.text


def test_a_run_that_was_saved_is_equal_to_itself(keep: Keep, written: Written) -> None:
    folder = keep(written)
    found = compare(load_records(folder), load_records(folder / "records.jsonl"))
    assert (found.both, found.gains, found.losses, found.altered) == (4, (), (), ())
