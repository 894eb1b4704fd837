"""The wording that turns something down."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.premises.down import DOWN, HEARD, rules_against


@pytest.mark.parametrize(
    ("text", "against"),
    [
        pytest.param("责成商务局修改方案后再报", True, id="sent back"),
        pytest.param("市级不作统一规定", True, id="sets nothing"),
        pytest.param("会议没有形成决定", True, id="nothing decided"),
        pytest.param("原则通过，修改完善后印发", False, id="passed"),
    ],
)
def test_what_is_turned_down(text: str, against: bool) -> None:
    assert rules_against(text) is against
    assert bool(DOWN.search(text)) is against


def test_a_report_that_was_heard_is_not_turned_down() -> None:
    assert HEARD.search("董事会听取汇报，不作表决")
