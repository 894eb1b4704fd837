"""Sentences that know which places they tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.summary.told import Source, Told, only_reasons
from pipeline.minutes import EXAMPLE_MINUTES, Span
from tests.generation.papers import minutes, report


@pytest.fixture
def source() -> Source:
    return Source("d1", minutes())


def _quoted(source: Source, told: Told) -> list[str]:
    return [source.document.text[quote.start : quote.end] for quote in told.sentence.quotes]


def test_places_close_together_become_one_quote(source: Source) -> None:
    place = source.document.text.index("3月8日")
    told = source.tell("。", [Span(place, place + 4), Span(place + 8, place + 10)])
    assert _quoted(source, told) == ["3月8日上午，市长郑"]


def test_places_of_two_lines_stay_apart(source: Source) -> None:
    end = source.document.text.index("\n")
    assert len(source.tell("。", [Span(0, end), Span(end + 1, end + 4)]).sentence.quotes) == 2


def test_counted_places_stay_apart(source: Source) -> None:
    assert len(source.tell("共2处。", [Span(0, 1), Span(1, 2)], counted=2).sentence.quotes) == 2


def test_a_count_holds_where_as_many_quotes_prove_it(source: Source) -> None:
    headings = [source.heading(item) for item in source.document.items]
    assert source.holds(source.tell("共有3项议题。", headings, counted=3))
    assert not source.holds(source.tell("共有4项议题。", headings, counted=4))


def test_what_the_quotes_do_not_say_does_not_hold(source: Source) -> None:
    place = source.document.items[0].points[0].span
    assert source.holds(source.tell("由市城管局牵头。", [place]))
    assert not source.holds(source.tell("由市教育局牵头。", [place]))


def test_heading_without_a_title_place_is_the_first_line() -> None:
    bare = replace(EXAMPLE_MINUTES.items[0], spans={})
    source = Source("d0", EXAMPLE_MINUTES)
    assert source.document.quote(source.heading(bare)) == "一、讨论《城区停车管理办法》"


def test_the_body_of_an_item_begins_behind_its_heading() -> None:
    [item] = EXAMPLE_MINUTES.items
    source = Source("d0", EXAMPLE_MINUTES)
    assert source.document.quote(source.body(item)).startswith("\n会议听取了")
    below = replace(item, start=EXAMPLE_MINUTES.text.index("会议听取了"))  # its heading stands above, as in a readout
    assert source.body(below) == below.span


def test_prose_keeps_who_said_it_and_quotes_each_sentence(source: Source) -> None:
    assert source.document.preamble is not None
    [told] = source.prose(source.document.preamble, level=2)
    assert told.text == "会议强调：绷紧安全生产之弦。"
    assert _quoted(source, told) == ["会议强调，要绷紧安全生产之弦。"]


def test_a_paragraph_that_heads_a_list_is_one_sentence() -> None:
    source = Source("d2", report())
    [told] = source.prose(Span(source.document.text.index("一是深化"), source.document.text.index("二、整改")), level=2)
    assert told.text == "一是深化认识，增强整改自觉；先后召开专题会议3次，研究部署整改工作。"


def test_prose_drops_reasons_but_never_all() -> None:
    text = "营商环境是生产力。各部门要优化服务。"
    document = replace(EXAMPLE_MINUTES, text=text, items=())
    source = Source("d0", document)
    assert [told.text for told in source.prose(Span(0, len(text)), level=2)] == ["各部门要优化服务。"]
    assert [told.text for told in source.prose(Span(0, 9), level=2)] == ["营商环境是生产力。"]


def test_a_line_that_leads_over_to_a_list_is_not_told() -> None:
    text = "会议研究议定了如下事项：\n各部门要优化服务。"
    source = Source("d0", replace(EXAMPLE_MINUTES, text=text, items=()))
    assert [told.text for told in source.prose(Span(0, len(text)), level=2)] == ["各部门要优化服务。"]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        pytest.param("这项工作意义重大。", True, id="reason"),
        pytest.param("这项工作意义重大，各单位要重视。", False, id="reason and call"),
        pytest.param("取得阶段性成效，新增3家。", False, id="reason and figure"),
        pytest.param("召开专题会议。", False, id="no reason"),
    ],
)
def test_only_reasons(text: str, only: bool) -> None:
    assert only_reasons(text) is only
