"""Words and how telling each is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.retrieval.lexicon import Lexicon, load_lexicon

SMALL = Lexicon({"停车": 50, "管理": 400, "办法": 300, "停": 10, "车": 20, "的": 900, "罐": 3}, texts=1000)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("停车管理办法", ["停车", "管理", "办法"]),
        ("煤气罐的办法", ["煤气罐", "的", "办法"]),
        ("投资3.5亿", ["投资", "3.5", "亿"]),
        ("2021年gdp", ["2021", "年", "gdp"]),
    ],
)
def test_a_text_is_cut_into_its_most_probable_words(text: str, words: list[str]) -> None:
    assert SMALL.segment(text) == words


def test_rare_words_tell_more_than_common_ones() -> None:
    assert SMALL.rarity("的") < SMALL.rarity("管理") < SMALL.rarity("停车") < SMALL.rarity("罐") < 1
    assert SMALL.rarity("陌") == 1.0


def test_a_string_that_is_no_word_is_as_telling_as_its_characters() -> None:
    assert SMALL.rarity("的车") < SMALL.rarity("陌罐") == 1.0


def test_the_lexicon_of_the_product_knows_official_words() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.counts) > 20_000
    assert lexicon.segment("牵头落实专项资金") == ["牵头", "落实", "专项资金"]
    assert lexicon.rarity("会议") < lexicon.rarity("泊位")


@pytest.mark.parametrize("content", [None, "", "x\n", "10\n停车\n"])
def test_a_file_that_is_no_lexicon_is_said_so(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "lexicon.txt"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"lexicon\.txt"):
        load_lexicon(path)
