"""The second reading: what no rule turns down, and yet reads like an invention."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread import second
from pipeline.generation.checking.reread.second import (
    FILE,
    LIFTED,
    LIKELY,
    MESSAGE,
    likely_invented,
    load_second_reading,
    second_reading,
)
from pipeline.generation.checking.reread.traits import NAMES

SOURCE = Source(
    "会议听取县水利局关于水库清淤的汇报，认为方案尚不成熟，待专家论证后再提交会议研究。由县财政局配合筹措资金。", ""
)


def test_an_invention_is_likelier_than_a_true_sentence() -> None:
    true = likely_invented("水库清淤方案还不成熟，要待专家论证后再上会研究。", [SOURCE])
    invented = likely_invented("水库清淤方案已经敲定，由县财政局全部实施。", [SOURCE])
    assert 0 < true < LIKELY < invented < 1


def test_an_invention_is_a_problem_with_its_reason() -> None:
    statement = "水库清淤方案已经敲定，由县财政局全部实施。"
    assert second_reading(statement, [SOURCE]) == [Problem("reading", statement, MESSAGE)]


def test_words_of_the_source_pass_said_once_or_twice() -> None:
    assert second_reading("由县财政局配合筹措资金。", [SOURCE]) == []
    assert second_reading("由县财政局配合筹措资金，由县财政局配合筹措资金。", [SOURCE]) == []


TRUE = "筹措资金由县财政局配合。"
SOFT = Problem("wording", "资金由", "出处中没有“资金由”")


def test_a_soft_flag_is_lifted_where_all_else_speaks_for_the_statement() -> None:
    assert likely_invented(TRUE, [SOURCE], [SOFT]) <= LIFTED
    assert second_reading(TRUE, [SOURCE], [SOFT]) == []


def test_a_soft_flag_stands_where_the_statement_reads_like_an_invention() -> None:
    statement = "水库清淤方案已经敲定，由县财政局全部实施。"
    assert second_reading(statement, [SOURCE], [SOFT]) == [SOFT]


@pytest.mark.parametrize("kind", ["number", "date", "person", "verdict", "title"])
def test_what_the_sources_do_not_hold_stands_whatever_speaks_for_the_statement(kind: str) -> None:
    hard = Problem(kind, "9月", "出处中没有“9月”")
    assert second_reading(TRUE, [SOURCE], [SOFT, hard]) == [SOFT, hard]


@pytest.mark.parametrize("text", [None, "{", '{"traits": ["moon"], "base": 0, "trees": [], "words": {}}'])
def test_without_trees_what_the_rules_found_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str | None
) -> None:
    file = tmp_path / "second_reading.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(second, "FILE", file)
    assert second_reading(TRUE, [SOURCE], [SOFT]) == [SOFT]
    with pytest.raises(LibraryDamaged, match=r"second_reading\.json"):
        second_reading(TRUE, [SOURCE])


def test_trees_for_other_traits_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "second_reading.json"
    file.write_text('{"traits": ["moon"], "base": 0, "trees": []}', encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"second_reading\.json.*traits"):
        load_second_reading(file)


def test_the_trees_that_come_with_the_product_are_whole() -> None:
    trees = load_second_reading(FILE)
    assert len(trees.roots) > 100
    assert trees.trait.max() < len(NAMES)
