"""What a question wants: its words, their like, spellings; nothing of what names a meeting."""

from __future__ import annotations

import pytest

from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.mentions import find_mentions
from pipeline.retrieval.thesaurus import Thesaurus, read_groups
from pipeline.retrieval.wanted import MOST_WANTED, blanked, wanted
from tests.retrieval.test_spelling import Library

WORDS = Library("停车泊位收费标准", "政府采购", "燃气安全")
THESAURUS = Thesaurus(read_groups("车位 停车位 | 停车泊位 地下车库\n市长\nparking | 停车"))


def _others(question: str) -> dict[str, dict[str, float]]:
    found = wanted(
        question, mentions=find_mentions(question), lexicon=load_lexicon(), thesaurus=THESAURUS, words=_Phrases()
    )
    return {each.word: each.others for each in found}


class _Phrases(Library):
    """A library that counts longer strings by their rarest pair, as the index does."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs = WORDS.pairs

    def frequency(self, text: str) -> int:
        return min(self.pairs.count(text[place : place + 2]) for place in range(max(1, len(text) - 1)))


@pytest.mark.parametrize(
    ("question", "word", "others"),
    [
        pytest.param("车位怎么收费", "车位", {"停车泊位": 0.45}, id="only-what-the-library-has"),
        pytest.param("政府采构", "采构", {"采购": 0.7}, id="mended"),
        pytest.param("parking", "parking", {"停车": 0.45}, id="english"),
        pytest.param("zheng fu", "zheng fu", {"政府": 0.6}, id="pinyin"),
    ],
)
def test_a_word_brings_its_like(question: str, word: str, others: dict[str, float]) -> None:
    assert _others(question)[word] == others


def test_a_name_is_freed_of_the_small_words_around_it() -> None:
    assert "谢罡" in _others("谢罡在会上")


def test_what_names_the_meeting_is_left_out() -> None:
    assert not {"2017", "第4次", "4", "常务"} & set(_others("2017年第4次常务会议的收费标准"))


def test_a_short_word_between_two_others_is_an_accident() -> None:
    assert "市长" not in _others("全市长期收费")


def test_english_small_words_are_not_wanted() -> None:
    assert not {"the", "of", "what"} & set(_others("what is the standard of parking"))


def test_a_very_long_question_is_bounded() -> None:
    assert len(_others(" ".join(f"{number}号楼" for number in range(500)))) <= MOST_WANTED


def test_blanks_keep_the_length() -> None:
    assert blanked("第4次会议谈停车", [(0, 5)]) == "，，，，，谈停车"
