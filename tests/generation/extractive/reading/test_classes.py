"""The class of body that a question asks for, and what names one of it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.classes import CLASSES


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("哪家公司中标", "由市第二医院承担", False),
        ("哪家公司中标", "由远山建工集团承担", True),
        ("委托的是哪家检测机构", "请专业机构完成检测", False),
        ("委托的是哪家检测机构", "委托省船舶检验所检测", True),
    ],
)
def test_a_body_of_the_class_is_named(question: str, text: str, named: bool) -> None:
    asked = [held for of, held in CLASSES if of.search(question)]
    assert asked
    assert all(held.search(text) for held in asked) is named
