from __future__ import annotations

import pytest

from pipeline.documents.extract import lead_units, support_units
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("由市河长制办公室牵头，进一步细化方案。", ["市河长制办公室"]),
        ("由编委办、财政局、人社局等部门牵头研究。", ["编委办", "财政局", "人社局"]),
        ("请徐明副市长牵头协调。", ["徐明副市长"]),
        ("请魏明副市长、周春副主任分别牵头。", ["魏明副市长", "周春副主任"]),
        ("市市场监管局作为牵头部门，要对标先进。", ["市市场监管局"]),
        ("各区镇应结合实际，做到守土有责。", ["各区镇"]),
        ("市环保局必须正确处理关系。", ["市环保局"]),
        ("城管委抓紧制定意见。", ["城管委"]),
        ("财政、国资、创投等部门要运作好基金。", ["财政", "国资", "创投"]),
        ("财政部门要加强监管。", ["财政部门"]),
        ("各板块、各部门要持续深化改革。", ["各板块", "各部门"]),
        ("自然资源和规划局和住建局负责落实。", ["自然资源和规划局", "住建局"]),
        ("责任单位：党建办、人事科", ["党建办", "人事科"]),
        ("副县长李军牵头协调。", ["副县长李军"]),
        ("市财政局负责落实资金。", ["市财政局"]),
        ("相关部门要积极配合。", []),
        ("切实把主办牵头的责任承担起来。", []),
        ("引导基金管理团队要有设置。", []),
        ("方案要突出重点。", []),
        ("教师招聘工作由市教育局会同市人社局完成。", ["市教育局"]),
        ("", []),
    ],
)
def test_leads(text: str, leads: list[str]) -> None:
    found = lead_units(passage(text))
    assert [unit.name for unit in found] == leads
    assert all(text[unit.span.start : unit.span.end] == unit.name for unit in found)


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        ("由市住建局牵头，市水务局、市城管局配合。", ["市水务局", "市城管局"]),
        ("市商务局会同海关优化流程。", ["海关"]),
        ("牵头单位：市教育局；配合单位：市财政局", ["市财政局"]),
        ("会同市有关部门研究。", []),
        ("加大财政支持力度。", []),
    ],
)
def test_supports(text: str, supports: list[str]) -> None:
    part = passage(text)
    assert [unit.name for unit in support_units(part, leads=lead_units(part))] == supports


def test_a_narrative_obliges_nobody() -> None:
    assert lead_units(passage("市财政局要求各单位自查。"), obliged=False) == []
