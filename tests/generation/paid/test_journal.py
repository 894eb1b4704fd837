"""The memory on disk: what was put is there, and a line that was cut short costs only itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.generation.paid.journal import Journal


def test_the_last_entry_of_a_key_counts(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    journal.put({"甲.md": "一\n行", "乙": "二"})
    journal.put({"甲.md": "三"})
    again = Journal(tmp_path / "j")
    assert (again.get("甲.md"), again.get("乙"), again.get("丙")) == ("三", "二", None)


@pytest.mark.parametrize("cut", range(1, 16))
def test_a_line_that_was_cut_short_counts_as_never_written(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "j"
    Journal(file).put({"a": "1"})
    Journal(file).put({"b": "甲乙"})
    file.write_bytes(file.read_bytes()[:-cut])
    journal = Journal(file)
    assert journal.get("a") == "1"
    assert journal.get("b") == ("甲乙" if cut == 1 else None)
    journal.put({"c": "3"})
    assert [Journal(file).get(key) for key in "ac"] == ["1", "3"]


@pytest.mark.parametrize(
    "damage",
    [b"{", b"[1, 2]\n", b"\xff\xfe\n", b'["a"]\n', b"[" * 3000 + b"\n"],
    ids=["cut off", "numbers", "no UTF-8", "no value", "deep"],
)
def test_a_line_that_is_no_entry_is_passed_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "j").write_bytes(damage + b'\n["a", "1"]\n')
    assert Journal(tmp_path / "j").get("a") == "1"


def test_half_a_character_is_kept(tmp_path: Path) -> None:
    Journal(tmp_path / "j").put({"a": "\ud83d"})
    assert Journal(tmp_path / "j").get("a") == "\ud83d"


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: journal.put({str(number): "值" * number}), range(60)))
    again = Journal(tmp_path / "j")
    assert all(again.get(str(number)) == "值" * number for number in range(60))
