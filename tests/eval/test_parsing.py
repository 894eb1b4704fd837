"""The parser's score: right fields count, wrong ones are named, debatable ones are left out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.parsing import BATCHES, misses, score, score_batch, table
from pipeline.minutes import EXAMPLE_MINUTES, Presenter

EXPECTED: dict[str, Any] = {
    "kind": "minutes",
    "document_number": None,
    "meeting_number": 1,
    "date": "2021-03-08",
    "chair": None,
    "recorder": None,
    "present": [],
    "observers": [],
    "absent": [],
    "other_matters": 0,
    "items": [
        {
            "number": 1,
            "title": "城区停车管理办法",
            "presenter_name": "周明",
            "presenter_unit": "市城管局",
            "outcome_classes": ["approved_in_principle"],
            "next_step_contains": None,
            "points": 1,
            "lead_units": ["市城管局"],
        }
    ],
}


def test_a_record_as_expected_has_no_misses() -> None:
    scores = score(EXAMPLE_MINUTES, EXPECTED, name="例")
    assert misses(scores) == ""
    assert {one.field for one in scores} >= {"kind", "items.recall", "items.outcome", "items.lead_units.recall"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"chair": "郑远航"}, "chair"),
        ({"present": ["沈岚"]}, "people.present.recall"),
        ({"items": []}, "items.precision"),
        ({"items": [EXPECTED["items"][0] | {"title": "另外一项完全不同的事"}]}, "items.recall"),
        ({"items": [EXPECTED["items"][0] | {"outcome_classes": []}]}, "items.outcome"),
        (
            {"items": [EXPECTED["items"][0] | {"votes": {"for": 9, "against": 0, "abstain": 0, "recused": 0}}]},
            "items.votes",
        ),
        ({"items": [EXPECTED["items"][0] | {"deadlines": [["年底前", None]]}]}, "items.deadlines.recall"),
        ({"items": [EXPECTED["items"][0] | {"presenter_unit": "市财政局"}]}, "items.presenter_unit"),
        ({"items": [EXPECTED["items"][0] | {"next_step_contains": "提交审议"}]}, "items.next_step"),
        ({"items": [EXPECTED["items"][0] | {"lead_units": ["市公安局"]}]}, "items.lead_units.precision"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_difference_is_a_miss_of_its_field(change: dict[str, Any], field: str) -> None:
    scores = score(EXAMPLE_MINUTES, EXPECTED | change, name="例")
    assert field in {one.field for one in scores if one.value < 1}
    assert field in misses(scores)


def test_a_debatable_field_is_left_out() -> None:
    scores = score(EXAMPLE_MINUTES, EXPECTED | {"chair": "某人", "unchecked": ["chair"]}, name="例")
    assert "chair" not in {one.field for one in scores}


def test_a_batch_is_read_from_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "expected").mkdir()
    (tmp_path / "docs" / "例.txt").write_text(EXAMPLE_MINUTES.text, encoding="utf-8")
    (tmp_path / "expected" / "例.json").write_text(json.dumps(EXPECTED), encoding="utf-8")
    assert "items.recall" in table(score_batch(tmp_path))
    assert main(["parsing", str(tmp_path), "--misses"]) == 0
    assert "n=1" in capsys.readouterr().out


@pytest.mark.parametrize("batch", list("abcdefghi"))
def test_every_document_of_a_batch_has_its_record(batch: str) -> None:
    documents = {path.stem for path in (BATCHES / batch / "docs").iterdir()}
    records = {path.stem for path in (BATCHES / batch / "expected").glob("*.json")}
    assert documents == records


def test_a_reporter_under_unchecked_is_left_out() -> None:
    changed = EXPECTED | {"items": [EXPECTED["items"][0] | {"presenter_name": None, "presenter_unit": None}]}
    assert {one.field for one in score(EXAMPLE_MINUTES, changed, name="例") if not one.value} == {
        "items.presenter",
        "items.presenter_unit",
    }
    left_out = changed | {"unchecked": ["presenter_name of items 1", "presenter_unit"]}
    assert misses(score(EXAMPLE_MINUTES, left_out, name="例")) == ""


def test_a_record_may_join_all_units_that_reported() -> None:
    item = replace(
        EXAMPLE_MINUTES.items[0],
        presenter=Presenter(name=None, unit="市教育局"),
        further_presenters=(Presenter(name=None, unit="市财政局"),),
    )
    record = EXPECTED["items"][0] | {"presenter_name": None, "presenter_unit": "市教育局、市财政局"}
    assert misses(score(replace(EXAMPLE_MINUTES, items=(item,)), EXPECTED | {"items": [record]}, name="例")) == ""
