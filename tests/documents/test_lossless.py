"""Whatever the text: no character is lost, no part overlaps another, every field stands where its place says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.documents.parse import parse_text
from pipeline.minutes import Document, Item, Span
from tests.documents.invented import TEXTS

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(Path("data/minutes").glob("*.txt"))]
_ASIDE = re.compile(r"\s+|[(（] ?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d? ?[)）]")


def squeeze(text: str) -> str:
    return _ASIDE.sub("", text)


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
    for key, value in (
        ("title", document.title),
        ("document_number", document.document_number),
        ("issuing_body", document.issuing_body),
        ("meeting.name", document.meeting.name),
        ("meeting.chair", document.meeting.chair),
        ("meeting.place", document.meeting.place),
        ("meeting.session", document.meeting.session),
        ("attendance.recorder", document.attendance.recorder if document.attendance else None),
    ):
        if value is not None:
            assert squeeze(document.quote(document.spans[key])) == squeeze(value), key
    if document.attendance:
        for person in (*document.attendance.present, *document.attendance.observers, *document.attendance.absent):
            assert person.start in document.attendance.span
            assert squeeze(person.name) in squeeze(text[person.start : person.end])


def check_item(document: Document, item: Item) -> None:
    text = document.text
    containers = [section.span for section in document.sections if item.start in section.span]
    assert all(item.end <= section.end for section in containers)
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


@pytest.mark.parametrize("text", SAMPLES, ids=["2024", "2017", "2020"])
def test_samples_hold(text: str) -> None:
    check(parse_text(text))


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_invented_hold(name: str) -> None:
    check(parse_text(TEXTS[name], file=f"{name}.txt"))


def _cut(text: str, start: int, length: int) -> str:
    lines = text.split("\n")
    return "\n".join(lines[start % len(lines) : start % len(lines) + length])


CHANGES = {
    "full width": lambda text: text.translate(
        {ord(a): b for a, b in zip("(),:;.1234567890", "（），：；．１２３４５６７８９０", strict=True)}
    ),
    "half width": lambda text: text.translate({ord(a): b for a, b in zip("（），：；", "(),:;", strict=True)}),
    "wrapped": lambda text: "\n".join(
        line[i : i + 28] for line in text.split("\n") for i in range(0, max(1, len(line)), 28)
    ),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "one line": lambda text: text.replace("\n", ""),
    "full stops for marks": lambda text: re.sub(r"(?m)^([一二三四五六七八九十]+)、", r"\1. ", text),
    "page numbers": lambda text: re.sub(r"((?:.*\n){9})", r"\1- 7 -\n", text),
    "padded names": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff][，、])", "  ", text),
    "crushed": lambda text: re.sub(r"[。；]", "", text),
    "pipes": lambda text: text.replace("，", " | "),
    "tabs": lambda text: text.replace("：", "\t"),
    "site": lambda text: "当前位置：首页 > 公文\n" + text + "\n上一篇：无\n版权所有：某网\n",
    "upside down": lambda text: "\n".join(reversed(text.split("\n"))),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    source=st.sampled_from([*(text[:6000] for text in SAMPLES), *TEXTS.values()]),
    start=st.integers(0, 60),
    length=st.integers(1, 80),
    changes=st.lists(st.sampled_from(sorted(CHANGES)), max_size=3),
)
def test_mutated_texts_hold(source: str, start: int, length: int, changes: list[str]) -> None:
    text = _cut(source, start, length)
    for name in changes:
        text = CHANGES[name](text)
    check(parse_text(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "一、",
                "二、",
                "（一）",
                "1.",
                "议题一：",
                "会议听取了",
                "会议原则同意",
                "《办法》",
                "。",
                "，",
                "；",
                "：",
                "\n",
                "\n\n",
                "由市财政局牵头",
                "出席：",
                "张三",
                "李四、",
                "列席：",
                "2020年3月7日",
                "纪要",
                "主持召开",
                "会议还审议了",
                "记录：",
                "|",
                "\t",
                "-",
                "1",
                "-",
                "原文链接：",
                "（",
                "）",
                "“",
                "》",
                "同意3票",
                "，不同意7票",
                "整改",
                "问题",
                "第一条",
                "附件：",
                "抄送：",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_heap_of_words_holds(text: str) -> None:
    check(parse_text(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_holds(text: str) -> None:
    check(parse_text(text))
