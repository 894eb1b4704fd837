"""A refusal becomes an answer where the clear item has one sentence that stands out, and where it names one person."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Reason
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.second_look.found_after_all import found_after_all
from tests.generation.extractive.second_look.meeting import TODAY
from tests.libraries import composing_of


def refused(reeds: Assistant, text: str, reason: Reason = "no_evidence") -> tuple[Composing, Draft]:
    """Return a question on its way, and a refusal of it."""
    composing = composing_of(reeds, text, today=TODAY)
    return composing, composing.refusal(reason, "库中文件没有载明所问内容。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("清溪水站股权接下来派谁去跟对方谈价？", "厍长风"),
        ("福利院电路改造要在几月几日前完工？", "7月18日"),
    ],
)
def test_what_stands_out_is_told(reeds: Assistant, text: str, told: str) -> None:
    composing, refusal = refused(reeds, text)
    again = found_after_all(composing.question, refusal, refusal, composing.catalogue, composing.find)
    assert not again.refused and told in again.said


@pytest.mark.parametrize(
    "text",
    [
        "清溪水站股权原来派谁去谈的？",
        "清溪水站的评估值是多少钱？",
        "福利院电路改造的项目经理是谁？",
        "江滩公园试开放的讲解员叫什么名字？",
    ],
    ids=["before", "a sum", "nobody named", "no person"],
)
def test_what_does_not_stays_refused(reeds: Assistant, text: str) -> None:
    composing, refusal = refused(reeds, text)
    assert found_after_all(composing.question, refusal, refusal, composing.catalogue, composing.find) is refusal


def test_no_other_refusal_is_looked_at(reeds: Assistant) -> None:
    composing, refusal = refused(reeds, "清溪水站股权接下来派谁去跟对方谈价？", "no_such_meeting")
    assert found_after_all(composing.question, refusal, refusal, composing.catalogue, composing.find) is refusal
