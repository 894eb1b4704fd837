"""Whom a clause speaks of."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.subjects import helped_units, joined_units, opening_units, subject_of, units_right_before


def _named(text: str, places: list[tuple[int, int]]) -> list[str]:
    return [text[slice(*place)] for place in places]


@pytest.mark.parametrize(
    ("text", "names", "act"),
    [
        ("市财政局、市审计局要加强监督", ["市财政局", "市审计局"], "要加强监督"),
        ("平安区应急局应急值守", [], ""),
        ("副县长王军要靠前指挥", ["副县长王军"], "要靠前指挥"),
        ("完善机制要提速", [], ""),
    ],
)
def test_the_subject_before_a_word_of_action(text: str, names: list[str], act: str) -> None:
    found = subject_of(text, 0, len(text), trusted=False)
    assert (_named(text, found[0]) if found else []) == names
    assert (text[found[1] :] if found else "") == act


def test_behind_a_word_that_bids_any_verb_will_do() -> None:
    text = "建设单位买单"
    assert subject_of(text, 0, len(text), trusted=True) == ([(0, 4)], 4)
    assert subject_of(text, 0, len(text), trusted=False) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县审计局全程跟踪", ["县审计局"]),
        ("市财政局的意见可行", []),
        ("市水务局汇报情况", []),
        ("全程跟踪", []),
        ("市财政局已拨付", []),
    ],
)
def test_units_that_open_a_clause(text: str, names: list[str]) -> None:
    assert _named(text, opening_units(text, 0, len(text))[0]) == names


def test_who_is_helped_and_who_joins() -> None:
    text = "积极配合市教育局做好编制"
    assert _named(text, helped_units(text, 0, len(text))) == ["市教育局"]
    text = "要会同县林业局、县水利局研究"
    [(start, stop, places)] = joined_units(text, 0, len(text))
    assert (start, text[stop:], _named(text, places)) == (0, "研究", ["县林业局", "县水利局"])
    text = "在省水利厅指导下推进"
    assert [_named(text, places) for _, _, places in joined_units(text, 0, len(text))] == [["省水利厅"]]


def test_a_unit_right_before_the_word_that_says_so() -> None:
    text = "报批工作市财政局负责"
    assert _named(text, units_right_before(text, 0, len(text))) == ["市财政局"]
    assert units_right_before("市财政局研究", 0, 6) == []
