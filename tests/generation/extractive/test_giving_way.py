"""What gives way to another in a sentence that tells a change."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.giving_way import gives_way, other_way, plainly, values, who_left


@pytest.mark.parametrize(
    ("wording", "taken", "gave_way"),
    [
        ("原定6月底完工，推迟到9月底", {"6月底"}, True),
        ("原定6月底完工，推迟到9月底", {"9月底"}, False),
        ("牵头单位由县林业站改为县水利站", {"县林业站"}, True),
        ("改由苗青协调，许岸同志不再负责", {"许岸"}, True),
        ("改由苗青协调，许岸同志不再负责", {"苗青"}, False),
        ("不再采用东岗地块，用地另选", {"东岗地块"}, True),
        ("6月底前完工，由县水利站负责", {"6月底"}, False),
    ],
)
def test_a_value_that_was_before_gives_way(wording: str, taken: set[str], gave_way: bool) -> None:
    assert gives_way(plainly(wording), taken) is gave_way


def test_a_site_gives_way_to_one_of_its_kind() -> None:
    wording = plainly("原定选址东岗地块，会议同意改为西坪地块")
    assert other_way(wording, "定在东岗，谁来征地")
    assert not other_way(wording, "定在西坪，谁来征地")


@pytest.mark.parametrize(
    ("wording", "left"),
    [
        ("总协调人由许岸同志改为苗青", {"许岸"}),
        ("因许岸已调往市引水处，会议决定由苗青接任", {"许岸"}),
        ("鉴于副县长许岸外出学习，渡口改造改由苗青牵头", {"许岸"}),
        ("因许岸同志工作分工调整，渡口改造改由副县长苗青牵头", {"许岸"}),
        ("许岸同志学习期间，渡口改造的统筹改由副县长苗青负责，调度频次不变", {"许岸"}),
        ("考虑到许岸同志近期承担省里任务，由苗青接替", {"许岸"}),
        ("由许岸牵头，6月底前完成", set()),
        ("许岸同志学习期间的费用由县财政列支", set()),
        ("因许岸同志学习需要，先送教材", set()),
    ],
)
def test_who_left_is_somebody_in_whose_place_another_is_put(wording: str, left: set[str]) -> None:
    assert who_left(wording) == left


def test_the_values_of_a_text() -> None:
    assert values("8月5日前由县水利局安排1,200万元") == {"8月5日", "县水利局", "1200万元"}
