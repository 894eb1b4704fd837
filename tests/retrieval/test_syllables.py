"""Syllables: what sounds alike, how pinyin is cut, a table that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.retrieval.syllables import latin_words, load_syllables


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("划", "化", True),
        ("构", "购", True),
        ("才", "采", True),
        ("是", "四", True),
        ("林", "凌", True),
        ("水", "火", False),
    ],
)
def test_characters_sound_alike(one: str, other: str, alike: bool) -> None:
    assert load_syllables().alike(one, other) is alike


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [("zhengfu", ["zheng", "fu"]), ("xian", ["xian"]), ("budget", []), ("", [])],
)
def test_letters_are_cut_into_syllables(letters: str, syllables: list[str]) -> None:
    assert load_syllables().split(letters) == syllables


def test_words_in_letters_are_found() -> None:
    assert latin_words("xi'an的 tingche 4次") == ["xian", "tingche"]


@pytest.mark.parametrize("content", [None, "一行没有空白\n"])
def test_a_file_that_is_no_table_is_said_so(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "pinyin.txt"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"pinyin\.txt"):
        load_syllables(path)
