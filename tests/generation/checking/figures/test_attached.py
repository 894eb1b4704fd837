"""A time limit belongs to the matter before it."""

from __future__ import annotations

from pipeline.generation.checking.figures.attached import attached_problems
from pipeline.generation.checking.reading.source import Source

SOURCE = Source(
    "东岸泵站由水务公司改造,8月20日前完成设备招标;西岸泵站暂由乡镇管护,移交时间另行通知。南岸泵站10月底前通水。", ""
)


def test_a_limit_of_another_matter_is_flagged() -> None:
    said = "西岸泵站暂由乡镇管护,并于8月20日前落实"
    assert [problem.text for problem in attached_problems(said, SOURCE)] == ["8月20日前"]


def test_a_limit_of_the_same_matter_holds() -> None:
    assert list(attached_problems("东岸泵站由水务公司改造,并于8月20日前办妥", SOURCE)) == []


def test_what_stands_beside_the_date_in_the_source_carries_it() -> None:
    assert list(attached_problems("西岸泵站暂由乡镇管护,设备招标8月20日前完成", SOURCE)) == []


def test_a_row_of_a_table_is_one_matter() -> None:
    row = Source("1|老码头封闭|县交通局安排资金30万元;乡镇落实值守|3月底前", "")
    assert list(attached_problems("县交通局安排资金30万元封闭老码头,要求3月底前完成", row)) == []
