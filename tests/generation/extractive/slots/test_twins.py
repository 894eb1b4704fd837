"""The figure of the spring is not that of the autumn, nor that of one quarter that of another."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.twins import NO_NAME, is_of_a_twin
from tests.generation.extractive.slots.meeting import telling

HOME = "会议同意河湾镇敬老院改建，建设床位120张，春季入住率为81.5%，搬迁期间老人暂住镇卫生院东侧周转房。"
SUM = "今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。"
FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("河湾镇敬老院秋季入住率是多少", HOME, True, id="another season"),
        pytest.param("河湾镇敬老院春季入住率是多少", HOME, False, id="this season"),
        pytest.param("柳坡片区投资多少万元", SUM, True, id="another quarter"),
        pytest.param("城关片区投资多少万元", SUM, False, id="this quarter"),
        pytest.param("苇原老城关片区投资多少万元", SUM, False, id="a longer name"),
        pytest.param("桃花节秋季哪天开幕", FEST, False, id="no figure"),
    ],
)
def test_is_of_a_twin(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert is_of_a_twin(telling(county, text, said)) is unfilled


def test_a_season_names_no_place() -> None:
    assert NO_NAME.search("季度") and not NO_NAME.search("城关")
