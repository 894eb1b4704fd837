"""Questions and key points are read with every field of theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.gold import Evidence, KeyPoint, Place, load_points, load_questions
from pipeline.errors import BadRequest

from .conftest import FILE, POINTS, row, written_lines


def test_a_question_keeps_every_field(tmp_path: Path) -> None:
    given = row(
        id="t1",
        question="那谁汇报？",
        type="follow_up",
        split="test",
        answers=["周明"],
        must_include=["周明"],
        must_not_include=["吴静"],
        history=["停车办法？"],
        filters={"meeting": 1},
        evidence=[("一", "周明")],
        document=[FILE, "乙.txt"],
    )
    (question,) = load_questions(written_lines(tmp_path / "one.jsonl", given), name="甲")
    assert (question.set, question.split, question.documents) == ("甲", "test", (FILE, "乙.txt"))
    assert (question.history, question.filters) == (("停车办法？",), {"meeting": 1})
    assert question.evidence == (Evidence(document=FILE, item="一", quote="周明"),)
    assert question.query == "停车办法？ 那谁汇报？"


def test_a_meeting_that_the_library_does_not_hold_has_no_document(tmp_path: Path) -> None:
    given = row(id="t1", question="谁？", type="unanswerable", document=None, refused=True, evidence=[])
    (question,) = load_questions(written_lines(tmp_path / "one.jsonl", given))
    assert (question.documents, question.query) == ((), "谁？")


def test_a_split_must_be_stated(tmp_path: Path) -> None:
    given = row(id="t1", question="谁？", type="person", evidence=[])
    del given["split"]
    with pytest.raises(BadRequest, match="'split'"):
        load_questions(written_lines(tmp_path / "one.jsonl", given))


def test_key_points_are_read(points: Path, tmp_path: Path) -> None:
    (entry,) = load_points(points, name="甲")
    assert (entry.id, entry.set, entry.item, entry.split) == ("k1", "甲", "一", "dev")
    verdict, lead = entry.points
    assert verdict == KeyPoint(point="原则通过", must_include=("原则通过",), quote="会议原则通过上述文件", brief=True)
    assert not lead.brief
    with pytest.raises(BadRequest, match="应有要点"):
        load_points(written_lines(tmp_path / "none.jsonl", {**POINTS, "points": []}))


def test_places_overlap_where_they_share_a_character() -> None:
    assert Place("a", 0, 5).overlaps(Place("a", 4, 6))
    assert not Place("a", 0, 5).overlaps(Place("a", 5, 6))
    assert not Place("a", 0, 5).overlaps(Place("b", 0, 5))
