"""When something was done is not told by the day by which it is to be done."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.accomplished import asks_when_done, tells_when_done
from pipeline.generation.extractive.reading.kinds import Wanted


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("土地证最后是哪天办下来的？", "县自然资源局10月底前办结", False, id="due"),
        pytest.param("土地证最后是哪天办下来的？", "会议同意自6月1日起执行", False, id="to come"),
        pytest.param("土地证最后是哪天办下来的？", "土地证已于9月8日办结", True, id="done"),
        pytest.param("土地证什么时候办好？", "县自然资源局10月底前办结", True, id="by when is asked"),
    ],
)
def test_when_it_was_done(asked: str, told: str, tells: bool) -> None:
    assert tells_when_done(Wanted("day"), asked, told) is tells


def test_what_is_asked_for_is_in_the_past() -> None:
    assert asks_when_done("合同最终是什么时候签的？")
    assert not asks_when_done("合同最迟什么时候签？")
