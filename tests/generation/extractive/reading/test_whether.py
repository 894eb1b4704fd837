"""Whether something is done is told by the sentence that speaks of the act."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.extractive.reading.whether import of_the_act_asked, speaks_of_act

ITEM = object()
FREE, LOT = "停车收费本次暂不决定。", "同意改建为停车场。"
STOPPED, DUG, FAR = "东段、西段因管线交叉停工。", "西段今年不再开挖。", "开挖前先报批。"


@dataclass(frozen=True)
class Sentence:
    """A sentence that came into question, as far as the choice looks at it."""

    text: str
    likely: float
    can: bool = True
    source: object = ITEM
    item: object = ITEM


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("西段今年还挖不挖", DUG, id="the act that is asked"),
        pytest.param("西段今年能不能挖", STOPPED, id="an auxiliary is no act"),
        pytest.param("西段停没停工", STOPPED, id="the likeliest speaks of it"),
        pytest.param("西段修不修", STOPPED, id="nothing speaks of it"),
    ],
)
def test_the_sentence_that_speaks_of_the_act(question: str, told: str) -> None:
    found = [Sentence(STOPPED, 0.4), Sentence(FAR, 0.1), Sentence(DUG, 0.3)]
    assert of_the_act_asked(question, found[0], found).text == told  # type: ignore[arg-type]


def test_what_cannot_answer_is_not_taken() -> None:
    found = [Sentence(STOPPED, 0.4), Sentence(DUG, 0.3, can=False), Sentence(DUG, 0.3, item=object())]
    assert of_the_act_asked("西段挖不挖", found[0], found).text == STOPPED  # type: ignore[arg-type]


def test_an_act_with_its_object_is_enough_where_it_is_hardly_likely() -> None:
    found = [Sentence(LOT, 0.8), Sentence(FREE, 0.1)]
    assert of_the_act_asked("停车场收不收费", found[0], found).text == FREE  # type: ignore[arg-type]
    assert [speaks_of_act("停车场收不收费", text) for text in (LOT, FREE)] == [False, True]
    assert speaks_of_act("西段还挖不挖", LOT)


def test_a_unit_with_the_act_in_its_name_does_nothing_by_that() -> None:
    from pipeline.generation.extractive.reading.whether import _ITS_OWN

    assert _ITS_OWN.match("责任单位为市园林局")
    assert not _ITS_OWN.match("11月底前完工")
