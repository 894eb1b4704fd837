"""What an item rules on beside its title is told, and not who wanted it."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.markets import markets_in


@pytest.fixture(scope="module")
def markets(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return markets_in(tmp_path_factory.mktemp("beside"))


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        pytest.param("对县建投公司要求注资6000万元是怎么定的", "不同意以现金方式注资", "申请县财政", id="a request"),
        pytest.param("县建投公司申请的6000万元注资，会议怎么定的？", "不同意以现金", "申请县财政", id="as applied for"),
        pytest.param("中医院迁建，北桥头那块地怎么定的", "不采用北桥头地块", "不作决定", id="one of three"),
        pytest.param("中医院迁建选址，原粮库那块地怎么定的", "不作决定", "不采用", id="the others"),
        pytest.param("公益性岗位补贴最后按多少发的，怎么定的？", "每月1200元", "原则通过", id="the figure"),
    ],
)
def test_the_ruling_is_told(markets: Assistant, text: str, told: str, untold: str) -> None:
    answer = markets.ask(text).answer
    assert told in answer
    assert untold not in answer
