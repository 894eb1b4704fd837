"""A plan is told with the ruling that turned it down, and the rest with what it is the rest of."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "县交投公司的工资总额方案批了吗", ["重新核算县交投公司", "其余4家企业"], id="one of those sent back"
        ),
        pytest.param("县属企业工资总额方案批了吗", ["重新核算县交投公司", "其余4家企业"], id="all of them"),
        pytest.param("老粮库仓房租金多少", ["不低于40万元", "不同意直接租给"], id="a rent that was only planned"),
        pytest.param("县职校保洁还续约吗", ["不再与现保洁公司续约"], id="the title of a report"),
        pytest.param("观景台什么时候动工", ["勘察通过后再作决定", "相应顺延"], id="what a sentence leans on"),
    ],
)
def test_what_was_ruled_is_told(rulings: Assistant, text: str, told: list[str]) -> None:
    answer = rulings.ask(text).answer
    assert all(one in answer for one in told), answer


def test_a_mere_report_gives_way_to_the_ruling(rulings: Assistant) -> None:
    assert "续约事项" not in rulings.ask("县职校保洁还续约吗").answer


def test_who_asks_for_the_plan_is_told_the_plan(rulings: Assistant) -> None:
    answer = rulings.ask("老粮库拟租给谁").answer
    assert "拟租给丰禾物流有限公司" in answer
    assert "不同意" not in answer
