"""Nobody spoke where only the meeting did, or some of many."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.speakers import names_no_speaker
from tests.generation.extractive.slots.meeting import telling

BUS = "会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。"
MANY = "多数单位不赞成延长运营时间。"
VIEW = "副县长汤若溪认为票价应当从低，对分段计价保留意见。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("是谁提议夜间巴士收费的", BUS, True, id="the meeting only"),
        pytest.param("不赞成延长运营时间的是哪些单位", MANY, True, id="many, none by name"),
        pytest.param("对分段计价提出保留意见的是哪位", VIEW, False, id="somebody by name"),
        pytest.param("夜间巴士怎么收费", BUS, False, id="not asked"),
    ],
)
def test_names_no_speaker(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert names_no_speaker(telling(county, text, said)) is unfilled
