"""From whom to whom: what goes from one to another is no proof of the way back."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.directions import direction_problems, transfers_of
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

PUMPS = "市水务局向市城管局移交雨水泵站12座"
TWO = "县审计局向县政府报告审计结果，县政府向县人大常委会报告整改情况。"
RENT = "承租户按季向资产公司缴纳租金"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("要向考核靠后的街道作出说明", ["考核靠后的街道"]),
        ("每年从广告收入中向市体育局划拨经费", ["市体育局"]),
        ("牵头单位为市财政局", []),
        ("要对接电力公司,向其移交电杆", []),
    ],
    ids=["toward", "two of them", "no preposition", "pronoun"],
)
def test_towards_whom(text: str, parties: list[str]) -> None:
    assert [one.party for one in transfers_of(text) if one.word == "向"] == parties


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("市城管局向市水务局移交雨水泵站12座", PUMPS),
        ("市城管局要把12座雨水泵站移交市水务局", PUMPS),
        ("12座雨水泵站由市城管局移交给市水务局", PUMPS),
        ("县人大常委会要向县政府报告整改情况", TWO),
        ("资产公司按季向承租户缴纳租金", RENT),
        ("承租户按季向资产公司收取租金", RENT),
        ("市中心医院从县医院借调麻醉师3名", "县医院从市中心医院借调麻醉师3名"),
        ("东港码头由港务集团划转至交投公司", "将东港码头由交投公司划转至港务集团"),
        ("北岭水泥厂为市国资公司提供担保", "市国资公司为北岭水泥厂提供担保"),
        ("景云设计院委托甲辰大学编制规划", "甲辰大学委托景云设计院编制规划"),
        ("由区教育局代区城投公司垫付工程款", "由区城投公司代区教育局垫付工程款"),
    ],
)
def test_turned_round(statement: str, source: str) -> None:
    assert list(direction_problems(fold(statement), Source(source, "")))


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("向市城管局移交12座雨水泵站的是市水务局", PUMPS),
        ("市水务局要把12座雨水泵站移交市城管局", PUMPS),
        ("市水务局移交雨水泵站12座", PUMPS),
        ("县政府要向县人大常委会报告整改情况", TWO),
        ("资产公司按季向承租户收取租金", RENT),
        ("东港码头从交投公司划转给港务集团", "将东港码头由交投公司划转至港务集团"),
        ("停车费由业主委员会委托物业公司代收", "业主委员会委托物业公司代收停车费"),
        ("管委会要督促产权单位,对小区内的点位进行改造", "小区内的点位由管委会督促产权单位改造"),
    ],
)
def test_the_same_way(statement: str, source: str) -> None:
    assert list(direction_problems(fold(statement), Source(source, ""))) == []


def test_what_is_handed_over() -> None:
    assert [one.party for one in transfers_of("由交投公司划转至港务集团")] == ["港务集团"]
