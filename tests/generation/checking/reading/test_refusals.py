"""Leave that is denied in one wording and refused in another."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.refusals import refuses


@pytest.mark.parametrize("following", ["放行", "能谈拢", "被采纳", "获会议点头", "作出结论", "敲定"])
def test_what_is_put_off_or_refused_is_not_given(following: str) -> None:
    assert refuses("会议决定暂缓审议", following)
    assert refuses("会议不予同意", following)
    assert not refuses("会议同意", following)


def test_other_denials_are_no_refusals() -> None:
    assert not refuses("会议决定暂缓审议", "增加经费")
