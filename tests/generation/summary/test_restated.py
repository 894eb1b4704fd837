"""A sum or a day that a later meeting tells otherwise, without putting it in the place of the former one."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.restated import figures_told, restated


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会议同意总投资由2400万元调整为2960万元。", {"总投资": "2960万元"}),
        ("完工时限由2024年12月底延至2025年6月底。", {"完工": "2025年6月底"}),
        ("起步价一次上调2元幅度偏大。", {}),
        ("一期用地52亩，2025年3月底前建成。", {}),
        ("总投资1200万元；总投资1300万元。", {}),
    ],
)
def test_what_a_text_tells_of_the_whole(text: str, told: dict[str, str]) -> None:
    assert figures_told(text) == told


def test_only_other_figures_of_the_same_word_are_told() -> None:
    earlier, later = "总投资900万元，6月底前完工。", "总投资880万元，6月底前完工，票面利率3%。"
    assert restated(earlier, later) == {"总投资": "880万元"}
    assert restated(earlier, later, but={("总投资", "880万元")}) == {}
