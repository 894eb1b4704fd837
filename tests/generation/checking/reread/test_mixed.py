"""Clauses that take what they say from several sources."""

from __future__ import annotations

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.mixed import NAMES, mixed
from pipeline.generation.checking.reread.placed import placed

SOURCES = [
    Source("县水务局负责泵站改造，投资320万元，9月底前完成。", ""),
    Source("县教育局负责食堂招标，预算85万元，7月底前完成。", ""),
]


def told(statement: str) -> dict[str, float]:
    return mixed(placed(statement, SOURCES), SOURCES)


def test_two_places_one_after_the_other_are_not_mixed() -> None:
    row = told("县水务局负责泵站改造，投资320万元；县教育局负责食堂招标，预算85万元。")
    assert row["best_sources"] == 2
    assert row["foreign_share"] == row["figures_foreign"] == row["names_foreign"] == row["sentence_foreign"] == 0


def test_a_figure_and_a_unit_of_another_place_are_foreign() -> None:
    row = told("县教育局负责泵站改造投资85万元。")
    assert row["figures_foreign"] == row["names_foreign"] == 1
    assert row["sentence_foreign"] > 0


def test_a_single_source_mixes_nothing() -> None:
    row = mixed(placed("县水务局负责泵站改造。", SOURCES[:1]), SOURCES[:1])
    assert set(row) == set(NAMES)
    assert not any(row.values())
