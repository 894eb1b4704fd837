"""Files for one download: few, for minutes, under names that nobody guesses."""

from __future__ import annotations

import pytest

from pipeline.errors import UnknownDocument
from pipeline.interface.parcels import Parcels


def test_a_file_is_fetched_by_its_secret_name_alone() -> None:
    parcels = Parcels()
    token = parcels.keep("摘要.md", "一".encode())
    assert len(token) == 32 and parcels.fetch(token).name == "摘要.md"
    assert parcels.fetch(token).content == "一".encode()
    with pytest.raises(UnknownDocument, match="没有文件"):
        parcels.fetch("摘要.md")


def test_the_oldest_goes_when_there_are_too_many_or_it_was_kept_long_enough() -> None:
    parcels = Parcels(most=2)
    first, second, third = (parcels.keep(f"{number}.md", b"") for number in range(3))
    assert parcels.fetch(second).name == "1.md" and parcels.fetch(third).name == "2.md"
    with pytest.raises(UnknownDocument):
        parcels.fetch(first)
    old = Parcels(seconds=-1.0)
    with pytest.raises(UnknownDocument):
        old.fetch(old.keep("a.md", b""))
