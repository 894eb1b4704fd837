"""What weighs how much, and what fits."""

from __future__ import annotations

import pytest

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.summary.weighed import Detail, choose, proven, weigh
from pipeline.minutes import Document


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("服务期由三年调整为五年", "由人事科负责落实"),
        ("甲局6月底前报送", "甲局每月报送"),
        ("乙局持保留意见", "乙局作了说明"),
        ("不得用于新增土地储备", "用于偿还债务"),
    ],
    ids=["a changed value", "a day to keep", "a reservation", "what is forbidden"],
)
def test_what_weighs_more(more: str, less: str) -> None:
    assert weigh(more) > weigh(less)


def test_only_what_the_text_proves_is_chosen() -> None:
    text = "由甲局6月底前拨付86万元。"
    source = Source("d0", Document(file="a.txt", text=text, kind="other", name="a"))
    quotes = (Quote("d0", 0, len(text)),)
    right, wrong = (Detail(0, Told(Sentence(said, quotes)), 5.0) for said in (text, "由甲局6月底前拨付96万元。"))
    assert proven(source, right) is not None
    assert proven(source, wrong) is None
    assert [one.text for one in choose(source, [wrong, right], room=90, alone=frozenset([0]))] == [right.text]
