"""What the time before was said of a matter."""

from __future__ import annotations

from pipeline.assistant import Assistant


def test_the_time_before_is_that_of_the_matter(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("上一回为什么没定下来？", history=["荷川县政府第21次常务会议上旧船坞仓库拆不拆？"])
    assert not answer.refused
    assert "论证意见出具前不得拆除" in answer.answer


def test_who_disagreed_goes_on_in_the_item(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("有谁不赞成？理由是什么？", history=["荷川县第21次常务会议智慧档案馆预算多少？"])
    assert "唐栗" in answer.answer
