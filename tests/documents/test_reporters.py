from __future__ import annotations

import pytest

from pipeline.documents.reporters import reporter, who_reports
from tests.documents.paper import passage


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
