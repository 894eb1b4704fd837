"""Parties told by what they are, and names that are none of these."""

import pytest

from pipeline.documents.duties.of_the_matter import SECTOR, is_district, is_of_the_matter


@pytest.mark.parametrize("name", ["三县区", "两镇", "产权单位", "沿线各乡镇"])
def test_what_a_party_is_in_the_matter(name: str) -> None:
    assert is_of_the_matter(name)


@pytest.mark.parametrize("name", ["县财政局", "三楼", "产权"])
def test_no_party_of_the_matter(name: str) -> None:
    assert not is_of_the_matter(name)


def test_districts_and_sectors() -> None:
    assert is_district("清汀区") and not is_district("老小区")
    assert SECTOR.match("财政部门") and not SECTOR.match("职能部门")
