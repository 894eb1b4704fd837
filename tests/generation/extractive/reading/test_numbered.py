"""What is said of a body with one number in its name says nothing of that with another."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.numbered import of_another_number


@pytest.mark.parametrize(
    ("asked", "told", "another"),
    [
        pytest.param("沅阳第一中学招几个老师", "沅阳县第二中学校长办公会 招聘6人", True, id="a school"),
        pytest.param("沅阳第一中学招几个老师", "县一中、县第二中学共招聘6人", False, id="in short"),
        pytest.param("沅阳第一中学招几个老师", "县直学校招聘6人", False, id="none is named"),
        pytest.param("第三污水处理厂投资多少", "第二污水厂投资3亿元", False, id="another kind of name"),
        pytest.param("第三水厂投资多少", "第二水厂投资3亿元", True, id="works"),
    ],
)
def test_another_number(asked: str, told: str, another: bool) -> None:
    assert of_another_number(asked, told) is another
