"""The list of earlier conversations."""

from __future__ import annotations

import datetime

from pipeline.interface.history import Past
from pipeline.interface.past import render_past, render_rail
from tests.interface.papers import EVIL, assert_harmless

TODAY = datetime.date(2021, 3, 9)
PAST = [
    Past("c3", "谁牵头？", "2021-03-09T10:00:00", 1),
    Past("c2", "结果如何？", "2021-03-08T09:00:00", 3),
    Past("c1", "预算多少？", "2020-12-01T09:00:00", 1),
]


def test_conversations_are_listed_by_day_and_the_open_one_is_marked() -> None:
    page = render_past(PAST, current="c2", today=TODAY)
    headings = [part.split("<")[0] for part in page.split("<h3>")[1:]]
    assert headings == ["今天", "昨天", "2020年12月1日"]
    assert page.count('aria-current="true"') == 1 and "3 问" in page and "1 问" not in page


def test_each_can_be_deleted_after_a_second_click() -> None:
    page = render_past(PAST, current="", today=TODAY)
    assert page.count('data-event="forget_conversation"') == page.count('data-confirm="确认删除"') == 3
    assert 'aria-label="删除提问记录：谁牵头？"' in page


def test_an_empty_list_says_why() -> None:
    assert "还没有提问" in render_past([], current="", today=TODAY)
    assert "没有找到" in render_past([], current="", words="停车", today=TODAY)


def test_the_frame_has_a_search_field_with_a_name() -> None:
    assert '<span class="unseen">查找历史提问</span>' in render_rail()


def test_markup_of_a_question_is_text() -> None:
    assert_harmless(render_past([Past("c1", EVIL, "2021-03-09T10:00:00", 1)], current="", today=TODAY))
