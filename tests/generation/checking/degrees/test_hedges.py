"""The words that deny and hedge."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.hedges import HEDGED, NEGATION


@pytest.mark.parametrize("word", ["不得动工", "未落实", "没有结论", "严禁占用"])
def test_what_denies(word: str) -> None:
    assert NEGATION.search(word)


@pytest.mark.parametrize("word", ["不断完善", "未来三年", "区别对待", "不少于3次"])
def test_what_denies_nothing(word: str) -> None:
    assert NEGATION.search(word) is None


@pytest.mark.parametrize(("text", "kind"), [("力争年底完成", "争取"), ("原则上予以支持", "原则上")])
def test_what_hedges(text: str, kind: str) -> None:
    assert kind in {kind for pattern, kind in HEDGED if pattern.search(text)}


def test_a_degree_of_a_verdict_is_no_hedge() -> None:
    assert all(kind != "原则上" for pattern, kind in HEDGED if pattern.search("原则上予以通过"))
