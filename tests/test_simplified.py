"""Traditional characters as simplified ones."""

from __future__ import annotations

import pytest

from pipeline.simplified import MOST_FORMS, simplified, written_forms


@pytest.mark.parametrize(
    ("text", "simple"),
    [("會議審議通過", "会议审议通过"), ("会议", "会议"), ("GDP 2021", "GDP 2021"), ("鷺汀市", "鹭汀市"), ("", "")],
)
def test_characters_are_folded_one_for_one(text: str, simple: str) -> None:
    assert simplified(text) == simple
    assert len(simplified(text)) == len(text)


def test_a_wording_is_looked_for_in_either_script() -> None:
    assert written_forms("鹭汀")[0] == "鹭汀"
    assert "鷺汀" in written_forms("鹭汀")
    assert {simplified(form) for form in written_forms("云岭")} == {"云岭"}
    assert len(written_forms("发发发发发发发发发发")) <= MOST_FORMS
