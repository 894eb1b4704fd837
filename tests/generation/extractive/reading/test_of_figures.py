"""A rough figure names its digits; the doubts about figures themselves are tried in `test_doubts.py`."""

from __future__ import annotations

from pipeline.generation.extractive.reading.of_figures import ROUGHLY


def test_a_rough_figure_names_its_digits() -> None:
    asked = ("想加386万多", "花了1200来万", "来了300余人", "一共5多", "正好386万")
    assert [[match["figure"] for match in ROUGHLY.finditer(text)] for text in asked] == [
        ["386"],
        ["1200"],
        ["300"],
        [],
        [],
    ]
