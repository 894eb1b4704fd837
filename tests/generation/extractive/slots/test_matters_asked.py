"""What the meeting made of one matter says nothing of another."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.matters_asked import is_of_another_matter
from tests.generation.extractive.slots.meeting import telling

BUS = "会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。"
HOME = "会议同意河湾镇敬老院改建，建设床位120张，春季入住率为81.5%，搬迁期间老人暂住镇卫生院东侧周转房。"
FEST = "会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。"


@pytest.mark.parametrize(
    ("text", "said", "unfilled"),
    [
        pytest.param("会议对校车安全管理是怎么定的", BUS, True, id="another matter"),
        pytest.param("会议对夜间巴士收费是怎么定的", BUS, False, id="this matter"),
        pytest.param("研究的垃圾中转站选址方案通过了吗", HOME, True, id="another plan"),
        pytest.param("苇原县常务会议 校服采购 审议结果", FEST, True, id="key words"),
        pytest.param("苇原县常务会议 敬老院改建 审议结果", HOME, False, id="key words of this matter"),
        pytest.param("会议哪些议题没有结论", HOME, False, id="a list"),
        pytest.param("夜间巴士几点收车", BUS, False, id="no verdict asked"),
    ],
)
def test_is_of_another_matter(county: Assistant, text: str, said: str, unfilled: bool) -> None:
    assert is_of_another_matter(telling(county, text, said)) is unfilled
