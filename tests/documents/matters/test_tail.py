from __future__ import annotations

import pytest

from pipeline.documents.matters.tail import clauses_of, other_matters
from tests.documents.paper import paper


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("会议还审议了《甲》，学习了《乙》。", [("审议", "《甲》", None), ("学习", "《乙》", "studied")]),
        ("会议还听取了丙工作情况汇报。", [("听取", "丙工作情况汇报", "heard")]),
        ("会议还审议通过了《甲》《乙》。", [("审议", "《甲》", "approved"), ("审议", "《乙》", "approved")]),
        ("会议还研究了其他事项。", [("研究", "其他事项", None)]),
        ("会议还要求抓好落实。", []),
    ],
)
def test_other_matters(text: str, matters: list[tuple[str, str, str | None]]) -> None:
    sheet = paper(text)
    found = other_matters(sheet, sheet.paragraphs)
    assert [(matter.verb, matter.title, matter.outcome) for matter in found] == matters
    assert all(matter.title in text[matter.start : matter.end] for matter in found)


def test_clauses_leave_titles_whole() -> None:
    text = "审议《甲，乙》，学习丙。"
    assert [text[start:end] for start, end in clauses_of(text.replace("，", ","))] == ["审议《甲，乙》", "学习丙"]
