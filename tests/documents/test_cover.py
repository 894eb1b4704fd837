from __future__ import annotations

from pipeline.documents.cover import close_gaps
from pipeline.minutes import Attendance, Document, Item, Notice, Section, Span

TEXT = "标题 甲 乙 丙 丁"


def document(**parts: object) -> Document:
    return Document(file="a.txt", text=TEXT, kind="other", name="a", **parts)  # type: ignore[arg-type]


def test_what_stands_behind_a_part_is_given_to_it() -> None:
    item = Item(label=None, number=None, title="甲", start=3, end=4)
    section = Section(label=None, title="甲", start=3, end=4)
    found = close_gaps(document(head=Span(0, 2), items=(item,), sections=(section,)))
    assert (found.items[0].end, found.sections[0].end) == (len(TEXT), len(TEXT))


def test_what_stands_before_all_is_given_to_the_first() -> None:
    assert close_gaps(document(tail=Span(5, 10))).tail == Span(0, 10)


def test_a_text_without_parts_becomes_preamble() -> None:
    assert close_gaps(document()).preamble == Span(0, len(TEXT))


def test_lists_are_cut_out_of_a_part() -> None:
    lists = Attendance(start=5, end=6)
    found = close_gaps(document(tail=Span(3, 10), attendance=lists, head=Span(0, 2)))
    assert found.tail == Span(3, 4)
    assert found.attendance is not None
    assert found.attendance.end == len(TEXT)


def test_a_stretch_between_furniture_is_kept() -> None:
    notices = (Notice(code="x", message="x", start=0, end=2), Notice(code="x", message="x", start=5, end=10))
    found = close_gaps(document(notices=notices))
    covered = [span for _, span in found.parts()]
    assert any(span.start <= 3 < span.end for span in covered)
