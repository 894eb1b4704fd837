"""To whom each word belongs, in a statement and in its sources."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.placed import placed
from pipeline.generation.checking.reread.whose import NAMES, named, whose

SOURCE = Source(
    "桥梁检测由市交通局组织，市财政局监督资金。护栏更换需12万元，5月底前完成；路灯维修需30万元，8月底前完成。",
    "",
    "关于市园林局古树保护的汇报",
)


def told(statement: str) -> dict[str, float]:
    return whose(placed(statement, [SOURCE]), [SOURCE])


def test_every_trait_has_one_column() -> None:
    assert set(told("市交通局组织桥梁检测。")) == set(NAMES)


def test_tasks_that_changed_hands_are_swapped() -> None:
    true, swapped = (
        told("市交通局组织桥梁检测，资金由市财政局监督。"),
        told("市财政局组织桥梁检测，资金由市交通局监督。"),
    )
    assert (true["actor_moved"], true["actor_swapped"]) == (0, 0)
    assert swapped["actor_moved"] > 1 < swapped["actor_swapped"]
    assert swapped["actor_share_moved"] > true["actor_share_moved"]


@pytest.mark.parametrize(
    ("kind", "true", "invented"),
    [
        ("figure", "护栏更换需12万元。", "护栏更换需30万元。"),
        ("date", "路灯维修8月底前完成。", "路灯维修5月底前完成。"),
    ],
)
def test_what_another_figure_or_date_tells_of_has_moved(kind: str, true: str, invented: str) -> None:
    assert told(true)[f"{kind}_moved"] == 0 < told(invented)[f"{kind}_moved"]


def test_who_stands_in_a_heading_alone_takes_the_place_of_whom_the_quote_names() -> None:
    above = told("市园林局组织桥梁检测。")
    assert (above["above"], above["above_instead"]) == (1, 1)
    assert told("市交通局组织桥梁检测。")["above"] == 0


def test_names_are_known_by_their_ends() -> None:
    assert [name.key for name in named("actor", "由县水务局和林知远办理", ["林知远"])] == ["水务局", "林知远"]
    assert [name.key for name in named("figure", "补助15万元")] == ["1.5E+5元"]
