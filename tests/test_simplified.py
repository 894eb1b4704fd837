"""Traditional characters as simplified ones."""

from __future__ import annotations

import pytest

from pipeline.simplified import simplified


@pytest.mark.parametrize(
    ("text", "simple"),
    [("會議審議通過", "会议审议通过"), ("会议", "会议"), ("GDP 2021", "GDP 2021"), ("鷺汀市", "鹭汀市"), ("", "")],
)
def test_characters_are_folded_one_for_one(text: str, simple: str) -> None:
    assert simplified(text) == simple
    assert len(simplified(text)) == len(text)
