"""Files cut short are noticed before anything opens them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.retrieval.sizes import NOTE, cut_short, note_sizes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "segment").mkdir()
    (tmp_path / "segment" / "data.bin").write_bytes(b"x" * 100)
    note_sizes(tmp_path)
    return tmp_path


def test_whole_files_and_grown_ones_are_fine(folder: Path) -> None:
    assert not cut_short(folder)
    (folder / "segment" / "data.bin").write_bytes(b"x" * 200)
    assert not cut_short(folder)


def test_without_a_note_nothing_is_known(tmp_path: Path) -> None:
    assert not cut_short(tmp_path)


@pytest.mark.parametrize("damage", ["shorter", "gone", "note"])
def test_damage_is_noticed(folder: Path, damage: str) -> None:
    if damage == "shorter":
        (folder / "segment" / "data.bin").write_bytes(b"x" * 99)
    elif damage == "gone":
        (folder / "segment" / "data.bin").unlink()
    else:
        (folder / NOTE).write_text("[]", encoding="utf-8")
    assert cut_short(folder)
