"""The day of a report or of an earlier meeting is none of what is asked when."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.own_days import besides_the_act


@pytest.mark.parametrize(
    ("asked", "told", "own"),
    [
        pytest.param("北段什么时候进场", "截至5月10日完成投资2亿元,北段尚未进场", False, id="a report"),
        pytest.param("北段什么时候进场", "截至5月10日北段尚未进场,6月底前清场", True, id="another day beside"),
        pytest.param("培训哪天结束", "今年3月局长办公会确定由其包保", False, id="an earlier meeting"),
        pytest.param("上次是哪月定的", "今年3月局长办公会确定由其包保", True, id="the meeting is asked for"),
        pytest.param("北段什么时候进场", "手续办结后进场", True, id="no day at all"),
    ],
)
def test_days(asked: str, told: str, own: bool) -> None:
    assert besides_the_act(asked, told) is own
