"""The Chinese names of what the record holds."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.generation.draft import Reason
from pipeline.generation.wording import (
    DATE_SOURCES,
    KIND_NAMES,
    OUTCOME_NAMES,
    REASONS,
    date_words,
    matter_words,
    outcome_name,
    presenter_places,
    presenter_words,
    presenters_words,
    report_verb,
    stamp,
    step_words,
    with_place,
)
from pipeline.minutes import (
    DateSource,
    Document,
    Item,
    Kind,
    OtherMatter,
    OutcomeClass,
    Presenter,
    Span,
)


@pytest.mark.parametrize(
    ("names", "legal"),
    [
        pytest.param(KIND_NAMES, Kind, id="kinds"),
        pytest.param(OUTCOME_NAMES, OutcomeClass, id="verdicts"),
        pytest.param(DATE_SOURCES, DateSource, id="sources of dates"),
        pytest.param(REASONS, Reason, id="reasons of a refusal"),
    ],
)
def test_every_legal_value_has_a_name(names: dict[str, str], legal: object) -> None:
    assert set(names) == set(get_args(legal))


def test_a_missing_verdict_is_said() -> None:
    assert outcome_name(None) == "未载明"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        pytest.param("2017-05-24", "2017年5月24日", id="day"),
        pytest.param("2022", "2022年", id="year"),
        pytest.param("--03-08", "3月8日", id="no year"),
        pytest.param(None, None, id="none"),
        pytest.param("近日", "近日", id="no date at all"),
    ],
)
def test_date_words(date: str | None, words: str | None) -> None:
    assert date_words(date) == words


def test_a_stamp_falls_back_on_the_file() -> None:
    assert stamp(document_number=None, meeting=None, date=None, file="通报.txt") == "通报.txt"
    assert stamp(document_number=None, meeting=None, date="2024-03", file="通报.txt") == "通报，2024年3月"


@pytest.mark.parametrize(
    ("number", "meeting", "said"),
    [
        ("甲政纪〔2024〕3号", "常务会议", "甲政纪〔2024〕3号，常务会议"),
        ("〔2024〕3号", "常务会议", "〔2024〕3号，甲县人民政府常务会议"),
        ("第3期", None, "甲县人民政府，第3期"),
        ("第3期", "甲县人民政府常务会议", "第3期，甲县人民政府常务会议"),
    ],
    ids=["number names it", "number without a name", "issue", "meeting names it"],
)
def test_a_stamp_names_the_body_where_nothing_else_does(number: str, meeting: str | None, said: str) -> None:
    assert stamp(document_number=number, meeting=meeting, date=None, file="a.txt", body="甲县人民政府") == said


def test_presenter_without_a_unit() -> None:
    assert presenter_words(Presenter(name="李明")) == "李明"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        pytest.param("修改后组织实施", "，要求修改后组织实施", id="bare"),
        pytest.param("请相关部门落实。", "，请相关部门落实", id="asked"),
    ],
)
def test_step_words(step: str, words: str) -> None:
    assert step_words(step) == words


def test_matter_words_take_the_verb_as_it_comes() -> None:
    assert matter_words(OtherMatter(verb="会议还审议了", title="《办法》", start=0, end=9)) == "审议了《办法》"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("会议听取了市财政局《预算报告》编制情况的说明。", "汇报"),
        ("市财政局作起草说明。", "作说明"),
        ("市财政局通报了情况。", "通报"),
        ("（由市财政局提请）", "提请"),
        ("提请单位：市财政局\n会议听取了汇报。", "提请"),
        ("汇报单位：市财政局\n会议同意该说明。", "汇报"),
    ],
)
def test_the_verb_of_who_reported_is_that_of_the_text(text: str, verb: str) -> None:
    at = text.index("市财政局")
    who, spans = Presenter(name=None, unit="市财政局"), {"presenter": Span(at, at + 4)}
    item = Item(label=None, number=None, title="甲", presenter=who, spans=spans, start=0, end=len(text))
    assert report_verb(Document(file="a", text=text, kind="minutes", name="a"), item) == verb


def test_all_who_reported_are_named() -> None:
    two = (Presenter(name=None, unit="市教育局"), Presenter(name="李明", role="局长", unit="市财政局"))
    item = Item(label=None, number=None, title="甲", presenter=two[0], further_presenters=two[1:], start=0, end=1)
    assert presenters_words(item) == "市教育局、市财政局局长李明"


def test_all_who_reported_are_found_in_the_text() -> None:
    spans = {"title": Span(0, 2), "presenter.unit": Span(3, 6), "further_presenters.0.unit": Span(7, 10)}
    item = Item(label=None, number=None, title="甲", spans=spans, start=0, end=12)
    assert presenter_places(item) == [Span(3, 6), Span(7, 10)]


@pytest.mark.parametrize(
    ("verb", "outcome", "told"),
    [
        ("审议", "approved", "审议通过了《甲办法》"),
        ("审议通过", "approved", "审议通过了《甲办法》"),
        ("审议", "agreed_in_principle", "审议并原则同意了《甲办法》"),
        ("审议", None, "审议了《甲办法》"),
        ("学习", "studied", "学习了《甲办法》"),
    ],
)
def test_a_matter_of_the_tail_tells_what_became_of_it(verb: str, outcome: OutcomeClass | None, told: str) -> None:
    assert matter_words(OtherMatter(verb=verb, title="《甲办法》", outcome=outcome, start=0, end=9)) == told


@pytest.mark.parametrize(
    ("words", "body", "named"),
    [
        ("县政府党组会议", "甲溪县人民政府", "甲溪县政府党组会议"),
        ("市委常委会会议", "中共乙州市委员会", "乙州市委常委会会议"),
        ("街道党工委会议", "中共丙街道工作委员会", "丙街道党工委会议"),
        ("县政府会议", "乙州市水务局", "乙州市水务局县政府会议"),
        ("市政府会议", "乙州市水务局", "乙州市水务局市政府会议"),
    ],
)
def test_a_meeting_is_told_with_whose_it_is(words: str, body: str, named: str) -> None:
    assert with_place(words, body) == named
