"""The drawings."""

from __future__ import annotations

import pytest

from pipeline.interface.icons import DRAWINGS, icon


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_hidden_from_screen_readers_and_loads_nothing(name: str) -> None:
    drawn = icon(name)
    assert 'aria-hidden="true"' in drawn and "http" not in drawn and "currentColor" in drawn


def test_the_two_thumbs_differ() -> None:
    assert icon("good") != icon("bad")
