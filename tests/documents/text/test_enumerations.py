"""Enumerations inside a paragraph: told apart from words that only look like a count."""

from __future__ import annotations

import pytest

from pipeline.documents.text.clean import Passage, fold
from pipeline.documents.text.enumerations import count_off


@pytest.mark.parametrize(
    ("text", "opener", "entries", "rest"),
    [
        ("会议要求，一是甲；二是乙；三是丙。", "会议要求", [("一", "甲;"), ("二", "乙;"), ("三", "丙。")], None),
        ("会议要求市水务局：一要甲。二要乙。", "会议要求市水务局", [("一", "甲。"), ("二", "乙。")], None),
        ("第一，甲。第二，乙。各单位要落实。", None, [("一", "甲。"), ("二", "乙。")], "各单位要落实。"),
        ("下一步，一是要甲，二是要乙。", "下一步", [("一", "甲,"), ("二", "乙。")], None),
        ("会议要求：(1)甲；(2)乙。丙。", "会议要求", [("1", "甲;"), ("2", "乙。")], "丙。"),
        ("会议强调：1)甲；2)乙。", "会议强调", [("1", "甲;"), ("2", "乙。")], None),
    ],
    ids=["one sentence", "addressed", "ordinals with a rest", "commas", "brackets", "half brackets"],
)
def test_a_count_is_taken_apart(
    text: str, opener: str | None, entries: list[tuple[str, str]], rest: str | None
) -> None:
    flat = fold(text)
    found = count_off(Passage(flat, range(len(flat))))
    assert found is not None
    assert (found.opener.flat if found.opener else None) == opener
    assert [(label.flat, body.flat) for label, body in found.entries] == entries
    assert (found.rest.flat if found.rest else None) == rest


@pytest.mark.parametrize(
    "text",
    ["会议要求，一是甲。", "会议认为，三是甲，一是乙。", "统一要求，第一季度完成，第二季度验收。"],
    ids=["one alone", "out of order", "quarters"],
)
def test_no_count(text: str) -> None:
    flat = fold(text)
    assert count_off(Passage(flat, range(len(flat)))) is None
