from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.reporters import Reports, reporter, who_reports, with_lead
from pipeline.minutes import Item
from tests.documents.paper import paper, passage


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("市水利局局长徐明《方案》起草情况的汇报", "市水利局局长徐明"),
        ("科研处处长易凡作了汇报", "科研处处长易凡"),
        ("市卫生健康委关于医改工作情况的汇报", None),
        ("会议确定由水利局负责，完成可研报告", None),
        ("没有人说话", None),
    ],
)
def test_reporter(text: str, who: str | None) -> None:
    found = reporter(passage(text), 0)
    assert (found.flat if found else None) == who


@pytest.mark.parametrize(
    ("text", "known", "who"),
    [
        ("蒙恬静汇报。", {"蒙恬静"}, "蒙恬静"),
        ("人事科言午汇报。", {"言午"}, "人事科言午"),
        ("项目汇报。", {"项链"}, None),
        ("县财政局局长李明首先汇报了预算。", set(), "县财政局局长李明"),
        ("由财务总监王海作说明。", set(), "财务总监王海"),
        ("汇报人:区教育局局长  吕芬", set(), "区教育局局长  吕芬"),
        ("(汇报人:米华;主持人:房军)", set(), "米华"),
        ("会议原则同意县水务局局长马龙汇报的饮水工程方案。", set(), "县水务局局长马龙"),
        ("会议审议了区财政局局长卢国关于预算调整方案的汇报。", set(), "区财政局局长卢国"),
        ("会议研究通过了县人社局局长任秀汇报的人事任免事项。", set(), "县人社局局长任秀"),
        ("会议听取了副县长翟明关于会议精神的传达。", set(), "副县长翟明"),
        ("会议同意该方案。", set(), None),
        ("市农业农村局副局长荀安汇报。会议听取了汇报，并就下一步工作提出要求。", set(), "市农业农村局副局长荀安"),
    ],
)
def test_who_reports(text: str, known: set[str], who: str | None) -> None:
    found = who_reports(passage(text), known=frozenset(known))
    assert (found.flat if found else None) == who


def told(*texts: str, known: frozenset[str] = frozenset(), recorded: bool = True) -> list[tuple[str | None, ...]]:
    """Return name, post, unit and wording of those who report by some paragraphs."""
    sheet = paper("\n\n".join(texts))
    reports = Reports()
    for one in sheet.paragraphs:
        reports.read(sheet, one, known=known, recorded=recorded)
    return [(who.name, who.role, who.unit, sheet.text[at.start : at.end]) for who, at in reports.told]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("市教育局汇报了学位建设情况。",), [(None, None, "市教育局", "市教育局")]),
        (("市应急局汇报了城区防汛抢险队伍现状，目前共有队伍12支。",), [(None, None, "市应急局", "市应急局")]),
        (("市国资委汇报了公交公司重组方案。",), [(None, None, "市国资委", "市国资委")]),
        (("会议听取了市财政局副局长的汇报。",), [(None, "副局长", "市财政局", "市财政局副局长")]),
        (
            ("会议听取了市统计局局长王明、市财政局局长李强的汇报。",),
            [("王明", "局长", "市统计局", "市统计局局长王明"), ("李强", "局长", "市财政局", "市财政局局长李强")],
        ),
        (
            ("会议听取了市发改委主任李明、市财政局分别作的汇报。",),
            [("李明", "主任", "市发改委", "市发改委主任李明"), (None, None, "市财政局", "市财政局")],
        ),
        (
            ("市教育局汇报了情况。", "市教育局局长王明作了补充说明。"),
            [("王明", "局长", "市教育局", "市教育局局长王明")],
        ),
        (
            ("市教育局汇报了情况。", "市审计局局长王明作了补充说明。"),
            [("王明", "局长", "市审计局", "市审计局局长王明"), (None, None, "市教育局", "市教育局")],
        ),
        (("汇报单位：市商务局（易铁军）",), [("易铁军", None, "市商务局", "易铁军")]),
        (("（汇报单位：区国资局　汇报人：庞树）",), [("庞树", None, "区国资局", "庞树")]),
        (("汇报单位：区财政局（国资局）（梁燕芬）",), [("梁燕芬", None, "区财政局（国资局）", "梁燕芬")]),
        (("汇报人：贝宁（财务资产部）",), [("贝宁", None, "财务资产部", "贝宁（财务资产部）")]),
        (
            ("汇报单位：市总工会（柳 絮）、市海洋发展局（鲁波）",),
            [
                ("柳絮", None, "市总工会", "市总工会（柳 絮）"),
                ("鲁波", None, "市海洋发展局", "市海洋发展局（鲁波）"),
            ],
        ),
        (("雨强70毫米。县水文站站长祖明汇报了江河水情。",), [("祖明", "站长", "县水文站", "县水文站站长祖明")]),
        (("听取县林业和草原局（李光明）汇报。",), [("李光明", None, "县林业和草原局", "县林业和草原局（李光明）")]),
        (("听取2024年全市信访工作情况汇报。",), []),
    ],
    ids=[
        "unit alone",
        "unit and what it reported on",
        "a plan is nobody",
        "post without a name",
        "two people",
        "a person and a unit",
        "a person of the unit",
        "a person of another unit",
        "name in brackets behind the unit",
        "unit and name labelled",
        "two brackets",
        "unit in brackets behind the name",
        "two units with their people",
        "in the middle of a paragraph",
        "heard, unit and name",
        "no person",
    ],
)
def test_who_is_noted(texts: tuple[str, ...], found: list[tuple[str | None, ...]]) -> None:
    assert told(*texts) == found


def test_only_a_label_names_who_is_to_report_at_a_meeting_to_come() -> None:
    assert told("市教育局汇报了情况。", recorded=False) == []
    assert told("汇报单位：市教育局", recorded=False) == [(None, None, "市教育局", "市教育局")]


def test_the_lead_says_who_reported_on_the_only_matter() -> None:
    text = "会议听取了县公安局关于货车停放情况的汇报，议定如下：\n\n一、加强管理。"
    at = text.index("一、")
    item = Item(label=None, number=None, title="货车停放", start=at, end=len(text))
    [found] = with_lead(paper(text), (item,))
    assert found.presenter is not None
    assert (found.presenter.unit, text[slice(found.spans["presenter"].start, found.spans["presenter"].end)]) == (
        "县公安局",
        "县公安局",
    )
    assert with_lead(paper(text), (item, item)) == (item, item)


def test_a_label_is_no_part_of_who_reports() -> None:
    text = (
        "甲水务集团总经理办公会纪要\n2031年7月3日，总经理林一主持召开总经理办公会。\n"
        "议案1　管网改造\n【汇报】生产运营部部长吴三汇报，年初确定改造68公里。\n【决议】同意调整。\n"
        "议案2　飞线充电\n消防救援站通报，8月以来排查出187处。会议同意集中整治。\n"
    )
    first, second = parse_text(text).items
    assert (first.presenter.unit, first.presenter.name) == ("生产运营部", "吴三") if first.presenter else False
    assert "通报" not in second.presenter_names
