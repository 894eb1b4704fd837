"""A figure of something else is no amount: money, a part of a whole, what came of it."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.amounts import tells_no_amount
from tests.generation.extractive.slots.meeting import telling

PLAN = "县民政局负责制定搬迁方案，县卫生健康局配合。"
PRAISE = "对方慕白等5名优秀社区工作者予以表扬，每人奖励2000元。"
SUM = "今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。"
HIRE = "会议同意招聘社区工作者18名，笔试由县人力资源社会保障局组织，经费列入2026年预算。"
PARK = "停车引导由县交警大队负责。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("每名社区工作者每月发多少工资补贴", PLAN, True, id="no money"),
        pytest.param("每名优秀社区工作者奖励多少钱", PRAISE, False, id="money"),
        pytest.param("改造的42个小区中，河湾镇有多少个", SUM, True, id="the whole only"),
        pytest.param("总投资1.3亿元中，城关片区安排多少", SUM, False, id="the part"),
        pytest.param("社区工作者招聘 实际报名人数", HIRE, True, id="a plan"),
        pytest.param("计划招聘社区工作者多少名", HIRE, False, id="the plan is asked for"),
        pytest.param("停车场能停几辆车", HIRE, False, id="counted by another word"),
        pytest.param("桃花节多久办一次", PARK, True, id="no measure"),
    ],
)
def test_tells_no_amount(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert tells_no_amount(telling(county, text, said)) is unfilled
