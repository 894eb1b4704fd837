"""Cutting prose: paragraphs, then sentences, then anywhere; nothing is lost but blanks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.minutes import Span
from pipeline.retrieval.cut import Piece, around, pack, prose, stripped


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        pytest.param("一段。\n二段。\n三段。", 8, ["一段。\n二段。", "三段。"], id="paragraphs"),
        pytest.param("头一句。第二句！第三句？", 8, ["头一句。第二句！", "第三句？"], id="sentences"),
        pytest.param("没有标点的一长行", 3, ["没有标", "点的一", "长行"], id="no-punctuation"),
        pytest.param("他说“行。”完了。", 6, ["他说“行。”", "完了。"], id="closing-quote-stays"),
        pytest.param("\n \n", 5, [], id="blank"),
    ],
)
def test_prose_is_cut_where_it_may(text: str, limit: int, pieces: list[str]) -> None:
    assert [text[span.start : span.end] for span in prose(text, Span(0, len(text)), limit=limit)] == pieces


@given(st.text(alphabet="会议明确。；\n 1a“”", max_size=80), st.integers(min_value=1, max_value=20))
def test_no_character_is_lost_and_no_piece_is_too_long(text: str, limit: int) -> None:
    spans = prose(text, Span(0, len(text)), limit=limit)
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(span.end - span.start <= limit for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_a_piece_longer_than_the_limit_stays_whole() -> None:
    packed = pack([Piece(Span(0, 2), ("1",)), Piece(Span(2, 50), ("2",)), Piece(Span(50, 52), ("3",))], limit=10)
    assert [piece.labels for piece in packed] == [("1",), ("2",), ("3",)]


def test_what_is_taken_is_left_out_also_where_it_overlaps() -> None:
    taken = [Span(2, 5), Span(4, 6), Span(9, 20), Span(30, 40)]
    assert around(Span(0, 10), taken) == [Span(0, 2), Span(6, 9)]


def test_a_span_of_blanks_is_nothing() -> None:
    assert stripped("a \n b", Span(1, 4)) is None
