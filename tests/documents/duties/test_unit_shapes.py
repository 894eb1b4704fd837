"""What reads as the name of a unit by its shape."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.unit_shapes import follows, goes_on, is_unit


@pytest.mark.parametrize(
    "text",
    [
        "市水务局",
        "某某街道",
        "市政务服务中心",
        "自然资源和规划局",
        "北湖街道",
        "市城投集团",
        "市热作所",
        "白马苏木",
        "旗草原工作站",
        "城北水厂",
        "市信用处",
    ],
)
def test_is_unit(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize(
    "text",
    ["激发企业活力", "切实把主办", "推动政策落地", "的工作局", "会议", "局", "加强人才引育", "服务大厅", "厘清社区"],
)
def test_is_no_unit(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("教育局", "面", True), ("授权运营管理办", "法", True), ("柳镇水厂", "管网", True), ("市财政局", "要", False)],
)
def test_a_name_that_goes_on_as_another_word(before: str, after: str, expected: bool) -> None:
    assert goes_on(before + after, len(before)) is expected


@pytest.mark.parametrize(("after", "expected"), [("研究制定", True), ("、", True), ("面", False), ("研究院", False)])
def test_what_may_follow_a_unit(after: str, expected: bool) -> None:
    assert follows(f"市财政局{after}", 4) is expected
