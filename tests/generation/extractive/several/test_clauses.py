"""How a clause asks of another matter as well, or only spells out the one before it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.several.clauses import AS_WELL, ASKED_EACH, ELABORATES, OPENING


@pytest.mark.parametrize(
    ("clause", "matter"),
    [
        ("绿地改停车位呢？", "绿地改停车位"),
        ("那卫生院的设备呢？", "卫生院的设备"),
        ("谁牵头呢？", None),
        ("理由呢？", None),
    ],
)
def test_another_matter_is_asked_as_well(clause: str, matter: str | None) -> None:
    found = AS_WELL.match(clause)
    assert (found["matter"] if found else None) == matter


def test_each_question_with_its_own_mark_is_counted() -> None:
    assert len(ASKED_EACH.findall("转岗批了没有？设备同意买吗？")) == 2
    assert len(ASKED_EACH.findall("设备同意买了，对吗？")) == 1


def test_what_only_spells_out_asks_nothing_new() -> None:
    assert ELABORATES.match("是哪几项？")
    assert not ELABORATES.match("花多少钱？")


def test_an_opening_says_that_something_is_asked() -> None:
    found = OPENING.match("想问两件事：绿地怎么定的？")
    assert found is not None
    assert found.end() == len("想问两件事：")
