"""A run holds against the accepted one, or the measures that fell and the questions that were lost are named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.bench import Bench
from eval.gate import BASELINE, accept, hold, load_baseline
from eval.gold import Question
from eval.run import examine
from eval.sets import load_sets
from pipeline.errors import BadRequest, MissingFile

from .conftest import Keep, Written, said

Records = list[dict[str, Any]]


@pytest.fixture
def many(questions: list[Question], texts: dict[str, str]) -> Callable[[int], Records]:
    """Records of forty questions of which so many are answered wrongly."""
    asked = [replace(questions[0], id=f"q{number:02}", question=f"谁汇报？{number}") for number in range(40)]
    asked[1] = replace(asked[1], split="test")

    def made(wrong: int) -> Records:
        right, other = said("周明", "市城管局局长周明"), said("吴静", "市城管局局长周明")
        system = Written({one.question: other if place < wrong else right for place, one in enumerate(asked)})
        return [examine(one, system, texts) for one in asked]

    return made


@pytest.fixture
def baseline(many: Callable[[int], Records], keep: Keep, written: Written, tmp_path: Path) -> dict[str, Any]:
    """What is kept of forty right answers."""
    folder = keep(written)
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in many(0))
    (folder / "records.jsonl").write_text(lines, "utf-8")
    return load_baseline(accept(folder, tmp_path / "baseline.json"))


@pytest.mark.parametrize(
    ("wrong", "held"),
    [
        pytest.param(0, True, id="the same"),
        pytest.param(2, True, id="two of forty may be chance"),
        pytest.param(6, False, id="six of forty are not"),
    ],
)
def test_a_fall_counts_beyond_noise(
    wrong: int, held: bool, many: Callable[[int], Records], baseline: dict[str, Any]
) -> None:
    verdict = hold(baseline, many(wrong))
    assert (verdict.both, verdict.held, len(verdict.lost)) == (40, held, wrong)
    assert ("accuracy" in verdict.fallen) is not held


def test_the_lost_questions_are_named_and_those_of_the_test_split_by_id_alone(
    many: Callable[[int], Records], baseline: dict[str, Any]
) -> None:
    text = hold(baseline, many(6)).text
    assert "退步超出偶然" in text
    assert "失 q00 谁汇报？0" in text
    assert "失 q01 （留出题）" in text


def test_one_false_quote_is_too_many(many: Callable[[int], Records], baseline: dict[str, Any]) -> None:
    records = many(0)
    records[3]["scores"]["citation_verbatim"] = [0.0]
    assert list(hold(baseline, records).fallen) == ["citation_verbatim"]


def test_what_cannot_be_compared_is_left_out(many: Callable[[int], Records], baseline: dict[str, Any]) -> None:
    records = many(6)[:39]
    records[0]["must_include"] = ["别的"]
    verdict = hold(baseline, records)
    assert (verdict.both, list(verdict.altered), list(verdict.missing)) == (38, ["q00"], ["q39"])


def test_a_run_with_faults_is_not_accepted(keep: Keep, written: Written, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="有 1 题出错：t4"):
        accept(keep(written), tmp_path / "baseline.json")
    with pytest.raises(MissingFile, match=r"baseline\.json"):
        load_baseline(tmp_path / "baseline.json")
    (tmp_path / "baseline.json").write_text("[]", "utf-8")
    with pytest.raises(BadRequest, match="不是认可的成绩"):
        load_baseline(tmp_path / "baseline.json")


@pytest.mark.slow
def test_the_product_holds_against_the_last_accepted_run() -> None:
    """Quality must not fall beyond noise; after a gain or a wanted change: python -m eval accept."""
    records: Records = []
    for gold in load_sets():
        with Bench(gold) as bench:
            records += [examine(question, bench.product, gold.texts) for question in gold.questions]
    verdict = hold(load_baseline(BASELINE), records)
    assert [record["id"] for record in records if record["error"]] == []
    assert verdict.held, verdict.text
    assert verdict.both > 100, "most of the accepted questions were altered or taken away: accept anew"
