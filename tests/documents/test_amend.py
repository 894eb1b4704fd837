"""Corrections of a record: what the text bears holds and is read around, what it does not is refused or said."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.documents.amend import LOST, amend, check, lines
from pipeline.documents.parse import parse_text
from pipeline.errors import BadRequest
from pipeline.minutes import Document, Span

TEXT = """柳溪县人民政府
常务会议纪要
柳政纪〔2021〕3号
2021年3月8日，县长周  明主持召开县政府第3次常务会议，现纪要如下：
一、讨论《城区停车管理办法》
会议听取了县城管局局长林安的汇报。
1. 由县城管局牵头，6月底前完成。
会议原则通过上述文件。
二、审议《河道保洁办法》
会议同意该办法。
关于校车安全工作
会议要求县教育局抓好落实。
出席：周明、孙平
"""


@pytest.fixture
def minutes() -> Document:
    return parse_text(TEXT, file="柳政纪〔2021〕3号.txt")


def covered(document: Document) -> bool:
    """Whether every non-blank character lies in one part, and no two parts overlap."""
    place = 0
    for _, span in document.parts():
        if span.start < place or document.text[place : span.start].strip():
            return False
        place = span.end
    return not document.text[place:].strip()


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("kind", "resolution", lambda document: document.kind == "resolution"),
        ("chair", "孙平", lambda document: document.quote(document.spans["meeting.chair"]) == "孙平"),
        ("chair", "周明", lambda document: document.quote(document.spans["meeting.chair"]) == "周  明"),
        ("chair", None, lambda document: document.meeting.chair is None and "meeting.chair" not in document.spans),
        ("date", None, lambda document: document.meeting.date is None and "meeting.date" not in document.spans),
        ("date", "2021-03-08", lambda document: document.meeting.date_source == "text"),
    ],
    ids=["kind", "another chair", "padded name", "no chair", "no date", "date of the text"],
)
def test_a_field_is_corrected(minutes: Document, field: str, value: Any, read: Any) -> None:
    amended = amend(minutes, {field: value})
    assert read(amended)
    assert len(amended.items) == 2 and covered(amended)
    assert not [notice for notice in amended.notices if notice.code == LOST]


def test_a_date_that_the_text_does_not_state_has_no_place(minutes: Document) -> None:
    amended = amend(minutes, {"date": "2021-04-02"})
    assert (amended.meeting.date, amended.meeting.date_source) == ("2021-04-02", "correction")
    assert "meeting.date" not in amended.spans


def test_a_deadline_is_counted_from_the_corrected_date(minutes: Document) -> None:
    assert amend(minutes, {"date": "2022-04-02"}).items[0].points[0].deadline.date == "2022-06-30"  # type: ignore[union-attr]


def test_a_report_has_a_date_of_issue(minutes: Document) -> None:
    amended = amend(minutes, {"kind": "rectification", "date": "2021-03-08"})
    assert amended.issued_date == "2021-03-08" and amended.meeting.date is None


def test_an_item_is_split_where_a_line_is_laid_down(minutes: Document) -> None:
    starts = [item.start for item in minutes.items] + [TEXT.index("关于校车安全工作")]
    amended = amend(minutes, {"items": lines(minutes, starts)})
    assert [item.label for item in amended.items] == ["一", "二", None]
    assert amended.items[2].title == "关于校车安全工作" and covered(amended)
    assert amended.items[1].end <= amended.items[2].start


def test_items_are_joined_and_end_early(minutes: Document) -> None:
    joined = amend(minutes, {"items": lines(minutes, [minutes.items[0].start])})
    assert len(joined.items) == 1 and joined.items[0].end > minutes.items[1].start
    short = amend(minutes, {"items": lines(minutes, [minutes.items[0].start], minutes.items[1].start)})
    assert short.items[0].end <= minutes.items[1].start and short.tail is not None
    assert covered(joined) and covered(short)
    assert amend(minutes, {"items": lines(minutes, [])}).items == ()


def test_bounds_follow_their_lines_into_a_new_version(minutes: Document) -> None:
    value = lines(minutes, [item.start for item in minutes.items] + [TEXT.index("关于校车安全工作")])
    longer = parse_text(TEXT.replace("县城管局局长林安", "县城市管理局局长林安同志"), file=minutes.file)
    assert len(amend(longer, {"items": value}).items) == 3


def test_what_a_new_version_does_not_bear_is_said_and_left_out(minutes: Document) -> None:
    shorter = parse_text(TEXT.replace("关于校车安全工作\n", ""), file=minutes.file)
    value = lines(minutes, [*(item.start for item in minutes.items), TEXT.index("关于校车安全工作")])
    amended = amend(shorter, {"items": value, "chair": "孙平"})
    assert len(amended.items) == 2 and amended.meeting.chair == "孙平"
    [notice] = [notice for notice in amended.notices if notice.code == LOST]
    assert "议题起止的更正没有套用" in notice.message


def test_what_the_parser_noticed_is_said_once(minutes: Document) -> None:
    assert amend(minutes, {}).notices == minutes.notices


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", "poem", "没有“poem”这种类型"),
        ("date", "昨天", "不是日期"),
        ("date", "2021-13-01", "不是日期"),
        ("chair", "钱某某", "原文中找不到“钱某某”"),
        ("chair", "周", "不像一个姓名"),
        ("items", {"starts": [[0, "不在文中的一行"]]}, "原文中已没有"),
        ("items", {"starts": [[60, ""]]}, "原文中已没有"),
        ("items", "一", "没有写对"),
        ("place", "会议室", "不能更正“place”"),
    ],
)
def test_what_the_text_does_not_bear_is_refused(minutes: Document, field: str, value: Any, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        check(minutes, field, value)


def test_a_start_outside_the_body_is_refused(minutes: Document) -> None:
    with pytest.raises(BadRequest, match="处不能作为议题的开头"):
        check(minutes, "items", lines(minutes, [TEXT.index("出席")]))
    with pytest.raises(BadRequest, match="没有主持人"):
        check(minutes, "chair", "孙平", kind="rectification")


def test_a_line_keeps_its_place(minutes: Document) -> None:
    value = lines(minutes, [minutes.items[1].start], minutes.items[1].end)
    assert value["starts"] == [[minutes.items[1].start, "二、审议《河道保洁办法》"]]
    assert Span(*[minutes.items[1].start] * 2).start == value["starts"][0][0]
