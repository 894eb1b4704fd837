"""The office at which a body is seated does its work; who heads the body leads it."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.extract import lead_units
from pipeline.documents.text.clean import Passage


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "会议同意,专班设在县民政局,副组长由县教育局副局长何青、县公安局副局长罗川担任。", ["县民政局"], id="a seat"
        ),
        pytest.param("联席会议办公室设在县消防救援大队,不再设在县住建局。", ["县消防救援大队"], id="a new seat"),
        pytest.param(
            "成立整治专班,由副县长何青任组长,专班办公室设在县城管局。", ["副县长何青"], id="headed by somebody"
        ),
    ],
)
def test_who_leads_a_body_that_is_set_up(text: str, leads: list[str]) -> None:
    assert [one.name for one in lead_units(Passage(text, range(len(text))), listed=True)] == leads
