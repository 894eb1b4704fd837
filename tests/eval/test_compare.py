"""Two runs are compared question by question."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.compare import compare, load_records
from eval.gold import Question
from eval.run import run, save
from pipeline.errors import BadRequest, MissingFile

from .conftest import Written, said


def test_gains_and_losses_are_named(questions: list[Question], texts: dict[str, str], written: Written) -> None:
    other = Written(
        {
            questions[0].question: said("由吴静汇报"),
            questions[1].question: said("市城管局，6月底前"),
            questions[2].question: said("没有写明", refused=True),
            questions[3].question: said("市园林局"),
        }
    )
    found = compare(run(questions, [written], texts), run(questions, [other], texts))
    assert (found.both, found.correct) == (4, (2, 3))
    assert [change.id for change in found.gains] == ["t2", "t4"]
    assert [(change.id, change.before, change.after) for change in found.losses] == [
        ("t1", "由市城管局局长周明汇报。", "由吴静汇报")
    ]
    assert found.p == 1.0  # two against one: as even as three can be
    for told in (
        "答对 2 → 3，得 2，失 1",
        "失 t1 停车管理办法是谁汇报的？",
        "后：由吴静汇报",
        "缺少：周明",
        "KeyError",
    ):
        assert told in found.text


def test_questions_that_cannot_be_compared_are_left_out(
    questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    before, after = run(questions[:3], [written], texts), run(questions[1:3], [written], texts)
    after[0]["must_include"] = ("别的",)
    found = compare(before, after)
    assert (found.both, found.alone, found.altered) == (1, 1, ("t2",))
    assert "已改动，未计：t2" in found.text


def test_a_run_that_was_saved_is_equal_to_itself(
    tmp_path: Path, questions: list[Question], texts: dict[str, str], written: Written
) -> None:
    save(run(questions, [written], texts), {}, tmp_path)
    found = compare(load_records(tmp_path), load_records(tmp_path / "records.jsonl"))
    assert (found.both, found.gains, found.losses, found.altered) == (4, (), (), ())


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="找不到文件"):
        load_records(tmp_path)
    for text in ("", "{", '{"id": "t1"}', "[]", "1"):
        (tmp_path / "records.jsonl").write_text(text, "utf-8")
        with pytest.raises(BadRequest, match="不是评测记录"):
            load_records(tmp_path)
