"""Slips of the pen are mended through what the library has, and only what it lacks is."""

from __future__ import annotations

import pytest

from pipeline.retrieval.spelling import mend, read_aloud
from pipeline.retrieval.syllables import load_syllables


class Library:
    """The terms of a few texts."""

    def __init__(self, *texts: str) -> None:
        self.pairs = [text[place : place + 2] for text in texts for place in range(len(text) - 1)]

    def frequency(self, text: str) -> int:
        return self.pairs.count(text)

    def beginning(self, opening: str) -> list[str]:
        return sorted({pair for pair in self.pairs if pair.startswith(opening)})


WORDS = Library("城区停车管理办法", "政府采购公平竞争", "规划面积")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("停车管理办发", "办法", id="sounds-alike-at-the-end"),
        pytest.param("政府采构", "采购", id="sounds-alike"),
        pytest.param("规化面积", "规划", id="sounds-alike-at-the-front"),
        pytest.param("停车官理", "管理", id="the-pair-that-follows"),
        pytest.param("政府彩购", "采购", id="first-of-a-pair"),
        pytest.param("停午管理", "停车管", id="looks-alike-between-both"),
        pytest.param("采购平公", "公平", id="two-changed-places"),
    ],
)
def test_a_slip_is_mended(written: str, meant: str) -> None:
    found = mend(written, words=WORDS, known=frozenset(), syllables=load_syllables())
    assert meant in {mended.meant for mended in found}
    assert all(mended.weight < 1 for mended in found)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        pytest.param("停车管理", frozenset[str](), id="as-the-library-has-it"),
        pytest.param("办发", frozenset({"办发"}), id="a-word-of-its-own"),
        pytest.param("天", frozenset[str](), id="one-character"),
    ],
)
def test_what_is_right_is_left(written: str, known: frozenset[str]) -> None:
    assert mend(written, words=WORDS, known=known, syllables=load_syllables()) == []


def test_pinyin_finds_pairs_of_characters() -> None:
    found = read_aloud("ting che zhengfu budget", words=WORDS, syllables=load_syllables())
    assert {"停车", "政府"} <= {mended.meant for mended in found}


def test_english_is_no_pinyin() -> None:
    assert read_aloud("he can run", words=Library("和参"), syllables=load_syllables()) == []
    known = frozenset({"tingche"})
    assert read_aloud("tingche", words=WORDS, syllables=load_syllables(), known=known) == []
