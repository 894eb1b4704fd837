from __future__ import annotations

import pytest

from pipeline.documents.headings import read_heading, reporter, who_reports
from tests.documents.paper import blocks, passage


@pytest.mark.parametrize(
    ("text", "verb", "title", "presenter", "rest"),
    [
        ("一、讨论《甲办法》", "讨论", "《甲办法》", None, None),
        ("一、关于通村公路问题。会议同意。", None, "关于通村公路问题", None, "会议同意。"),
        ("一、原则同意《甲办法》，由县交通局落实。", None, "《甲办法》", None, "原则同意《甲办法》,由县交通局落实。"),
        ("一、审议通过《甲计划》，按程序提请审议。", "审议", "《甲计划》", None, "审议通过《甲计划》,按程序提请审议。"),
        (
            "一、关于用地问题，会议决定暂缓，查清后再议。",
            None,
            "关于用地问题",
            None,
            "关于用地问题,会议决定暂缓,查清后再议。",
        ),
        ("一、村主任田丰报告去年账目。", None, "去年账目", "村主任田丰", None),
        ("一、讨论林地续包的事。", "讨论", "林地续包", None, None),
        (
            "一、会议没有同意卫生处提出的增加体检项目的建议。",
            None,
            "增加体检项目的建议",
            None,
            "会议没有同意卫生处提出的增加体检项目的建议。",
        ),
        ("一、听取市水务局局长徐明关于防汛工作的汇报", "听取", "关于防汛工作的汇报", "市水务局局长徐明", None),
        ("一、研究医院迁建问题（汇报人：区卫健委主任 田丰）", "研究", "医院迁建问题", "区卫健委主任 田丰", None),
        (
            "一、会议听取了市卫健委关于医改的汇报，原则同意下一步安排。",
            "听取",
            "市卫健委关于医改的汇报",
            None,
            "会议听取了市卫健委关于医改的汇报,原则同意下一步安排。",
        ),
        ("一、会议研究了《甲方案》，决定提交常委会研究。", "研究", "《甲方案》", None, "决定提交常委会研究。"),
    ],
)
def test_heading(text: str, verb: str | None, title: str, presenter: str | None, rest: str | None) -> None:
    block = next(iter(blocks(text + "\n二、审议《乙》")))
    found = read_heading(block)
    parts = (found.verb, found.title, found.presenter)
    assert tuple(text[part.start : part.end] if part else None for part in parts) == (verb, title, presenter)
    assert (found.rest.flat if found.rest else None) == rest


def test_a_paragraph_that_names_no_matter_keeps_its_words() -> None:
    found = read_heading(blocks("会议指出，制造业是立国之本，要加快攻关。")[0])
    assert found.title is not None
    assert found.title.flat == "制造业是立国之本"
    assert found.rest is not None
    assert found.rest.flat.startswith("会议指出")


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
        ("会议同意该方案。", set(), None),
        ("市农业农村局副局长荀安汇报。会议听取了汇报，并就下一步工作提出要求。", set(), "市农业农村局副局长荀安"),
    ],
)
def test_who_reports(text: str, known: set[str], who: str | None) -> None:
    found = who_reports(passage(text), known=frozenset(known))
    assert (found.flat if found else None) == who
