"""Lists over items: what somebody reported on, where a unit is given work; none where another thing is asked."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.counting.over_items import over_items
from tests.libraries import composing_of


def listed(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2023, 9, 1))
    return over_items(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("县政府第20次常务会议上陶远汇报了什么？", ["加装电梯补助办法"], id="a-person"),
        pytest.param("县政府第20次常务会议上陶远汇报的是哪个议题？", ["加装电梯补助办法"], id="which-item"),
        pytest.param("第20次常务会议水务局的人汇报了哪些议题", ["云栖水库扩容"], id="a-unit"),
        pytest.param("第20次常务会议苗青汇报的议题，哪些结果如何？", ["不同意该请示"], id="its-result"),
        pytest.param("青麓县 县财政局 任务", ["补助资金由县财政局", "县财政局安排首期出资"], id="key-words"),
        pytest.param(
            "青麓县那次会给县财政局派了哪两件事？", ["补助资金由县财政局", "县财政局安排首期出资"], id="tasks"
        ),
    ],
)
def test_a_list_over_items_is_whole(counties: Assistant, text: str, held: list[str]) -> None:
    draft = listed(counties, text)
    assert draft is not None
    said = "\n".join(sentence.text for sentence in draft.sentences)
    assert all(part in said for part in held)
    assert all(sentence.quotes for sentence in draft.sentences)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第20次常务会议哪些议题由谁汇报？", id="who-reported"),
        pytest.param("第20次常务会议陶远汇报了哪三个议题？", id="fewer-than-asked"),
        pytest.param("第20次常务会议县财政局为电梯补助做哪些工作？", id="a-matter-beside"),
        pytest.param("第20次常务会议县档案局要干哪几件事？", id="a-unit-not-there"),
    ],
)
def test_what_may_not_be_whole_is_no_list(counties: Assistant, text: str) -> None:
    assert listed(counties, text) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第20次常务会议让水务局把扩容方案什么时侯重新报上来", id="when, misspelt"),
        pytest.param("第20次常务会议上汇报加装电梯的陶远担任什么职务？", id="a post"),
    ],
)
def test_what_is_asked_of_the_reporter_is_no_list_of_items(counties: Assistant, text: str) -> None:
    assert listed(counties, text) is None
