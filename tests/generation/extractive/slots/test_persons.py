"""Nobody is named where a person or a unit is asked for; a post, a unit or a name is somebody."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.persons import names_nobody
from tests.generation.extractive.slots.meeting import telling

SUM = "今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。"
FIRST = "会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。"
VIEW = "副县长汤若溪认为票价应当从低，对分段计价保留意见。"
PRAISE = "对方慕白等5名优秀社区工作者予以表扬，每人奖励2000元。"
OPIN = "居民意见由各街道汇总。"
PARK = "停车引导由县交警大队负责。"
FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"
PLAN = "县民政局负责制定搬迁方案，县卫生健康局配合。"
BUS = "会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("老旧小区改造由哪位副县长负责", SUM, True, id="no person"),
        pytest.param("老旧小区改造 责任领导", FIRST, True, id="units are no person"),
        pytest.param("夜间巴士分段计价保留意见的是哪位副县长", VIEW, False, id="a person"),
        pytest.param("社区工作者奖励 发放部门", PRAISE, True, id="no unit"),
        pytest.param("居民意见汇总 责任科室", OPIN, True, id="some units, none by name"),
        pytest.param("停车引导由哪个部门负责", PARK, False, id="a unit"),
        pytest.param("桃花节开幕式由谁牵头", FEST, True, id="nobody leads"),
        pytest.param("搬迁方案由谁牵头", PLAN, False, id="a unit leads"),
        pytest.param("夜间巴士收费由哪个部门收", BUS, False, id="it was put off"),
    ],
)
def test_names_nobody(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert names_nobody(telling(county, text, said)) is unfilled
