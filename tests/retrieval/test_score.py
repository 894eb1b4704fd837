"""How well a chunk answers: rare words count, other words count less, what the stamp says counts for nothing."""

from __future__ import annotations

import pytest

from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.score import rate, rate_terms, telling
from pipeline.retrieval.wanted import Wanted
from tests.retrieval.test_spelling import Library

WORDS = Library("停车", "泊位", "车库", "车场", *["会议"] * 8)


def _chunk(text: str, *, heading: str = "", stamp: str = "") -> Chunk:
    context = f"{stamp} {heading}".strip()
    return Chunk(text, "d1", "item", "一", heading, text, context, 0, len(text), 0, (), stamp)


def _rate(asked: list[Wanted], *chunks: Chunk) -> list[float]:
    found = rate(chunks, asked, words=WORDS, total=12, lexicon=load_lexicon())
    return [found[chunk.chunk_id] for chunk in chunks]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    lexicon = load_lexicon()
    rare, common = (telling(word, words=WORDS, chunks=12, lexicon=lexicon) for word in ("泊位", "会议"))
    assert 1 >= rare > 2 * common > 0


def test_the_word_asked_counts_more_than_its_like() -> None:
    exact, like, neither = _rate(
        [Wanted("停车", {"泊位": 0.5})], _chunk("停车收费"), _chunk("泊位收费"), _chunk("收费")
    )
    assert exact > like > neither == 0


def test_many_ways_of_saying_one_thing_do_not_outvote_the_thing_itself() -> None:
    asked = [Wanted("停车", dict.fromkeys(["泊位", "车库", "车场"], 0.45))]
    exact, many = _rate(asked, _chunk("停车。"), _chunk("泊位、车库、车场"))
    assert exact > many


def test_a_heading_counts_more_and_the_stamp_nothing() -> None:
    plain, titled, stamped = _rate(
        [Wanted("停车")], _chunk("停车的事"), _chunk("停车之事", heading="停车"), _chunk("停车某事", stamp="停车办公室")
    )
    assert titled > plain > stamped == 0


def test_a_long_chunk_is_not_put_down_for_its_length_alone() -> None:
    short, long = "停车" + "某" * 50, "停车泊位" + "某" * 1100
    found = rate_terms([_chunk(short), _chunk(long)], "停车泊位", words=WORDS, total=12, lexicon=load_lexicon())
    assert found[long] > found[short]


@pytest.mark.parametrize("query", ["", "？", "没有的词"])
def test_what_no_chunk_has_counts_nothing(query: str) -> None:
    assert rate_terms([_chunk("停车")], query, words=WORDS, total=12, lexicon=load_lexicon()) == {"停车": 0.0}


def test_a_pair_over_the_edge_of_two_words_counts_for_less() -> None:
    """没有停车收费 has 有停, which is no word and came about by accident."""
    words = Library("有停", "停车")
    found = rate_terms([_chunk("有停"), _chunk("停车")], "没有停车", words=words, total=12, lexicon=load_lexicon())
    assert 0 < found["有停"] < found["停车"]


def test_the_rarest_term_counts_alike_in_libraries_of_any_size() -> None:
    small, large = (
        rate_terms([_chunk("停车")], "停车", words=WORDS, total=total, lexicon=load_lexicon())["停车"]
        for total in (50, 50000)
    )
    assert large == pytest.approx(small, rel=0.35)


def test_another_length_may_count_instead_of_its_own() -> None:
    long = _chunk("停车" + "某" * 900)
    own, instead = (
        rate([long], [Wanted("停车")], words=WORDS, total=12, lexicon=load_lexicon(), lengths=lengths)[long.chunk_id]
        for lengths in ({}, {long.chunk_id: 100})
    )
    assert instead > own
