"""A draft that a person edited is checked again."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.summarize import summarize
from pipeline.interface.revising import edits_of, revise
from pipeline.minutes import EXAMPLE_MINUTES

DRAFT = summarize("d1", EXAMPLE_MINUTES)


def test_a_change_that_the_source_bears_stays_verified() -> None:
    at = next(place for place, one in enumerate(DRAFT.sentences) if "牵头" in one.text)
    revised = revise(DRAFT, {at: "6月底前完成，由市城管局牵头。"})
    assert revised.sentences[at].check == "verified" and revised.sentences[at].text.startswith("6月底前")
    assert revised.notice == "人工改动 1 句；覆盖情况按原稿统计。"


def test_an_invention_is_flagged_with_its_reason_and_counted() -> None:
    at = next(place for place, one in enumerate(DRAFT.sentences) if "牵头" in one.text)
    revised = revise(DRAFT, {at: "由市财政局牵头，安排500万元。"})
    assert revised.sentences[at].check == "flagged"
    assert any("500万元" in problem.message for problem in revised.sentences[at].problems)
    assert revised.to_json()["fidelity"]["numbers"]["invented"]


def test_an_emptied_sentence_is_dropped_and_said() -> None:
    revised = revise(DRAFT, {0: ""})
    assert len(revised.sentences) == len(DRAFT.sentences) - 1 and "删去 1 句" in (revised.notice or "")


def test_nothing_changed_changes_nothing() -> None:
    assert revise(DRAFT, {0: DRAFT.sentences[0].text, 99: "没有这一句"}) is DRAFT


@pytest.mark.parametrize("value", [{}, {"edits": None}, {"edits": ["a"]}, {"edits": {"x": "a", "-1": "b"}}])
def test_what_is_no_edit_is_left_out(value: dict[str, object]) -> None:
    assert edits_of(value) == {}
