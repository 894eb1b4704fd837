"""How often a matter was before a meeting, when first and when last."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    "text",
    ["梨花渡大桥改造上过几次会？分别是哪次？", "智慧档案馆建设一共议过几回？", "荷川县公务班车线路先后研究过几次？"],
)
def test_the_times_are_counted_and_named(through_meetings: Assistant, text: str) -> None:
    answer = through_meetings.ask(text)
    assert not answer.refused
    assert "有2次" in answer.answer
    assert "2024-05-09" in answer.answer
    assert "2024-08-15" in answer.answer


def test_each_verdict_is_told_where_it_is_asked_for(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("智慧档案馆建设一共议过几回，每回什么结论？").answer
    assert "暂缓" in answer
    assert "原则同意" in answer


@pytest.mark.parametrize(
    ("text", "told", "other"),
    [
        ("智慧档案馆建设第一次上会是什么时候？", "2024-05-09", "2024-08-15）："),
        ("智慧档案馆建设最近一次研究是哪次会？", "2024-08-15", "2024-05-09"),
    ],
)
def test_the_first_and_the_last_are_told_alone(through_meetings: Assistant, text: str, told: str, other: str) -> None:
    first, *_ = through_meetings.ask(text).answer.splitlines()
    assert told in first
    assert other not in first


def test_what_no_meeting_dealt_with_was_before_none(through_meetings: Assistant) -> None:
    assert through_meetings.ask("跨江隧道上过几次会？").refused
