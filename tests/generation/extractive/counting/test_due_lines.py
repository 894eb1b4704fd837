"""What is due in a time: of all units or of one, of a long decision the sentence that is due then."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.counting.due_lines import deadlines
from pipeline.generation.extractive.evidence import Source

_DISTRICT = """泽南区人民政府专题会议纪要
2025年3月27日，副区长葛同主持召开泽南区人民政府专题会议。议定如下事项：
一、关于群众工作
区住建局要在每个小区设立现场接待点，公示改造内容、工期、施工单位和监督电话，居民反映的问题一般应在3个工作日内答复。\
区城管局加强夜间巡查，5月10日前报送巡查安排。去年改造的柳叶新村居民集中反映的屋面渗漏问题，由区住建局督促施工单位返修，4月20日前整改完毕。
二、关于年度计划
区住建局在4月10日前报送计划。
"""
_COUNTY = """临港县人民政府常务会议纪要
2025年3月20日，县长许岸主持召开临港县人民政府常务会议。
一、研究停工项目
县住建局要在4月15日前提出处置意见。
"""


@pytest.fixture
def office(tmp_path: Path) -> Assistant:
    """A district's paper and a county's, whose office bears the same bare name."""
    for name, text in (("区.txt", _DISTRICT), ("县.txt", _COUNTY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", today="2026-11-23"))
    assistant.ingest([tmp_path / "区.txt", tmp_path / "县.txt"])
    return assistant


def test_points_with_a_deadline(sources: list[Source]) -> None:
    assert "6月底前" in deadlines(sources)[0][1].text


@pytest.mark.parametrize(
    ("end", "year", "count"),
    [("12-31", None, 2), ("06-31", None, 1), ("05-31", None, 0), ("12-31", 2021, 2), ("12-31", 2022, 0)],
)
def test_points_due_by_a_day(sources: list[Source], end: str, year: int | None, count: int) -> None:
    assert len(deadlines(sources, end=end, year=year)) == count


@pytest.mark.parametrize("question", ["区住建局今年4月要完成什么", "泽南区住建局2025年4月要完成哪些任务"])
def test_a_unit_and_a_month_are_a_filter_together(office: Assistant, question: str) -> None:
    answer = office.ask(question)
    told = [statement.text for statement in answer.statements]
    assert len(told) == 2
    assert any("屋面渗漏" in line and "夜间巡查" not in line for line in told), "the sentence, not the whole point"
    assert any("报送计划" in line for line in told)


def test_a_unit_that_has_nothing_to_do_then_is_told_so(office: Assistant) -> None:
    answer = office.ask("区住建局7月要完成什么")
    assert answer.refused
    assert "区住建局" in answer.answer
