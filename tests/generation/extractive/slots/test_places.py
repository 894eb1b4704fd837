"""A number, an address, a place or a road must be told where it is asked for."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.places import tells_no_place
from tests.generation.extractive.slots.meeting import telling

HOME = "会议同意河湾镇敬老院改建，建设床位120张，春季入住率为81.5%，搬迁期间老人暂住镇卫生院东侧周转房。"
NOTICE = "改造期间要做好公告解释。"
PARK = "停车引导由县交警大队负责。"
FIRST = "会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("桃花节咨询电话是多少", "开幕式门口设咨询点。", True, id="no number"),
        pytest.param("老人搬迁期间住到哪里", HOME, False, id="a place"),
        pytest.param("老旧小区改造公告贴在哪里", NOTICE, True, id="no place"),
        pytest.param("停车引导走哪条路", PARK, True, id="no road"),
        pytest.param("桃花节咨询点设在哪里", "开幕式门口设咨询点。", False, id="at the gate"),
        pytest.param(
            "4个固定卡点都设在什么地方", "全县设4个固定卡点，由县农业农村局负责，10月18日前到位。", True, id="all over"
        ),
        pytest.param("巡查线路从哪里走到哪里", "县公安局划定巡查线路600米。", True, id="no ends"),
        pytest.param("隔离带从哪里布到哪里", "县林业局从东门到桥头布设隔离带。", False, id="both ends"),
        pytest.param("清单交到哪里", FIRST, False, id="to whom"),
    ],
)
def test_tells_no_place(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert tells_no_place(telling(county, text, said)) is unfilled
