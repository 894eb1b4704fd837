"""Which unit reported: proven by the source that says so, refused where another did."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.reporting import reporting_problems
from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

HEARD = "会议听取了市住房城乡建设局关于《城市更新方案》编制情况的汇报。会议原则通过该方案，由市财政局落实资金。"
BOTH = "市教育局、市财政局分别汇报。会议议定新建3所小学，由市教育局负责。"
LABEL = "汇报单位：财务处\n会议同意追加经费，由财务处会同设备管理处落实。"
TWO = "会议听取了市生态环境局关于断面水质情况和市住建局关于管网排查情况的汇报。"
AFTER = "市发改委汇报了项目进展，市财政局作了补充说明。"


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        pytest.param("市住房城乡建设局汇报了《城市更新方案》编制情况。", HEARD, id="heard"),
        pytest.param("城市更新方案由市住房城乡建设局汇报。", HEARD, id="by whom"),
        pytest.param("市财政局汇报了有关情况。", BOTH, id="one of two"),
        pytest.param("由财务处汇报。", LABEL, id="labelled"),
        pytest.param("市住建局汇报了管网排查情况。", TWO, id="on its own matter"),
        pytest.param("市财政局作了补充说明。", AFTER, id="behind another"),
    ],
)
def test_what_the_source_says_is_proven(statement: str, quote: str) -> None:
    assert check(statement, [quote]) == []


@pytest.mark.parametrize(
    ("statement", "quote", "kind"),
    [
        pytest.param("由市财政局汇报。", HEARD, "part", id="another"),
        pytest.param("由设备管理处汇报。", LABEL, "part", id="another than labelled"),
        pytest.param("市住建局汇报了断面水质情况。", TWO, "part", id="on the matter of another"),
        pytest.param("市住房城乡建设局主要负责同志汇报了该方案。", HEARD, "post", id="a post that is not stated"),
    ],
)
def test_another_reporter_is_a_problem(statement: str, quote: str, kind: str) -> None:
    assert kind in {problem.kind for problem in reporting_problems(fold(statement), [Source(fold(quote), "")])}
    assert check(statement, [quote])


def test_a_source_without_a_reporter_proves_nothing() -> None:
    assert reporting_problems("由市财政局汇报。", [Source("会议要求市财政局抓紧落实。", "")]) == []
