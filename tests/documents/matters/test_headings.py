from __future__ import annotations

import pytest

from pipeline.documents.matters.headings import read_heading
from tests.documents.paper import blocks


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
        ("一、渡口票价方案（再次审议）", None, "渡口票价方案（再次审议）", None, None),
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
    ("text", "title", "units"),
    [
        ("一、听取市卫健委关于医改的汇报", "市卫健委关于医改的汇报", ["市卫健委"]),
        (
            "一、关于限行措施的请示（市公安局、市交通局汇报，列席：市城管局）",
            "关于限行措施的请示",
            ["市公安局", "市交通局"],
        ),
        ("一、审议城北控规（汇报单位：县自然资源局，15分钟）", "城北控规", []),
        ("一、研究车位问题（牵头单位：县住建局）", "车位问题", []),
    ],
)
def test_units_that_report_without_a_name(text: str, title: str, units: list[str]) -> None:
    found = read_heading(blocks(text + "\n二、审议《乙》")[0])
    assert found.title is not None
    assert (found.title.flat, [unit.flat for unit in found.units]) == (title, units)
    assert (found.presenter.flat if found.presenter else None) == ("县自然资源局" if "汇报单位" in text else None)


@pytest.mark.parametrize("title", ["夜市营业时间延长至23:00事项", "广场音响22：30后停用问题"])
def test_a_time_of_the_day_cuts_no_heading(title: str) -> None:
    [block] = blocks(f"一、{title}")
    found = read_heading(block).title
    assert found is not None and found.flat == title.replace("：", ":")
