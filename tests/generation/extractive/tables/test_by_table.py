"""Tables answer what is asked of them, and leave the rest to others."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.tables.by_table import by_table
from tests.generation.extractive.tables.papers import asked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("苇塘镇更换东街雨水井盖是由镇城建办牵头的吗？", id="whether it is so"),
        pytest.param("苇塘镇第9次党政联席会议研究了几项议题？", id="of the meeting"),
        pytest.param("苇塘镇汛期值守方案由谁印发？", id="of an item"),
        pytest.param("苇塘镇东街路灯采购由谁负责？", id="of no row"),
    ],
)
def test_left_to_others(tables: Assistant, text: str) -> None:
    assert by_table(asked(tables, text)) is None


def test_told(tables: Assistant) -> None:
    draft = by_table(asked(tables, "苇塘镇加固东河堤防什么时候完成？"))
    assert draft is not None
    assert draft.said == "加固东河堤防1.2公里，完成时限：6月20日前。"
