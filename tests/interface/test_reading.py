"""The reading pane."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from pipeline.interface.reading import AROUND, WHOLE_UP_TO, Opened, Place, numbered, render_document, render_missing
from pipeline.interface.wording import checksum
from pipeline.minutes import EXAMPLE_MINUTES, Document, Notice
from tests.interface.papers import EVIL, assert_harmless, citation, evil_document

POINT = EXAMPLE_MINUTES.items[0].points[0]
OUTCOME = EXAMPLE_MINUTES.items[0].outcomes[0]


def marked(page: str, kind: str = "now") -> str:
    """Return the text of the marks of a kind, as a reader sees it."""
    return html.unescape("".join(re.findall(rf'<mark class="{kind}"[^>]*>(.*?)</mark>', page, re.DOTALL)))


def words(page: str) -> str:
    """Return the text of the paper as a reader sees it, a line for each paragraph."""
    paper = page.split('class="paper"', 1)[1].split(">", 1)[1]
    lines = re.findall(r'<p class="(?:line|item|point|section|title|furniture)"[^>]*>(.*?)</p>', paper, re.DOTALL)
    return "\n".join(html.unescape(re.sub(r"<[^>]+>", "", line)) for line in lines)


def read(document: Document, now: Place, *also: Place) -> str:
    return render_document(document, Opened("d1", now, also))


def test_the_quote_is_marked_to_the_character() -> None:
    page = read(EXAMPLE_MINUTES, Place(POINT.start, POINT.end, 2), Place(OUTCOME.start, OUTCOME.end, 1))
    assert marked(page) == POINT.text
    assert marked(page, "also") == OUTCOME.text
    assert 'data-number="2"' in page and 'data-number="1"' in page


def test_a_quote_over_several_lines_is_marked_in_each() -> None:
    page = read(EXAMPLE_MINUTES, Place(0, len(EXAMPLE_MINUTES.text)))
    assert marked(page) == EXAMPLE_MINUTES.text.replace("\n", "")
    assert page.count('<mark class="now"') == 4


def test_where_quotes_overlap_the_clicked_one_shows_and_no_character_is_lost() -> None:
    page = read(EXAMPLE_MINUTES, Place(20, 30, 1), Place(15, 25, 2), Place(28, 40, 3))
    assert marked(page) == EXAMPLE_MINUTES.text[20:30]
    assert words(page) == EXAMPLE_MINUTES.text


def test_the_head_names_the_item_above_the_quote() -> None:
    page = read(EXAMPLE_MINUTES, Place(POINT.start, POINT.end))
    assert '<p class="above">一、《城区停车管理办法》</p>' in page
    assert "2021年3月8日" in page and "会议纪要" in page
    assert 'class="above"' not in read(EXAMPLE_MINUTES, Place(0, 0))


def test_lines_are_told_apart() -> None:
    page = read(
        replace(EXAMPLE_MINUTES, notices=(Notice(code="furniture", message="", start=15, end=20),)), Place(0, 0)
    )
    assert re.findall(r'<p class="(\w+)"', page.split('class="paper"')[1]) == ["item", "furniture", "point", "line"]
    assert 'data-jump="place-0"' in page and 'id="place-0"' in page


def test_pages_are_numbered_where_a_format_has_them() -> None:
    page = read(replace(EXAMPLE_MINUTES, pages=(0, POINT.start)), Place(0, 0))
    assert re.findall(r"第 (\d) 页", page) == ["1", "2"]


def test_a_long_document_is_shown_around_the_quote_only() -> None:
    line = "会议明确了一件事情。\n"
    text = line * (2 * WHOLE_UP_TO // len(line))
    start = text.index(line, len(text) // 2)
    long = Document(file="长.txt", text=text, kind="other", name="长")
    page = read(long, Place(start, start + 5))
    assert marked(page) == text[start : start + 5]
    assert len(words(page)) < 3 * AROUND and "只显示引文前后" in page


def test_markup_of_a_document_is_text() -> None:
    page = read(evil_document(), Place(0, 12))
    assert_harmless(page)
    assert marked(page) == EVIL[:12]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"document_id": 3, "start": "1", "end": None, "also": "x"},
        {"document_id": "d1", "start": -4, "end": 1e9, "also": [[1, 2], "a", [True, {}, None]]},
        {"document_id": "d1", "start": 9**20, "end": 9**21, "number": -1, "also": [[0, 9**20, 1]] * 999},
    ],
    ids=["nothing", "wrong types", "negative", "huge"],
)
def test_what_a_browser_sends_cannot_break_the_pane(value: dict[str, Any]) -> None:
    opened = Opened.from_event(value)
    assert len(opened.also) <= 200
    assert words(render_document(EXAMPLE_MINUTES, opened)) == EXAMPLE_MINUTES.text


def test_a_click_carries_the_other_quotes_of_the_same_document() -> None:
    citations = [citation(0, 4), citation(5, 9, document_id="d2"), citation(9, 12)]
    value = html.unescape(re.findall(r'data-value="([^"]*)"', numbered(citations, 2))[0])
    assert '"sum": ' in value
    assert '"also": [[0, 4, 1]]' in value and '"number": 3' in value


def test_a_missing_document_says_why() -> None:
    assert "已不在文库中" in render_missing("这份文件已不在文库中。")


def test_a_quote_that_has_moved_is_said_and_not_marked() -> None:
    value = {"document_id": "d1", "start": POINT.start, "end": POINT.end, "sum": checksum("从前的话")}
    page = render_document(EXAMPLE_MINUTES, Opened.from_event(value))
    assert "已不在这个位置" in page and "<mark" not in page
    same = render_document(EXAMPLE_MINUTES, Opened.from_event({**value, "sum": checksum(POINT.text)}))
    assert marked(same) == POINT.text


def test_one_can_step_from_quote_to_quote() -> None:
    page = read(EXAMPLE_MINUTES, Place(5, 9, 1), Place(20, 24, 2), Place(30, 34, 3))
    assert "引文 1/3" in page
    back, on = (
        json.loads(html.unescape(found))
        for found in re.findall(r'class="quiet" type="button" data-event="read_source" data-value="([^"]*)"', page)
    )
    assert (back["number"], on["number"]) == (3, 2)
    assert sorted(number for *_, number in on["also"]) == [1, 3]
    assert "引文" not in read(EXAMPLE_MINUTES, Place(5, 9, 1)).split("stamp")[1]
