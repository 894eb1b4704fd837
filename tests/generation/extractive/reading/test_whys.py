"""Why something was so is told by the reason of just that."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.whys import tells_why


@pytest.mark.parametrize(
    ("asked", "told", "tells"),
    [
        pytest.param("为什么选在河口", "负债率偏高，未予通过", False, id="chosen, and turned down"),
        pytest.param("为什么没通过", "负债率偏高，未予通过", True, id="turned down"),
        pytest.param("为什么选在河口", "因河口交通便利，同意选址", True, id="chosen"),
        pytest.param("为什么一直拖着", "责任清楚,原则通过", False, id="delayed: nothing hindered it"),
        pytest.param("为什么一直拖着", "用地手续尚未办结", True, id="delayed: what hindered it"),
        pytest.param("公司为什么申请缓缴", "会议不同意缓缴的申请", False, id="asked for, and turned down"),
        pytest.param("公司为什么申请缓缴", "因资金紧张提出缓缴，会议不同意", True, id="asked for: the reason"),
        pytest.param("选在河口了吗", "未予通过", True, id="no reason is asked for"),
    ],
)
def test_why(asked: str, told: str, tells: bool) -> None:
    assert tells_why(asked, told) is tells
