"""Facts of a meeting's record, each with the wording that states it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.record import FIELD_NAMES, fact, named_few, quoted
from pipeline.generation.understanding.asking import Aspect
from pipeline.generation.wording import date_words
from pipeline.minutes import EXAMPLE_MINUTES, Span


@pytest.mark.parametrize(
    ("aspect", "text", "quoted"),
    [
        ("chair", "市政府第12次常务会议由郑远航主持。", "市长郑远航主持召开"),
        ("meeting_date", "市政府第12次常务会议于2021年3月8日上午召开（年份据发文字号）。", "3月8日"),
        ("issued_date", "落款日期为2021年3月12日。", "2021年3月12日"),
        ("document_number", "市政府第12次常务会议的发文字号为临政纪〔2021〕6号。", "临政纪〔2021〕6号"),
        ("recorder", "市政府第12次常务会议由白露记录。", "白露"),
        ("meeting_name", "市政府第12次常务会议。", "市政府第12次常务会议"),
    ],
)
def test_a_fact_is_stated_with_its_wording(sources: list[Source], aspect: Aspect, text: str, quoted: str) -> None:
    sentence = fact(aspect, sources[0])
    assert sentence is not None
    assert sentence.text == text
    document = sources[0].document
    assert quoted in document.text[sentence.quotes[0].start : sentence.quotes[0].end]


def test_what_the_text_does_not_give_is_none(sources: list[Source]) -> None:
    assert fact("place", sources[0]) is None


def test_every_field_is_none_for_a_document_without_a_record(sources: list[Source]) -> None:
    bare = Source(sources[0].entry, EXAMPLE_MINUTES)
    assert [aspect for aspect in FIELD_NAMES if fact(aspect, bare)] == []


@pytest.mark.parametrize(
    ("iso", "written"), [("2017-05-24", "2017年5月24日"), ("2022", "2022年"), ("--03-08", "3月8日"), ("早春", "早春")]
)
def test_dates_as_they_are_written(iso: str, written: str) -> None:
    assert date_words(iso) == written


def test_a_place_is_quoted_in_its_own_words(sources: list[Source]) -> None:
    document = sources[0].document
    start = document.text.index("郑远航")
    line = quoted(sources[0], Span(start, start + 3))
    assert (line.text, line.quotes[0].start) == ("郑远航", start)


def test_only_the_first_few_meetings_are_named(sources: list[Source]) -> None:
    first = sources[0]
    assert named_few([first]) == first.meeting
    assert named_few([first] * 5).count(first.meeting) == 3
