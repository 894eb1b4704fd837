"""What is told has to speak of the act that key words end on."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.keyed import leaves_key_word_out
from tests.generation.extractive.slots.meeting import telling

FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"
SUM = "今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("苇原县 桃花节 门票价格", FEST, True, id="no tickets"),
        pytest.param("苇原县 老旧小区 改造数量", SUM, False, id="the act"),
        pytest.param("苇原县 桃花节 完成时限", FEST, False, id="asked of any matter"),
        pytest.param("桃花节门票价格是多少", FEST, False, id="not key words"),
    ],
)
def test_leaves_key_word_out(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert leaves_key_word_out(telling(county, text, said)) is unfilled
