"""What an office is called: by its lines of work alone."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.extract import lead_units
from pipeline.documents.duties.offices import is_office
from tests.documents.paper import passage


@pytest.mark.parametrize(
    "name", ["宣传办", "党政综合办", "安全环保部", "招标采购中心", "纪检监察室", "物业公司", "预防保健科", "镇城建办"]
)
def test_lines_of_work_and_a_word_for_an_office(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize(
    "name", ["新增公办", "资金从街道", "结果报财政局", "引进知名科", "工作组", "收费站", "讨论记录交医务部", "宣传"]
)
def test_what_holds_another_word_is_none(name: str) -> None:
    assert not is_office(name)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("宣传办更新公益广告，物业公司更换电梯钢丝绳。", ["宣传办", "物业公司"]),
        ("安全环保部检查各车间消防设施。", ["安全环保部"]),
        ("车辆处置方案不变。", []),
        ("由心内科重新论证。", ["心内科"]),
    ],
)
def test_it_opens_a_clause_by_any_verb(text: str, leads: list[str]) -> None:
    assert [one.name for one in lead_units(passage(text), listed=True)] == leads
