"""Summaries are held against the key points of each item, in both styles."""

from __future__ import annotations

from typing import Any

import pytest

from eval.bench import Bench
from eval.coverage import faithful, score_summaries
from eval.gold import ItemPoints, KeyPoint
from eval.sets import GoldSet

from .conftest import FILE


def summary(text: str, *quotes: str, label: str | None = "一") -> dict[str, Any]:
    sentence = {"text": text, "citations": list(range(len(quotes)))}
    return {
        "items": [{"label": label, "title": "停车", "sentences": [sentence]}],
        "citations": [{"quote": quote} for quote in quotes],
    }


@pytest.mark.parametrize(
    ("tree", "true"),
    [
        pytest.param(summary("由市城管局牵头。", "由市城管局牵头"), 1.0, id="the wording"),
        pytest.param(summary("2.9万件办结。", "29000件"), 1.0, id="another form of the number"),
        pytest.param(summary("3万件办结。", "2.9万件"), 0.0, id="another number"),
        pytest.param(summary("通过《甲》。", "会议通过《乙》"), 0.0, id="another title"),
        pytest.param(summary("共通过2项。", "甲", "乙"), 1.0, id="a count of its quotes"),
        pytest.param(summary("由市城管局牵头。"), 0.0, id="no quote at all"),
    ],
)
def test_a_sentence_is_true_where_its_quotes_hold_its_facts(tree: dict[str, Any], true: float) -> None:
    assert faithful(tree) == [true]


def test_key_points_of_the_product_s_summaries(small: GoldSet) -> None:
    with Bench(small) as bench:
        scores = list(score_summaries(small.points, bench.assistant, small.texts))
    full, brief = scores
    assert [(score["id"], score["style"]) for score in scores] == [("k1", "full"), ("k1", "brief")]
    assert (full["covered"], full["missing"]) == ([1.0, 1.0], [])
    assert len(brief["covered"]) == 1  # only what a paragraph must tell
    assert set(full["verbatim"]) == {1.0}
    assert set(full["faithful"]) == {1.0}


def test_a_point_that_is_not_told_is_named(small: GoldSet) -> None:
    untold = KeyPoint(point="没有的事", must_include=("地铁",), quote="停车", brief=True)
    entry = ItemPoints(id="k9", document=FILE, item="一", split="dev", points=(untold,))
    with Bench(small) as bench:
        for score in score_summaries([entry], bench.assistant, small.texts):
            assert (score["covered"], score["missing"]) == ([0.0], ["没有的事"])
