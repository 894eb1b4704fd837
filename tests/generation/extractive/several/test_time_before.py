"""What the time before was said of a matter."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


def test_the_time_before_is_that_of_the_matter(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("上一回为什么没定下来？", history=["荷川县政府第21次常务会议上旧船坞仓库拆不拆？"])
    assert not answer.refused
    assert "论证意见出具前不得拆除" in answer.answer


def test_who_disagreed_goes_on_in_the_item(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("有谁不赞成？理由是什么？", history=["荷川县第21次常务会议智慧档案馆预算多少？"])
    assert "唐栗" in answer.answer


@pytest.mark.parametrize(
    ("before", "text", "told", "strange"),
    [
        (
            "荷川县政府第17次常务会议上智慧档案馆建设是怎么定的？",
            "后来第21次常务会又是怎么定的？",
            "原则同意分两批",
            "船坞",
        ),
        ("荷川县政府第17次常务会议上智慧档案馆建设是怎么定的？", "那8月15日的会上呢？", "原则同意分两批", "船坞"),
        ("荷川县政府第21次常务会议上智慧档案馆建设是怎么定的？", "之前那次会是怎么定的？", "决定暂缓实施", "船坞"),
        (
            "荷川县政府第21次常务会议上智慧档案馆建设是怎么定的？",
            "那第17次会上原来是怎么说的？",
            "决定暂缓实施",
            "船坞",
        ),
        ("荷川县政府第17次常务会议上智慧档案馆建设是怎么定的？", "后来改了没有？", "原则同意分两批", "船坞"),
        ("荷川县政府第17次常务会议上智慧档案馆预算多少？", "那第21次会上呢？", "295万元", "船坞"),
    ],
)
def test_another_meeting_is_asked_of_the_same_matter(
    through_meetings: Assistant, before: str, text: str, told: str, strange: str
) -> None:
    answer = through_meetings.ask(text, history=[before])
    assert told in answer.answer
    assert strange not in answer.answer


def test_of_a_matter_that_a_meeting_did_not_deal_with_nothing_is_told(through_meetings: Assistant) -> None:
    before = "荷川县政府第17次常务会议上一季度信访工作是怎么定的？"
    assert through_meetings.ask("那第21次会上又是怎么定的？", history=[before]).refused


def test_who_chaired_another_meeting_is_no_matter(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("那第21次会谁主持？", history=["荷川县政府第17次常务会议智慧档案馆怎么定的？"])
    assert "秦越" in answer.answer


def test_who_took_over_at_another_meeting_is_told(through_meetings: Assistant) -> None:
    before = "荷川县第17次常务会议定的梨花渡大桥总协调人是谁？"
    assert "由白梧改为舒敏" in through_meetings.ask("那第21次会议呢，换成谁了？", history=[before]).answer
