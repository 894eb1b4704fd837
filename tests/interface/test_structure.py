"""The parse tree as a reader sees it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interface import structure
from pipeline.interface.structure import render_structure
from pipeline.minutes import EXAMPLE_MINUTES, Attendance, Meeting, Notice, OtherMatter, Person, Presenter, Votes
from tests.interface.papers import assert_harmless, evil_document


def test_fields_items_points_and_people_are_shown() -> None:
    item = replace(EXAMPLE_MINUTES.items[0], next_step="组织实施", votes=Votes(for_=4, against=7))
    people = (Person(unit="市财政局", name="王敏", start=0, end=2),)
    document = replace(
        EXAMPLE_MINUTES,
        items=(item,),
        meeting=Meeting(name="市政府第1次常务会议", date="2021-03-08", date_source="document_number"),
        other_matters=(OtherMatter(verb="学习", title="《条例》", outcome="studied", start=0, end=2),),
        attendance=Attendance(present=people, recorder="李明", start=0, end=2),
    )
    page = render_structure(document, "d1")
    for said in (
        "原则通过", "汇报：市城管局局长 周明", "下一步：组织实施", "同意 4，反对 7", "牵头 市城管局", "时限 6月底前",
        "2021年3月8日（年份取自文号）", "学习《条例》", "出席 · 1 人", "市财政局", "李明",
    ):  # fmt: skip
        assert said in page, said


def test_units_that_reported_without_a_name_are_shown() -> None:
    units = [Presenter(name=None, unit="市教育局"), Presenter(name="李明", role="局长", unit="市财政局")]
    item = replace(EXAMPLE_MINUTES.items[0], presenter=units[0], further_presenters=(units[1],))
    assert "汇报：市教育局，市财政局局长 李明" in render_structure(replace(EXAMPLE_MINUTES, items=(item,)), "d1")


def test_what_is_not_stated_says_so() -> None:
    page = render_structure(replace(EXAMPLE_MINUTES, items=()), "d1")
    assert "<dt>主持</dt><dd><i>未写明</i></dd>" in page
    assert "没有解析出议题" in page and "请核对" not in page


def test_doubts_lead_to_their_place_and_furniture_is_counted() -> None:
    notices = (Notice(code="year", message="年份不明", start=9, end=9), Notice(code="tail", message="", start=3, end=8))
    page = render_structure(replace(EXAMPLE_MINUTES, notices=notices), "d1")
    assert "年份不明" in page and "另有 1 处" in page


def test_a_very_long_list_is_cut_and_says_so() -> None:
    document = replace(EXAMPLE_MINUTES, items=EXAMPLE_MINUTES.items * (structure.MOST_ITEMS + 1))
    page = render_structure(document, "d1")
    assert page.count('class="node"') == structure.MOST_ITEMS and f"共 {structure.MOST_ITEMS + 1} 项" in page


def test_markup_of_a_document_is_text() -> None:
    assert_harmless(render_structure(evil_document(), "d1"))
