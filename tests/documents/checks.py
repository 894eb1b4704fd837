"""The rules of the tree: what must hold of a parsed document, whatever its text."""

from __future__ import annotations

import bisect
import re

from pipeline.minutes import Document, Item, Span

_BLANKS = re.compile(r"[\s\u200b\ufeff]+")
# the marks of bold type, and how a character is read
_ASIDE = re.compile(r"\*\*|__|[(（] ?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d? ?[)）]")


def squeeze(text: str) -> str:
    return _ASIDE.sub("", _BLANKS.sub("", text))


def check(document: Document) -> None:
    """Hold a document against the rules of the tree."""
    text = document.text
    covered = bytearray(len(text))
    place = 0
    for name, span in document.parts():
        assert 0 <= span.start <= span.end <= len(text), name
        assert span.start >= place, f"{name} at {span} overlaps the part before it"
        place = span.end
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = "".join(character for index, character in enumerate(text) if not covered[index] and not character.isspace())
    assert lost == ""
    for item in document.items:
        check_item(document, item)
    sections = sorted((section.start, section.end) for section in document.sections)
    for item in document.items:
        before = bisect.bisect_right(sections, (item.start, len(text) + 1)) - 1
        assert before < 0 or sections[before][1] <= item.start or item.end <= sections[before][1]
    for key, value in (
        ("title", document.title),
        ("document_number", document.document_number),
        ("issuing_body", document.issuing_body),
        ("meeting.name", document.meeting.name),
        ("meeting.chair", document.meeting.chair),
        ("meeting.place", document.meeting.place),
        ("meeting.session", document.meeting.session),
    ):
        if value is not None:
            assert squeeze(document.quote(document.spans[key])) == squeeze(value), key
    if document.attendance:
        if document.attendance.recorder:
            parted = re.compile(r"[、,，和]")
            quote = squeeze(document.quote(document.spans["attendance.recorder"]))
            assert parted.sub("", quote) == parted.sub("", squeeze(document.attendance.recorder))
        listed = (*document.attendance.present, *document.attendance.observers)
        # what the lists at the end leave out, the head may say: 监事会主席甲列席会议, 请假四人（李明、王强）
        told = [document.attendance.span, *([document.head] if document.head else [])]
        assert all(any(person.start in place for place in told) for person in listed)
        for person in (*listed, *document.attendance.absent):
            # a page number may stand in the middle of a name
            rest = iter(text[person.start : person.end])
            assert all(character in rest for character in squeeze(person.name))


def check_item(document: Document, item: Item) -> None:
    text = document.text
    for value, key in (
        (item.title, "title"),
        (item.label, "label"),
        (item.verb, "verb"),
        (item.next_step, "next_step"),
    ):
        if value:
            assert squeeze(document.quote(item.spans[key])) == squeeze(value)
    for outcome in item.outcomes:
        assert outcome.text == text[outcome.start : outcome.end]
        assert inside(outcome.span, item.span)
    place = item.start
    for point in item.points:
        assert point.text == text[point.start : point.end]
        assert inside(point.span, item.span)
        assert point.start >= place
        place = point.end
        for index, unit in enumerate(point.lead_units):
            assert squeeze(document.quote(point.spans[f"lead_units.{index}"])) == squeeze(unit)
        for index, unit in enumerate(point.support_units):
            assert squeeze(document.quote(point.spans[f"support_units.{index}"])) == squeeze(unit)
        if point.deadline:
            assert document.quote(point.spans["deadline"]) == point.deadline.text


def inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
