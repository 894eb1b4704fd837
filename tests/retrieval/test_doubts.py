"""Doubtful readings are counted; furniture is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.minutes import Notice
from pipeline.retrieval.doubts import count_doubts
from pipeline.retrieval.library import Library
from tests.retrieval.examples import minutes


def test_pointers_are_counted_and_furniture_is_not(library: Library, tmp_path: Path) -> None:
    notices = (
        Notice(code="year", message="年份不明", start=9, end=9),
        Notice(code="gap", message="缺第三项", start=0, end=0),
        Notice(code="footer", message="网页页脚", start=3, end=8),
        Notice(code="page_number", message="页码", start=5, end=5),
    )
    doubtful = library.add(replace(minutes(), notices=notices), source=tmp_path / "a.txt", sha256="1").document_id
    plain = library.add(
        replace(minutes(file="b.txt", tail=""), notices=()), source=tmp_path / "b.txt", sha256="2"
    ).document_id
    assert count_doubts(library.home, [doubtful, plain, "d0"]) == {doubtful: 2}
    assert count_doubts(library.home, [plain]) == {}


def test_a_folder_without_a_library_has_none(tmp_path: Path) -> None:
    assert count_doubts(tmp_path, ["d1"]) == {}


def test_doubts_of_one_kind_are_counted_alone(library: Library, tmp_path: Path) -> None:
    notices = (Notice(code="year", message="年份不明", start=9, end=9), Notice(code="gap", message="", start=0, end=0))
    made = library.add(replace(minutes(), notices=notices), source=tmp_path / "a.txt", sha256="1").document_id
    assert count_doubts(library.home, [made], codes=("gap", "other")) == {made: 1}
    assert count_doubts(library.home, [made], codes=("other",)) == {}
