"""Which names mean one body: short forms, reforms, places, levels, and neighbours that are never swallowed."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.unit_names import aliases, at_home, canonical, same_unit, stands_before, succeeded_by

SAME = """
市水利局 水务局 | 发改委 市发展和改革委员会 | 县环保局 县生态环境局
国土资源局 自然资源和规划局 | 市规划局 市资规局 | 工商局 市场监管局 | 质监局 市监局
国税局 税务局 | 计生委 卫健委 | 文广新局 文旅局 | 安监局 应急管理局 | 扶贫办 乡村振兴局
江州市财政局 市财政局 | 江州市城东区财政局 城东区财政局 | 江州市人民政府 江州市政府
市政府办 市人民政府办公室 | 财政部门 市财政局 | 公安机关 县公安局 | 公安 县公安局
河长办 河长制办公室 | 石澜镇人民政府 石澜镇 | 江州高新区 高新区管委会
国家税务总局江州市税务局 市税务局 | 中国人民银行江州市分行 人行江州中心支行
市公安局交通警察支队 市交警支队 | 江州市水务集团有限公司 市水务集团 | 自治区财政厅 财政厅
中共江州市委组织部 市委组织部 | 市残疾人联合会 市残联 | 市林长制工作领导小组办公室 市林长办
共青团江州市委员会 江州团市委 | 发改委（金融办） 发改委 | 市教育考试院 江州市教育考试院
"""
APART = """
市财政局 县财政局 | 省财政厅 市财政局 | 江州市财政局 海州市财政局 | 卫健委 疾控中心
城管局 城投集团 | 教育局 教育考试院 | 水务局 水务集团 | 国土局 规划局 | 工商局 质监局
国税局 地税局 | 市委办 市政府办 | 县委办 市委办 | 财政局 税务局 | 农业农村局 乡村振兴局
组织部 宣传部 | 法院 检察院 | 市公安局 市公安局交警支队 | 农业综合执法大队 城管局
石澜镇 东岭镇 | 消防救援大队 消防救援支队 | 财政局 财政评审中心 | 住建局 住房公积金管理中心
大数据局 大数据中心 | 司法局 司法所 | 人社局 社保中心 | 医保局 医保中心
交通运输局 交投集团 | 文旅局 文旅集团 | 编办 人社局 | 团市委 市妇联
"""


def _pairs(text: str) -> list[tuple[str, str]]:
    return [
        (first, second)
        for pair in text.replace("\n", "|").split("|")
        if pair.strip()
        for first, second in [pair.split()]
    ]


@pytest.mark.parametrize(("first", "second"), _pairs(SAME))
def test_one_body(first: str, second: str) -> None:
    assert same_unit(first, second)
    assert same_unit(second, first)


@pytest.mark.parametrize(("first", "second"), _pairs(APART))
def test_two_bodies(first: str, second: str) -> None:
    assert not same_unit(first, second)
    assert not same_unit(second, first)


def test_the_aliases_of_a_former_body_leave_out_its_neighbours() -> None:
    assert "国土资源局" in aliases("自然资源局")
    assert "规划局" in aliases("自然资源局")
    assert "规划局" not in aliases("国土局")
    assert aliases("某某镇") == ("某某镇",)


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("县扶贫办", ("乡村振兴局", 2021)),
        ("市国土局", ("自然资源和规划局", 2018)),
        ("市财政局", None),
        ("某某镇", None),
    ],
)
def test_what_it_is_called_now(name: str, now: tuple[str, int | None] | None) -> None:
    assert succeeded_by(name) == now


def test_an_unknown_name_is_its_own() -> None:
    assert canonical("江州市某某创新岛") == "江州市某某创新岛"


@pytest.mark.parametrize(
    ("text", "good"),
    [("江州市", True), ("市", True), ("", True), ("江州", True), ("市财政局安排市", False), ("责成市", False)],
)
def test_what_stands_before_a_kind(text: str, good: bool) -> None:
    assert stands_before(text) is good


@pytest.mark.parametrize(
    ("asked", "named", "body", "same"),
    [
        ("市财政局", "财政金融局", "江州高新技术产业开发区管委会", False),
        ("市财政局", "财政局", "江州经济开发区管委会主任办公会议", False),
        ("市财政局", "财政局", "江州市人民政府", True),
        ("财政局", "财政金融局", "江州经济开发区管委会", True),
        ("市财政局", "财政局", "青石镇人民政府", True),
        ("市财政局", "财政局", None, True),
    ],
)
def test_a_bare_name_is_of_the_level_of_whose_paper_it_is(asked: str, named: str, body: str | None, same: bool) -> None:
    assert same_unit(asked, at_home(named, body)) is same
