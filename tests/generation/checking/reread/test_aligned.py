"""A statement word by word beside its sources."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.speech import words_of
from pipeline.generation.checking.reread.aligned import NAMES, aligned
from pipeline.generation.checking.reread.placed import placed

SOURCE = Source("县交通局检查桥梁，县水利局清理河道，投资380万元。", "")


def row(statement: str) -> dict[str, float]:
    return aligned(placed(statement, [SOURCE]), [SOURCE])


def test_every_trait_of_the_room_is_told() -> None:
    assert set(row("县交通局检查桥梁。")) == set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


def test_words_are_cut_little_ones_too() -> None:
    assert words_of("已更换设备2台") == ["已", "更换", "设备", "台"]


@pytest.mark.parametrize(
    ("statement", "trait"),
    [
        ("县交通局拍卖桥梁。", "new"),
        ("县交通局检查桥梁，投资390万元。", "values_new"),
        ("县园林中心检查桥梁。", "longest_gap"),
        ("清理河道、检查桥梁。", "turned_verbs"),
        ("县水利局检查桥梁，县交通局清理河道。", "turned_nouns"),
    ],
)
def test_what_is_another_than_in_the_sources(statement: str, trait: str) -> None:
    assert row(statement)[trait] > row("县交通局检查桥梁，县水利局清理河道。")[trait]


def test_a_statement_of_figures_alone_has_traits_too() -> None:
    told = row("投资380万元。")
    assert np.isnan(told["new_far"])
    assert told["values_new"] == 0
