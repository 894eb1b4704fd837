"""What speaks for a sentence and what against it."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.generation.extractive.reading.traits import NAMES, Passage, read_question, traits

FUNDING = "灯塔修缮经费由县财政局列支，共需136万元。"
REPORT = "会议听取了县交通局局长闵舟关于灯塔修缮情况的汇报。"
VERDICT = "会议原则同意该方案。"
BRIDGE = "石桥加固由县水务局负责，9月底前完成。"

NEAR = Passage((REPORT, FUNDING, VERDICT), "渔港灯塔修缮", "第9次常务会议", 0, 0.9)
FAR = Passage((BRIDGE,), "石桥加固", "第9次常务会议", 1, 0.4)


def table(question: str, *passages: Passage) -> list[dict[str, float]]:
    rows = traits(read_question(question), passages)
    assert rows.shape[1] == len(NAMES)
    assert not np.isnan(rows).any()
    return [dict(zip(NAMES, row, strict=True)) for row in rows.tolist()]


def test_one_row_for_each_sentence_in_order() -> None:
    rows = table("灯塔修缮要多少钱", NEAR, FAR)
    assert [row["place"] for row in rows] == [0, 1, 2, 0]
    assert [row["opens"] for row in rows] == [1, 0, 0, 1]
    assert [row["rank"] for row in rows] == [0, 0, 0, 1]


def test_no_sentence_no_row() -> None:
    assert traits(read_question("灯塔"), []).shape == (0, len(NAMES))


@pytest.mark.parametrize(
    ("name", "question", "better", "worse"),
    [
        pytest.param("kind_held", "灯塔修缮要多少钱", 1, 0, id="an amount where money is asked"),
        pytest.param("kind_strict", "灯塔修缮要多少钱", 1, 2, id="the kind, or none needed"),
        pytest.param("verdict", "灯塔修缮同意了吗", 2, 1, id="a verdict"),
        pytest.param("reported", "灯塔修缮谁汇报的", 0, 1, id="who reported"),
        pytest.param("any", "灯塔修缮经费谁列支", 1, 2, id="the words of the question"),
        pytest.param("near_any", "灯塔修缮经费", 2, 3, id="the title lends its words"),
        pytest.param("item_any", "灯塔修缮", 2, 3, id="the whole item"),
        pytest.param("pairs", "灯塔修缮经费", 1, 2, id="pairs of characters"),
        pytest.param("longest", "灯塔修缮经费", 1, 3, id="the longest run"),
        pytest.param("cosine", "灯塔修缮经费要多少", 1, 3, id="meaning"),
        pytest.param("attribute", "灯塔修缮经费是多少", 1, 3, id="what the figure is of"),
        pytest.param("any_behind", "灯塔修缮经费", 3, 1, id="how far behind the best"),
        pytest.param("behind", "灯塔", 3, 0, id="how far behind the best passage"),
    ],
)
def test_a_trait_is_higher_where_it_should_be(name: str, question: str, better: int, worse: int) -> None:
    rows = table(question, NEAR, FAR)
    assert rows[better][name] > rows[worse][name]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("136万元的灯塔修缮", 0, id="held"),
        pytest.param("250万元的灯塔修缮", 1, id="lacking"),
        pytest.param("第9次会议的灯塔修缮", 0, id="an ordinal is no figure"),
    ],
)
def test_figures_of_the_question_that_the_item_lacks_are_counted(question: str, missing: int) -> None:
    assert table(question, NEAR)[1]["figures_missing"] == missing


def test_the_kind_asked_for_is_a_trait_of_its_own() -> None:
    row = table("灯塔修缮要多少钱", NEAR)[0]
    assert [name for name in NAMES if name.startswith("k_") and row[name]] == ["k_money"]


def test_the_attribute_is_what_stands_right_before_the_asking_words() -> None:
    attribute = read_question("灯塔修缮的经费是多少").attribute
    assert attribute is not None
    assert attribute.word == "经费"
    assert read_question("多少钱修灯塔").attribute is None
    assert table("多少钱修灯塔", NEAR)[1]["attribute"] == -1


def test_a_word_that_every_sentence_holds_tells_less_than_one_that_few_hold() -> None:
    passage = Passage(("灯塔经费136万元。", "灯塔高32米。", "灯塔已停用。"), "", "", 0, 1.0)
    rows = table("灯塔经费", passage)
    assert rows[0]["local"] == pytest.approx(1)
    assert rows[1]["local"] < 0.5


def test_a_lone_passage_is_ahead_of_nothing() -> None:
    assert table("灯塔", NEAR)[0]["ahead"] == 1
    assert table("灯塔", NEAR, FAR)[0]["ahead"] == pytest.approx(0.5)
