"""How a question asks of a matter that several meetings dealt with."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.several.time_asks import asks_for_all, matter_asked, things_asked, way_asked


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param("沿江路改造历次上会的总投资各是多少", "each", id="all-meetings"),
        pytest.param("票价从几元涨到几元", "each", id="from-what-to-what"),
        pytest.param("养老院选址前前后后怎么个说法", "each", id="back-and-forth"),
        pytest.param("开工日子比当初晚了多久", "each", id="later-than-at-first"),
        pytest.param("业主起初是谁，现在是谁", "each", id="then-and-now"),
        pytest.param("泵站目前按多少投资控制", "last", id="by-now"),
        pytest.param("到底哪天通车", "last", id="after-all"),
        pytest.param("最早是哪年提出来的", "first", id="at-first"),
        pytest.param("谁主持了会议", None, id="nothing-of-time"),
        pytest.param("水务局和住建局哪年合署办公", None, id="two-names-are-no-comparison"),
        pytest.param("优先后排队的企业有哪些", None, id="no-word-of-time-within-others"),
    ],
)
def test_way_asked(text: str, way: str | None) -> None:
    assert way_asked(text) == way


@pytest.mark.parametrize(
    ("text", "things"),
    [
        pytest.param("沿江路的总投资历次会议分别核定为多少？", ["沿江路的总投资核定为多少"], id="one-thing"),
        pytest.param("养老院几次上会各是什么结论，投资怎么变的？", ["是什么结论", "金额是多少"], id="two-things"),
        pytest.param("泵站 前后变化", ["是什么结论"], id="nothing-named-asks-what-was-decided"),
        pytest.param("当初为什么没点头，后来又凭什么放行", ["为什么没点头", "是什么结论", "又凭什么放行"], id="why"),
    ],
)
def test_things_asked(text: str, things: list[str]) -> None:
    assert things_asked(text) == things


def test_a_difference_asks_for_no_more_meetings_than_tell_it() -> None:
    assert asks_for_all("养老院选址的来龙去脉")
    assert not asks_for_all("比第3次会定的少了多少")


def test_words_of_time_name_no_matter() -> None:
    assert "历次" not in matter_asked("沿江路历次会议的投资")
