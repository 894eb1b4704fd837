"""The task of a unit is told by a sentence that names it, in an item on the matter."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.tasks import names_no_task
from tests.generation.extractive.slots.meeting import telling

FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"
PLAN = "县民政局负责制定搬迁方案，县卫生健康局配合。"
FIRST = "会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。"
HOME = "会议同意河湾镇敬老院改建，建设床位120张，春季入住率为81.5%，搬迁期间老人暂住镇卫生院东侧周转房。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("县气象局在桃花节筹备上要做什么", FEST, True, id="not named"),
        pytest.param("县卫生健康局在敬老院改建这件事上要做什么", PLAN, False, id="named"),
        pytest.param("县财政局在桃花节筹备上要做什么", FIRST, True, id="in another matter"),
        pytest.param("敬老院改建要做什么", HOME, False, id="no unit"),
    ],
)
def test_names_no_task(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert names_no_task(telling(county, text, said)) is unfilled
