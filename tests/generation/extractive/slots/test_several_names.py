"""One name is not those of all five."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.several_names import leaves_names_out
from tests.generation.extractive.slots.meeting import telling

PRAISE = "对方慕白等5名优秀社区工作者予以表扬，每人奖励2000元。"
PLAN = "县民政局负责制定搬迁方案，县卫生健康局配合。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("除方慕白外其余4名优秀社区工作者的姓名", PRAISE, True, id="the others"),
        pytest.param("5名优秀社区工作者名单", PRAISE, True, id="all five"),
        pytest.param("搬迁由哪两家单位办，叫什么名称", PLAN, True, id="not listed"),
        pytest.param("剩下的5名什么时候表扬", PRAISE, False, id="no names asked"),
    ],
)
def test_leaves_names_out(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert leaves_names_out(telling(county, text, said)) is unfilled
