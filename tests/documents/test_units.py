from __future__ import annotations

import pytest

from pipeline.documents.units import aliases, canonical, find_units, is_unit, same_unit


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("水利局", "水务局"),
        ("县环保局", "生态环境局"),
        ("经信委", "工业和信息化局"),
        ("市国土资源局", "自然资源和规划局"),
        ("规划局", "自然资源和规划局"),
        ("江州市人社局", "人力资源和社会保障局"),
        ("河长办", "河长制办公室"),
        ("安监局", "应急管理局"),
        ("文体广电和旅游局（文物局）", "文化广电和旅游局"),
        ("某某镇", "某某镇"),
    ],
)
def test_canonical(former: str, present: str) -> None:
    assert canonical(former) == present
    assert aliases(former)[0] == present


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("市水利局", "水务局", True),
        ("市水务局", "县水务局", True),
        ("江州市财政局", "海州市财政局", False),
        ("江州市财政局", "市财政局", True),
        ("江州高新区", "高新区", True),
        ("市财政局", "市教育局", False),
        ("发改委", "市发展和改革委员会", True),
    ],
)
def test_same_unit(first: str, second: str, same: bool) -> None:
    assert same_unit(first, second) is same


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由市水务局会同江州市财政局落实", ["市水务局", "江州市财政局"]),
        ("请发改委、市教育局研究", ["发改委", "市教育局"]),
        ("各区镇要抓好落实", []),
        ("", []),
    ],
)
def test_units_in_a_text(text: str, names: list[str]) -> None:
    found = find_units(text)
    assert [name for _, name in found] == names
    assert all(text[span.start : span.end] == name for span, name in found)


@pytest.mark.parametrize(
    "text", ["市水务局", "某某街道", "市政务服务中心", "自然资源和规划局", "北湖街道", "市城投集团"]
)
def test_is_unit(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize(
    "text", ["激发企业活力", "切实把主办", "推动政策落地", "的工作局", "会议", "局", "加强人才引育"]
)
def test_is_no_unit(text: str) -> None:
    assert not is_unit(text)
