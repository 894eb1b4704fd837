"""Sentences are whole where a line breaks within one."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.lines import whole_sentences
from pipeline.minutes import Document, Span

BROKEN = "去年以来，城区登记的货运车辆共有二千三百余辆而规范泊位仅410\n"
FULL = "受理此类投诉五百八十七件，滨河东路、工业二路和汽车西站占到七\n"


def _said(text: str) -> list[str]:
    document = Document(file="a.txt", text=text, kind="other", name="a")
    return [document.quote(place) for place in whole_sentences(document, Span(0, len(text)))]


def test_a_figure_keeps_its_unit_where_the_line_breaks_between_them() -> None:
    lines = "".join(f"{FULL}成以上，第{number}次。\n" for number in "甲乙丙丁戊")
    longer = "这一段没有断行，所以比别的行长得多，正因为如此全文并不是到处都按一样的宽度断开的。"
    text = f"{BROKEN}个，矛盾突出。\n{lines}{longer}\n"
    said = _said(text)
    assert said[0] == f"{BROKEN}个，矛盾突出。"
    assert said[1].endswith("占到七\n成以上，第甲次。")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("应安排资金；并抓好落实。会后印发。", ["落实。", "印发。"]),
        ("一是建场。设两处。\n二是执法。", ["两处。", "执法。"]),
        ("加快建设\n由市住建局牵头。", ["加快建设", "牵头。"]),
    ],
    ids=["semicolon", "head of a list", "heading"],
)
def test_where_a_sentence_ends(text: str, ends: list[str]) -> None:
    said = _said(text)
    assert len(said) == len(ends)
    assert all(one.endswith(end) for one, end in zip(said, ends, strict=True))
