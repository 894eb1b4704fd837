"""The wordings of time limits: each stands in the table, and none matches without one of its signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.tasks.deadline_words import PATTERNS, STATED
from pipeline.documents.text.clean import fold

WORDINGS = [
    line.split(" | ")[0]
    for line in Path(__file__).with_name("deadlines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("text", WORDINGS)
def test_no_pattern_matches_without_one_of_its_signs(text: str) -> None:
    for signs, pattern in PATTERNS:
        match = pattern.search(fold(text))
        assert match is None or any(sign in fold(text) for sign in signs), pattern.pattern


def test_every_pattern_has_a_wording_in_the_table() -> None:
    folded = [fold(text) for text in WORDINGS]
    assert [pattern.pattern for _, pattern in PATTERNS if not any(pattern.search(text) for text in folded)] == []


def test_words_of_haste_come_last() -> None:
    assert PATTERNS[STATED][1].fullmatch("5月1日起")
    assert PATTERNS[-1][1].fullmatch("尽快")
    assert len(PATTERNS) - 2 == STATED
