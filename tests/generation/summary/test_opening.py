"""The opening of a draft says who met when, and quotes where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.opening import opening, paper_name
from pipeline.generation.summary.told import Source, Told
from tests.generation.papers import minutes, report


@pytest.fixture
def source() -> Source:
    return Source("d1", minutes())


def _quoted(source: Source, told: Told) -> list[str]:
    return [source.document.text[quote.start : quote.end] for quote in told.sentence.quotes]


def test_the_opening_quotes_what_it_says(source: Source) -> None:
    told = opening(source)
    assert told is not None
    assert told.text == "2021年3月8日，郑远航主持召开市政府第12次常务会议。"
    assert _quoted(source, told) == ["临政纪〔2021〕6号", "3月8日上午，市长郑远航主持召开市政府第12次常务会议"]
    assert source.holds(told)


def test_a_date_from_the_file_name_is_not_told(source: Source) -> None:
    named = replace(source.document, meeting=replace(source.document.meeting, date_source="filename"))
    told = opening(Source("d1", named))
    assert told is not None
    assert told.text == "郑远航主持召开市政府第12次常务会议。"


def test_a_chair_without_a_place_is_not_told(source: Source) -> None:
    spans = {name: span for name, span in source.document.spans.items() if name != "meeting.chair"}
    told = opening(Source("d1", replace(source.document, spans=spans)))
    assert told is not None
    assert told.text == "2021年3月8日，召开市政府第12次常务会议。"


def test_no_meeting_no_opening() -> None:
    assert opening(Source("d2", report())) is None


def test_a_year_from_the_date_of_issue_is_quoted() -> None:
    text = (
        "江州市人民政府专题会议纪要\n3月12日，副市长贺云主持召开专题会议，研究停车场建设。会议议定：\n"
        "一、由市城管局牵头，4月底前完成选址。\n江州市人民政府办公室 2024年3月15日印发\n"
    )
    source = Source("d3", parse_text(text))
    told = opening(source)
    assert told is not None
    assert told.text.startswith("2024年3月12日，")
    assert any("2024年3月15日" in quote for quote in _quoted(source, told))


def test_this_year_is_no_part_of_a_name() -> None:
    text = "榕港镇党政联席会议纪要\n2024年9月26日，镇党委书记安澜主持召开今年第13次党政联席会议。\n一、关于渡口\n"
    told = opening(Source("d0", parse_text(text)))
    assert told is not None
    assert "今年" not in told.text


def test_a_title_that_says_little_gives_way_to_the_name_of_the_meeting() -> None:
    text = "榕港县人民政府\n常务会议纪要\n2024年8月23日，县长安澜主持召开县政府第41次常务会议。\n一、关于渡口\n"
    assert paper_name(parse_text(text)) == "县政府第41次常务会议纪要"


def test_a_meeting_without_a_name_has_its_day_and_its_chair() -> None:
    text = "江州市泵站\n时间：2024年6月3日上午\n地点：二楼会议室\n主持人：安澜\n议题一 关于渡口\n会议同意拨付8万元。\n"
    document = parse_text(text)
    source = Source("d0", replace(document, kind="minutes", meeting=replace(document.meeting, name=None)))
    told = opening(source)
    assert told is not None
    assert told.text == "2024年6月3日，安澜主持召开会议。"
