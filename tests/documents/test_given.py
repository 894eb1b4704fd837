"""What is laid down about a document: items start there, whatever the labels say, in the sections that were found."""

from __future__ import annotations

from pipeline.documents.given import Given
from pipeline.documents.parse import parse
from pipeline.documents.read import Source

REPORT = """中共柳溪县委关于巡察整改进展情况的通报
一、组织落实情况
县委高度重视。
二、整改落实情况
1.关于“停车管理不规范”问题的整改。
增设停车位200个。
完善收费制度。
2.关于“河道保洁不到位”问题的整改。
制定保洁办法。
"""
MINUTES = (
    "柳溪县人民政府第3次常务会议纪要\n2021年3月8日，县长周明主持召开会议。\n一、讨论《停车办法》\n会议原则通过。\n"
)


def test_nothing_laid_down_changes_nothing() -> None:
    assert parse(Source("a.txt", MINUTES), given=Given()) == parse(Source("a.txt", MINUTES))


def test_items_of_a_report_keep_sections_and_measures() -> None:
    start = REPORT.index("2.关于")
    document = parse(Source("通报.txt", REPORT), given=Given(kind="rectification", starts=(start,)))
    assert [(item.section, item.title, len(item.points)) for item in document.items] == [("二", "河道保洁不到位", 1)]
    assert [section.label for section in document.sections] == ["一", "二"]
    assert document.sections[1].end == document.items[0].end


def test_a_start_within_a_paragraph_parts_it() -> None:
    place = MINUTES.index("会议原则")
    document = parse(Source("a.txt", MINUTES), given=Given(kind="minutes", starts=(MINUTES.index("一、"), place)))
    assert [item.start for item in document.items] == [MINUTES.index("一、"), place]


def test_a_field_that_is_not_stated_is_read_from_nowhere() -> None:
    given = Given(meeting={"chair": None, "date": None, "date_text": None, "date_source": None})
    document = parse(Source("a.txt", MINUTES), given=given)
    assert (document.meeting.chair, document.meeting.date) == (None, None)
    assert not {"meeting.chair", "meeting.date"} & set(document.spans)
