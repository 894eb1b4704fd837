"""The second reading: what no rule turns down, and yet reads like an invention."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.second import (
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


def test_trees_for_other_traits_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "second_reading.json"
    file.write_text('{"traits": ["moon"], "base": 0, "trees": []}', encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"second_reading\.json.*traits"):
        load_second_reading(file)


def test_the_trees_that_come_with_the_product_are_whole() -> None:
    trees = load_second_reading()
    assert len(trees.roots) > 100
    assert trees.trait.max() < len(NAMES)
