"""The words of a question that an answer must hold, and what says the same."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.concepts import Concept, concepts_of, share_held


def words_of(question: str, *, without: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [concept.word for concept in concepts_of(question, without=without)]


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        pytest.param("灯塔修缮要多少钱", ["灯塔", "修缮"], ["多少", "钱", "要"], id="asking words say nothing"),
        pytest.param("谁来管灯塔", ["灯塔"], ["谁"], id="谁"),
        pytest.param("保育费的事会议最后怎么定的", ["保育", "费"], ["最后", "怎么"], id="words of every question"),
        pytest.param("白汀那次会给谁记了功", ["记了功"], ["那次会"], id="那次会 is known and says nothing"),
        pytest.param("900万立方米的水库", ["900"], [], id="a figure"),
    ],
)
def test_what_tells_is_kept_and_what_asks_is_left(question: str, held: list[str], left: list[str]) -> None:
    words = words_of(question)
    assert set(held) <= set(words)
    assert not set(left) & set(words)


def test_what_names_the_document_is_no_concept() -> None:
    question = "白汀县灯塔修缮经费"
    assert any("白汀" in word for word in words_of(question))
    assert not any("白汀" in word for word in words_of(question, without=((0, 3),)))


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    weights = {concept.word: concept.weight for concept in concepts_of("灯塔工作")}
    assert weights["灯塔"] > 2 * weights["工作"]


def test_a_spoken_word_brings_its_written_ones() -> None:
    shopping = next(concept for concept in concepts_of("买菜难") if concept.word == "买菜")
    plain, either = shopping.held("新建农贸市场两处")
    assert plain == 0
    assert 0 < either < 1


@pytest.mark.parametrize(
    ("word", "text", "held"),
    [
        pytest.param("灯塔", "渔港灯塔修缮", 1.0, id="whole"),
        pytest.param("灯塔", "渔港修缮", 0.0, id="not at all"),
        pytest.param("加装电梯", "电梯加装补助", 0.8 * 2 / 3, id="most of its pairs"),
        pytest.param("保育费", "保养费", 0.0, id="too few of its pairs"),
        pytest.param("201", "2019年", 0.0, id="a figure within another"),
        pytest.param("2.6", "总投资2.6亿元", 1.0, id="a figure of its own"),
        pytest.param("2", "总投资2.6亿元", 0.0, id="the whole part of a figure"),
    ],
)
def test_how_far_a_text_holds_a_word(word: str, text: str, held: float) -> None:
    assert Concept(word, 1.0).held(text)[0] == pytest.approx(held)


def test_another_word_for_it_counts_by_its_worth_and_the_best_counts() -> None:
    concept = Concept("修缮", 1.0, (("维修", 0.7), ("翻新", 0.9)))
    assert concept.held("灯塔维修翻新") == (0.0, 0.9)
    assert concept.held("灯塔修缮，维修") == (1.0, 1.0)
    assert concept.held("灯塔") == (0.0, 0.0)


def test_the_share_held_is_by_weight_and_under_any_name() -> None:
    concepts = concepts_of("灯塔修缮")
    assert share_held(concepts, "灯塔的修缮") == pytest.approx(1.0)
    assert 0 < share_held(concepts, "灯塔的照明") < 1
    assert share_held(concepts, "码头") == 0.0
    assert share_held((), "码头") == 1.0
