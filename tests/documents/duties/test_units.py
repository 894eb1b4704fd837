"""Where a text names units."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.units import aliases, canonical, find_units


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
    ("text", "names"),
    [
        ("由市水务局会同江州市财政局落实", ["市水务局", "江州市财政局"]),
        ("请发改委、市教育局研究", ["发改委", "市教育局"]),
        ("责成市城管局限期整改", ["市城管局"]),
        ("听取市海洋发展局关于渔港的汇报", ["市海洋发展局"]),
        ("所需资金由市财政局统筹", ["市财政局"]),
        ("石澜镇人民政府、江城水务集团有限公司要抓好", ["石澜镇人民政府", "江城水务集团有限公司"]),
        ("市热作所提供技术支持", ["市热作所"]),
        ("中共江州市委组织部、市委编办参加", ["中共江州市委组织部", "市委编办"]),
        ("江州海关、国网江州供电公司负责", ["江州海关", "国网江州供电公司"]),
        ("市旅游和文化广电体育局牵头", ["市旅游和文化广电体育局"]),
        ("各区镇要抓好落实", []),
        ("要打开教育局面，形成新的管理办法", []),
        ("政府投资项目要按统一部署推进", []),
        ("", []),
    ],
)
def test_units_in_a_text(text: str, names: list[str]) -> None:
    found = find_units(text)
    assert [name for _, name in found] == names
    assert all(text[span.start : span.end] == name for span, name in found)
