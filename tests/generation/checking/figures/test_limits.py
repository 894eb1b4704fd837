"""What a source says of some only."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.limits import limit_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

RULES = (
    "对65岁以上老人开展上门采样。大中型水库水位全部降至汛限以下。对连续两个月亮红灯的项目，由市督查室约谈责任单位。"
    "新能源汽车停放2小时内免费。各镇要在5天内报送台账。全市18家重点企业安装在线监测。"
)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        pytest.param("对老人开展上门采样。", "65岁以上", id="measure-before-a-noun"),
        pytest.param("新能源汽车停放免费。", "2小时内", id="measure-before-a-state"),
        pytest.param("对项目，由市督查室约谈责任单位。", "对连续两个月亮红灯", id="clause-before-a-noun"),
        pytest.param("所有水库水位降至汛限以下。", "所有水库", id="some-to-all"),
        pytest.param("对全体居民开展上门采样。", "全体居民", id="others"),
        pytest.param("所有企业安装在线监测。", "所有企业", id="the-important-to-all"),
    ],
)
def test_a_limit_that_is_dropped(statement: str, said: str) -> None:
    assert said in [problem.text for problem in limit_problems(fold(statement), Source(RULES, ""))]


@pytest.mark.parametrize(
    "statement",
    [
        "对65岁以上的老人上门采样。",
        "所有大中型水库的水位都要降至汛限以下。",
        "各镇报送台账。",
        "连续两个月亮红灯的项目，由市督查室约谈责任单位。",
        "新能源汽车前2小时免费停放。",
    ],
    ids=["kept", "all-of-some", "time-to-do", "clause-kept", "other-order"],
)
def test_a_limit_that_is_kept(statement: str) -> None:
    assert list(limit_problems(fold(statement), Source(RULES, ""))) == []
