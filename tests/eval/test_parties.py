"""Whether two wordings name one unit or one person."""

from __future__ import annotations

import pytest

from eval.parties import same_party


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("市水务局", "水务局"),
        ("王敏同志", "王敏"),
        ("副主任王敏", "王敏"),
        ("王敏", "王敏副主任"),
        ("镇纪委书记王敏", "王敏"),
        ("审计办王敏", "王敏"),
        ("县委副书记、县长王敏同志", "王敏"),
    ],
)
def test_one_party(first: str, second: str) -> None:
    assert same_party(first, second)
    assert same_party(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("副主任王敏", "李强"),
        ("王敏华", "王敏"),
        ("副主任", "王敏"),
        ("市水务局", "市财政局"),
        ("市水务局局长", "市水务局"),
        ("负责王敏", "王敏"),
    ],
)
def test_two_parties(first: str, second: str) -> None:
    assert not same_party(first, second)
    assert not same_party(second, first)
