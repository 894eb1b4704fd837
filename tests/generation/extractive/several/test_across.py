"""Which documents dealt with a matter: every one that speaks of it, newest first; none where one alone is meant."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.several.across import across
from tests.libraries import composing_of


def found(assistant: Assistant, text: str) -> Draft | None:
    return across(composing_of(assistant, text, today=datetime.date(2023, 9, 1)))


@pytest.mark.parametrize("text", ["哪些县讨论过住宅加装电梯补助？", "住宅加装电梯补助，哪几次会议研究过"])
def test_every_document_is_listed_newest_first(counties: Assistant, text: str) -> None:
    draft = found(counties, text)
    assert draft is not None
    lines = [sentence.text for sentence in draft.sentences if "号（" in sentence.text]
    assert [line.partition("（")[0] for line in lines] == ["白政纪〔2023〕7号", "青政纪〔2023〕3号"]
    assert all("加装电梯补助办法" in line for line in lines)


@pytest.mark.parametrize(
    "text", ["哪些县讨论过水库扩容？", "哪个县讨论过加装电梯？", "哪些单位参加了第20次常务会议？", "哪些县讨论过？"]
)
def test_another_question_is_no_list_over_documents(counties: Assistant, text: str) -> None:
    assert found(counties, text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("末班公交延时的事上过哪几次会？", ("岫交纪〔2024〕9号", "岫高纪〔2024〕5号")),
        ("茶博园入股先后在哪几次会上议过？", ("岫政常纪〔2024〕11号", "岫政常纪〔2024〕6号")),
        ("哪些会议研究过旧楼加梯管线迁改？", ("岫水董纪〔2024〕8号", "岫政常纪〔2024〕6号")),
        ("茶博园入股的事，哪几次会上讨论过？", ("岫政常纪〔2024〕11号", "岫政常纪〔2024〕6号")),
        ("末班公交延时上过哪些会？", ("岫交纪〔2024〕9号", "岫高纪〔2024〕5号")),
    ],
)
def test_the_meetings_that_dealt_with_a_matter(handed_on: Assistant, text: str, numbers: tuple[str, ...]) -> None:
    answer = handed_on.ask(text)
    assert not answer.refused
    lines = answer.answer.splitlines()
    assert [line.partition("（")[0] for line in lines] == list(numbers)
