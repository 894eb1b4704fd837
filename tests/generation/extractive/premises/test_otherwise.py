"""A sentence says otherwise where it gives the duty, the place or the figure that a statement gives to another."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.premises.otherwise import is_otherwise
from pipeline.generation.understanding.question import understand

TODAY = datetime.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("stated", "said", "expected"),
    [
        ("助餐中心装修费由区财政局承担", "助餐中心装修费由区民政局承担。", True),
        ("助餐中心装修费由区民政局承担", "助餐中心装修费由区民政局承担。", False),
        ("助餐中心装修由区文旅局牵头", "助餐中心装修由区文化和旅游局牵头。", False),
        ("助餐中心热线归青云社工站管着", "原由青云社工站承担的热线，改由区民政局承担。", True),
        ("助餐中心设在区第一人民医院", "助餐中心设在区第三人民医院西侧裙楼。", True),
        ("助餐中心设在区第三人民医院", "助餐中心设在区第三人民医院西侧裙楼。", False),
        ("助餐中心班车加到7班", "助餐中心班车由6班调整为9班。", False),
        ("助餐中心班车加到7辆", "助餐中心班车由6辆调整为9辆。", True),
    ],
)
def test_another_duty_place_or_figure(stated: str, said: str, expected: bool) -> None:
    claim = understand(f"{stated}，对吗？", entries=(), today=TODAY)
    assert is_otherwise(claim, stated, said, "关于助餐中心") is expected


def test_a_sentence_on_another_matter_says_nothing_otherwise() -> None:
    stated = "白鹭洲灯塔修缮由区财政局承担"
    claim = understand(f"{stated}，对吗？", entries=(), today=TODAY)
    assert not is_otherwise(claim, stated, "助餐中心装修费由区民政局承担。", "关于助餐中心")
