"""What a matter is called from one meeting to the next, and which names are of one matter."""

from __future__ import annotations

import pytest

from pipeline.generation.matter_names import goes_on, matter_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("《停车管理办法（试行）》", "停车管理办法"),
        ("关于《停车管理办法（草案）》的说明", "停车管理办法"),
        ("关于老旧小区改造进展情况的汇报", "老旧小区改造进展"),
        ("审议《关于设立基金的请示》", "设立基金"),
        ("研究石门桥拆建有关事宜", "石门桥拆建"),
    ],
)
def test_what_a_matter_is_called(title: str, name: str) -> None:
    assert matter_name(title) == name


@pytest.mark.parametrize(
    ("one", "other", "on"),
    [
        ("《甲市城区供水价格方案（送审稿）》", "城区供水价格方案（再次审议）", True),
        ("甲桥改扩建工程可研调整", "甲桥改扩建工程推进", True),
        ("机关班车线路调整", "机关班车停运安排", True),
        ("甲市城区停车收费管理办法", "城区供水价格方案", False),
        ("2024年农村公路计划", "2025年农村公路计划", False),
        ("市第一医院迁建概算", "市第一医院绩效分配", False),
        ("甲市河湖管理办法", "甲市公园管理办法", False),
    ],
)
def test_a_matter_goes_on_under_another_title(one: str, other: str, on: bool) -> None:
    assert goes_on(matter_name(one), matter_name(other), place="甲市") is on
