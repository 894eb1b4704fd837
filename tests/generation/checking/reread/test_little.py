"""Words added and left, and what they weigh."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.little import changed, load_weights, weight
from pipeline.generation.checking.reread.placed import placed

SOURCE = Source("拟由县交通局牵头加固桥梁，9月底前完工。", "")


def test_what_is_added_and_what_is_left_are_told_apart() -> None:
    statement = "县交通局已经牵头加固桥梁，九月底前完工。"
    words = changed(placed(statement, [SOURCE]), [SOURCE])
    assert {"+已经", "-拟"} <= words
    assert "+九" not in words  # how a figure is written tells nothing


def test_words_weigh_together_and_unknown_ones_nothing() -> None:
    assert weight(frozenset(("+已经", "-拟", "+嗯")), {"+已经": 1.0, "-拟": 0.5}) == 1.5


@pytest.mark.parametrize("text", ["{}", '{"words": 3}', "[", '{"words": {"+已": "x"}}'])
def test_weights_that_are_not_whole_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "weights.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"weights\.json"):
        load_weights(file)
