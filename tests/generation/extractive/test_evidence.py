"""Weighing wording against wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.draft import Quote
from pipeline.generation.extractive.evidence import (
    Source,
    around,
    heading,
    holds_figure,
    plain,
    point_span,
    terms_of,
)


def test_rare_words_weigh_more_than_common_ones() -> None:
    terms = terms_of(("停车工作",))
    assert terms.weights["停车"] > terms.weights["工作"]
    assert terms.coverage("停车难") > terms.coverage("工作忙")


def test_what_only_the_context_holds_counts_in_part() -> None:
    terms = terms_of(("停车",))
    assert terms.coverage("停车") == 1.0
    assert 0 < terms.coverage("由市城管局牵头", context="停车办法") < 1
    assert terms.coverage("供水", context="供电") == 0.0


def test_a_word_with_one_wrong_character_counts_a_little() -> None:
    terms = terms_of(("技该",))
    assert 0 < terms.coverage("工业技改基金") < 1
    assert terms.coverage("工业基金") == 0.0


def test_the_core_of_a_topic_is_without_figures_and_what_the_stamp_says() -> None:
    terms = terms_of(("临川市2023年供水总量",))
    core = terms.core("临川市人民政府").weights
    assert "供水" in core
    assert "2023" not in core
    assert not any("临川" in word for word in core)


@pytest.mark.parametrize(
    ("text", "held"), [("2019年为1亿元", True), ("2021年为1亿元", False), ("12019亿元", False), ("2019.5亿元", False)]
)
def test_a_figure_must_stand_by_itself(text: str, held: bool) -> None:
    assert holds_figure("2019", text) == held


def test_a_point_is_quoted_with_its_label(sources: list[Source]) -> None:
    document = sources[0].document
    item = document.items[0]
    assert document.quote(point_span(document, item, item.points[0])).startswith("1. 由市城管局牵头")


@pytest.mark.parametrize(
    ("number", "body", "meeting", "alone", "beside_others"),
    [
        ("甲政纪〔2021〕3号", "甲市人民政府", "市政府第9次常务会议", "甲政纪〔2021〕3号", "甲政纪〔2021〕3号"),
        (
            "〔2021〕3号",
            "甲市人民政府",
            "市政府第9次会议",
            "市政府第9次会议〔2021〕3号",
            "甲市人民政府 市政府第9次会议〔2021〕3号",
        ),
        ("第10期", "甲镇", "甲镇联席会议", "甲镇联席会议第10期", "甲镇联席会议第10期"),
        ("第10期", None, "联席会议第10期", "联席会议第10期", "联席会议第10期"),
        (None, "甲市防汛指挥部", "市防汛指挥部第五次会议", "市防汛指挥部第五次会议", "甲市防汛指挥部第五次会议"),
        (None, "甲市人民政府", "常务会议", "常务会议", "甲市人民政府 常务会议"),
    ],
)
def test_a_stamp_says_whose_meeting_it_was(  # type: ignore[no-untyped-def]
    sources: list[Source], number, body, meeting, alone, beside_others
) -> None:
    entry = replace(
        sources[0].entry,
        document_number=number,
        issuing_body=body,
        meeting_name=meeting,
        meeting_number=None,
        date=None,
    )
    source = replace(sources[0], entry=entry)
    assert (source.stamp, source.stamp_of_body) == (alone, beside_others)


def test_a_heading_is_one_line(sources: list[Source]) -> None:
    place = heading(sources[0], sources[0].document.items[1])
    assert sources[0].document.text[place.start : place.end] == "二、听取关于老旧小区改造进展情况的汇报"


def test_wording_is_shown_on_one_line_without_padding() -> None:
    assert plain(" 沈  岚 \n出席 ") == "沈岚出席"


def test_around_a_quote_is_its_item_and_outside_of_items_the_quote_itself(sources: list[Source]) -> None:
    document = sources[0].document
    within, number = heading(sources[0], document.items[1]), document.text.index("〔")
    assert around(within, document) == document.quote(document.items[1].span)
    outside = Quote(sources[0].entry.document_id, number, number + 1)
    assert around(outside, document) == "〔"
