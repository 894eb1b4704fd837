"""What is said of two things at once holds of each."""

from __future__ import annotations

from pipeline.generation.checking.check import check


def test_what_is_left_open_is_not_due_with_the_rest() -> None:
    source = ["由物业负责实施，汛期前修好围栏。路灯什么时候装，等看过场地再说。"]
    assert check("围栏和路灯都要在汛期前弄好。", source)
    assert check("围栏要在汛期前修好。", source) == []


def test_both_may_be_due() -> None:
    assert check("围栏、路灯都要在汛期前修好。", ["由物业负责，汛期前修好围栏、路灯。"]) == []
