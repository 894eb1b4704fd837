"""Who is meant by 「该局」: the last unit of that kind that opens a clause before it."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.referents import referent, referents, refers
from pipeline.documents.tasks.points import PointMaker
from tests.documents.paper import paper


@pytest.mark.parametrize(
    ("before", "name", "meant"),
    [
        ("市城投集团申请的借款,会议不予同意,请", "该集团", "市城投集团"),
        ("(2)市城投集团申请的借款,会议不予同意,请", "该集团", "市城投集团"),
        ("实验室管理处汇报了方案。会议认为标准偏高,请", "该处", "实验室管理处"),
        ("对恒岳铸造公司,会议认为整改不到位,责成", "该公司", "恒岳铸造公司"),
        ("县水利局提出缓建,县财政局反对,请", "该局", "县财政局"),
        ("县水利局提出缓建,县财政局反对,请", "该公司", None),
        ("会议认为标准偏高,请", "该处", None),
        ("县水利局提出缓建,请", "各局", None),
    ],
    ids=[
        "a group",
        "behind a label",
        "an office",
        "behind 对",
        "the nearest",
        "no such kind",
        "nobody named",
        "no pronoun",
    ],
)
def test_the_unit_that_is_meant(before: str, name: str, meant: str | None) -> None:
    place = referent(before, name)
    assert (before[slice(*place)] if place else None) == meant


@pytest.mark.parametrize(
    ("before", "name", "meant"),
    [
        ("原则同意省农业厅、省林业厅提出的意见,请", "两厅", ["省农业厅", "省林业厅"]),
        ("县水利局、县财政局意见不一。会议责成", "两家单位", ["县水利局", "县财政局"]),
        ("县水利局、县财政局、县住建局各有看法。会议要求", "上述三家单位", ["县水利局", "县财政局", "县住建局"]),
        ("县水利局、县财政局、县住建局各有看法。会议要求", "两家单位", []),
        ("县水利局、县财政局意见不一。由", "两家企业", []),
        ("会议听取了情况说明。请", "两局", []),
        ("县水利局提出缓建,请", "该局", ["县水利局"]),
    ],
    ids=["two offices", "of no kind", "three", "another count", "another kind", "nobody named", "one"],
)
def test_the_units_that_are_meant(before: str, name: str, meant: list[str]) -> None:
    assert refers(name)
    assert [before[slice(*place)] for place in referents(before, name)] == meant


def test_a_task_goes_to_all_who_are_meant() -> None:
    sheet = paper("三、周转资金\n县水利局、县财政局意见不一，会议要求上述两家单位6月底前会商一致。")
    body = sheet.passage(sheet.plain.index("会议"), len(sheet.plain))
    point = PointMaker(sheet, None, True)(body)
    assert (point.lead_units, point.lead_generic) == (("县水利局", "县财政局"), ())


def test_a_task_goes_to_the_unit_that_is_meant() -> None:
    sheet = paper("三、周转资金\n市城投集团申请借款8000万元，会议不予同意，请该集团自行筹措。")
    body = sheet.passage(sheet.plain.index("会议"), len(sheet.plain))
    point = PointMaker(sheet, None, True)(body)
    assert (point.lead_units, point.lead_generic) == (("市城投集团",), ())
    place = point.spans["lead_units.0"]
    assert sheet.text[place.start : place.end] == "市城投集团"
