"""Who has a part by a label or a sign."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.labelled import assigned, labelled_units, owners


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("责任单位:市住建局(牵头)、市水务局", [("市住建局", "lead"), ("市水务局", "support")]),
        ("配合单位:市水务局", [("市水务局", "support")]),
        ("牵头单位改为市水务局", [("市水务局", "lead")]),
        ("市水务局要巡查", []),
    ],
)
def test_labels(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(text[slice(*duty.place)], duty.part) for duty in labelled_units(text)] == parts


def test_signs() -> None:
    before, behind = "县应急局:6月底前建成系统", "宣传:党委宣传部,即日起"
    assert [before[slice(*duty.place)] for duty in owners(before)] == ["县应急局"]
    assert [behind[slice(*duty.place)] for duty in assigned(behind)] == ["党委宣传部"]
