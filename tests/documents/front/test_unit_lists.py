"""Lists of units and places are told from lists of persons."""

import pytest

from pipeline.documents.front.unit_lists import lists_units
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ("清江县、白杨区、柳河镇", True),
        ("院办、医务部、财务科负责人", True),
        ("李明远、王秀兰", False),
        ("白杨区、王秀兰", False),
    ],
)
def test_lists_units(entries: str, wanted: bool) -> None:
    assert lists_units([passage(entry) for entry in entries.split("、")]) is wanted
