"""A brief draft tells what was decided without a word of consent; whom a decision charges is told as a task."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.decisions import decisions
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
BODY = "市交通局局长田舟汇报了方案。上次会议曾决定全封闭施工，会议决定改为半幅封闭、分期施工，工期延长至8个月。"


def test_what_was_decided_is_told_and_the_item_not_only_named() -> None:
    [part] = brief_parts("d0", parse_text(f"{HEAD}一、北桥加固\n{BODY}\n二、关于夜市\n会议原则同意夜市方案。\n"))
    said = "".join(one.text for one in part.told)
    assert "北桥加固：会议决定改为半幅封闭、分期施工，工期延长至8个月。" in said
    assert "议题：北桥加固" not in said


@pytest.mark.parametrize(
    "body",
    [
        "会议决定，由市交通局牵头修复。",
        "第3次会议决定改线。",
        "会议决定（1）除东段外，分期施工。",
        "会议听取了汇报。",
    ],
    ids=["charges somebody", "another meeting", "a numbered list", "nothing"],
)
def test_what_is_no_decision_of_its_own_is_left(body: str) -> None:
    source = Source("d0", parse_text(f"{HEAD}一、北桥加固\n{body}\n"))
    assert decisions(source, source.document.items) == {}
