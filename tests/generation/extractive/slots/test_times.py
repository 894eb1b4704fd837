"""Soon is no day, nor is the year of a budget, nor the day by which another unit acts."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.times import tells_no_day
from tests.generation.extractive.slots.meeting import telling

HIRE = "会议同意招聘社区工作者18名，笔试由县人力资源社会保障局组织，经费列入2026年预算。"
FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"
FIRST = "会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。"
BUS = "会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("补充测算要在哪天前完成", "由县交通运输局尽快补充测算。", True, id="soon"),
        pytest.param("笔试在几月几号举行", HIRE, True, id="the year of a budget"),
        pytest.param("桃花节哪天开幕", FEST, False, id="a day"),
        pytest.param("县审计局什么时候要交报告", FIRST, True, id="the day of another unit"),
        pytest.param("县住建局什么时候要报清单", FIRST, False, id="its own day"),
        pytest.param("收费从哪天起执行", BUS, False, id="it was put off"),
    ],
)
def test_tells_no_day(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert tells_no_day(telling(county, text, said)) is unfilled
