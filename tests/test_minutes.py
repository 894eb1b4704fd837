"""The domain model: places, parts, pages and JSON, on the example document."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.minutes import (
    EXAMPLE_MINUTES,
    Attendance,
    Deadline,
    Document,
    Item,
    Meeting,
    Notice,
    Person,
    Point,
    Presenter,
    Section,
    Span,
    Votes,
    as_json,
    with_pages,
)


def _item(start: int, end: int) -> Item:
    return Item(label="一", number=1, title="甲", start=start, end=end)


def test_every_wording_of_the_example_is_its_text() -> None:
    text = EXAMPLE_MINUTES.text
    [item] = EXAMPLE_MINUTES.items
    [point] = item.points
    [outcome] = item.outcomes
    assert text[point.start : point.end] == point.text
    assert text[outcome.start : outcome.end] == outcome.text
    assert EXAMPLE_MINUTES.quote(item.span) == text


@pytest.mark.parametrize(
    ("offset", "inside"), [(3, True), (4, True), (5, False), (2, False)], ids=["start", "last", "end", "before"]
)
def test_a_span_is_half_open(offset: int, inside: bool) -> None:
    assert (offset in Span(3, 5)) is inside


def test_a_span_holds_offsets_only() -> None:
    assert "3" not in Span(3, 5)


@pytest.mark.parametrize(
    ("other", "shared"),
    [(Span(0, 3), False), (Span(0, 4), True), (Span(4, 9), True), (Span(5, 9), False), (Span(0, 9), True)],
    ids=["before", "into the first", "from the last", "behind", "around"],
)
def test_spans_overlap_where_they_share_a_character(other: Span, shared: bool) -> None:
    assert Span(3, 5).overlaps(other) is shared
    assert other.overlaps(Span(3, 5)) is shared


def test_the_time_limits_of_a_point_go_with_their_places() -> None:
    first, other = Deadline(text="6月底前"), Deadline(text="8月底前")
    point = Point(label=None, text="", deadline=first, further_deadlines=(other,), start=0, end=0)
    assert point.limits == (("deadline", first), ("further_deadlines.0", other))
    assert Point(label=None, text="", start=0, end=0).limits == ()


def test_item_at_an_offset() -> None:
    document = Document(file="a", text="甲乙丙丁", kind="minutes", name="a", items=(_item(0, 2), _item(3, 4)))
    assert document.item_at(1) is document.items[0]
    assert document.item_at(2) is None


def test_parts_come_in_the_order_of_the_text_and_items_of_a_section_are_not_repeated() -> None:
    document = Document(
        file="a",
        text="甲" * 50,
        kind="rectification",
        name="a",
        head=Span(0, 5),
        preamble=Span(5, 8),
        sections=(Section(label="一", title="甲", start=8, end=20),),
        items=(_item(30, 40), _item(10, 15)),
        attendance=Attendance(start=40, end=45),
        foot=Span(45, 48),
        notices=(
            Notice(code="furniture", message="网站", start=48, end=50),
            Notice(code="doubt", message="年份", start=12, end=12),
        ),
    )
    assert [(name, span.start) for name, span in document.parts()] == [
        ("head", 0),
        ("preamble", 5),
        ("section", 8),
        ("item", 30),
        ("attendance", 40),
        ("foot", 45),
        ("notice", 48),
    ]


@pytest.mark.parametrize(
    ("offset", "page"), [(0, 1), (9, 1), (10, 2), (25, 3)], ids=["first", "end-of-first", "second", "last"]
)
def test_the_page_of_an_offset(offset: int, page: int) -> None:
    document = Document(file="a.pdf", text="甲" * 30, kind="other", name="a", pages=(0, 10, 20))
    assert document.page_at(offset) == page


def test_a_text_file_has_no_pages() -> None:
    assert EXAMPLE_MINUTES.page_at(3) is None
    assert "page" not in EXAMPLE_MINUTES.to_json()["items"][0]


def test_json_of_the_public_interface() -> None:
    tree = EXAMPLE_MINUTES.to_json()
    assert tree["meeting"]["date"] == "2021-03-08"
    assert tree["items"][0]["outcomes"][0]["class"] == "approved_in_principle"
    assert tree["items"][0]["points"][0]["deadline"] == {"text": "6月底前", "date": "2021-06-30"}
    assert tree["items"][0]["spans"]["title"] == {"start": 4, "end": 14}
    assert tree["attendance"]["present"] == []
    assert not {"text", "pages"} & tree.keys()


def test_pages_stand_beside_every_start() -> None:
    document = dataclasses.replace(EXAMPLE_MINUTES, pages=(0, 20))
    tree = document.to_json()
    assert tree["items"][0]["page"] == 1
    assert tree["items"][0]["points"][0]["page"] == 2
    assert with_pages([{"start": None}], document) == [{"start": None}]


def test_a_vote_is_written_without_underscores() -> None:
    assert as_json(Votes(for_=10, recused=1)) == {"for": 10, "against": None, "abstain": None, "recused": 1}


def test_values_are_frozen() -> None:
    for value, name in ((Meeting(), "chair"), (Deadline(text="年底"), "date"), (EXAMPLE_MINUTES, "title")):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(value, name, "x")


def test_a_person_keeps_the_place_of_the_entry() -> None:
    assert as_json(Person(unit="市水利局", name="甲", start=1, end=6)) == {
        "unit": "市水利局",
        "name": "甲",
        "start": 1,
        "end": 6,
    }


def test_who_reported_in_order_and_by_name() -> None:
    item = dataclasses.replace(
        EXAMPLE_MINUTES.items[0],
        further_presenters=(Presenter(name=None, unit="市财政局"), Presenter(name="李敏", unit=None)),
    )
    assert [one.unit for one in item.presenters] == ["市城管局", "市财政局", None]
    assert item.presenter_names == ("周明", "李敏")
    assert dataclasses.replace(item, presenter=None).presenters == ()
