"""What is asked of one of the matters that a question sets beside each other."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.several.one_side import of_one_side


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("停车楼哪个投资大？", "停车楼投资多少？"),
        ("停车楼是不是同一个单位牵头？", "停车楼由哪个单位牵头？"),
        ("停车楼哪个通过了？", "停车楼有没有通过了？"),
        ("停车楼的结论一样吗？", "停车楼的结论是什么？"),
        ("停车楼去向有什么不一样", "停车楼去向是什么"),
        ("停车楼前八个月比，哪边改得彻底些？", "停车楼前八个月，改多少？"),
        ("停车楼哪个车位多，哪个花的钱多？", "停车楼车位多少，花多少钱？"),
        ("第3次会哪个开得早？", "第3次会什么时候开的？"),
        ("第3次会哪次议题多？", "第3次会议题多少？"),
    ],
)
def test_each_side_is_asked_by_itself(text: str, alone: str) -> None:
    assert of_one_side(text) == alone
