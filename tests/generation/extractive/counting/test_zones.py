"""The offices of a zone, a district and a county share names, and no list takes one for another."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        pytest.param(
            "县财政局要做哪些事", ["补贴260万元", "采购经费", "园区财政体制"], ["600万元", "奖励资金"], id="county"
        ),
        pytest.param("区财政局要做哪些事", ["600万元"], ["260万元", "采购经费", "奖励资金"], id="district"),
        pytest.param("区住建局要做什么", ["危房鉴定", "灯具更换"], ["停工原因", "责任单位"], id="not of a zone"),
        pytest.param("县委编办要做什么", ["编制意见", "机构划转"], [], id="an office of any county committee"),
    ],
)
def test_an_office_is_that_of_its_level(rulings: Assistant, text: str, told: list[str], untold: list[str]) -> None:
    answer = rulings.ask(text).answer
    assert all(one in answer for one in told), answer
    assert not any(one in answer for one in untold), answer


def test_of_two_committees_the_one_that_speaks_of_the_matter_tells(rulings: Assistant) -> None:
    answer = rulings.ask("县委编办什么时候提出教师编制意见").answer
    assert "9月10日前" in answer
    assert "6月底前" not in answer
