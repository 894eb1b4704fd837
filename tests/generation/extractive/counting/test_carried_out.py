"""What became of an earlier meeting's decisions, counted and listed as a later one was told."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.counting.carried_out import carried_out
from tests.libraries import composing_of, library_of

PAPER = """藕塘区人民政府
区长办公会议纪要

2023年5月9日，区长顾长河主持召开2023年第6次区长办公会议。现纪要如下：

一、听取第5次区长办公会议议定事项落实情况汇报
区政府办汇报：第5次会议共议定事项8项，已办结5项，正在推进2项，未启动1项。
正在推进的有：南门桥加固、老年食堂试点。
未启动的是体育公园停车场。
会议要求区政府督查室逐项跟踪。
二、审议《藕塘区校园周边管理办法》
会议原则通过该办法。

记录：苗禾
藕塘区人民政府办公室2023年5月12日印发
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        {"藕塘区2023年第6次区长办公会议纪要.txt": PAPER},
        tmp_path_factory.mktemp("district"),
        today=datetime.date(2023, 12, 31),
    )


def told(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2023, 12, 1))
    return carried_out(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("藕塘区上次区长办公会定的事办结了几项", ["已办结5项"], id="how-many-done"),
        pytest.param("藕塘区第5次区长办公会议定事项还有多少没办完", ["正在推进2项，未启动1项"], id="how-many-left"),
        pytest.param(
            "藕塘区上次办公会议定的事项，还有哪几件没办完",
            ["南门桥加固、老年食堂试点", "体育公园停车场"],
            id="which-are-left",
        ),
    ],
)
def test_what_became_of_decisions_is_told(district: Assistant, text: str, held: list[str]) -> None:
    draft = told(district, text)
    assert draft is not None
    assert len(draft.sentences) == len(held)
    assert all(part in line.text for part, line in zip(held, draft.sentences, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("藕塘区第3次区长办公会议定事项办结了几项", id="another-meeting"),
        pytest.param("藕塘区那次会通过了几项", id="no-earlier-meeting"),
        pytest.param("藕塘区上次区长办公会是谁主持的", id="nothing-done"),
    ],
)
def test_another_question_is_left_alone(district: Assistant, text: str) -> None:
    assert told(district, text) is None


def test_a_meeting_that_is_not_there_may_be_told_of_by_the_next(district: Assistant) -> None:
    answer = district.ask("藕塘区第5次区长办公会定的事办结了几项？")
    assert not answer.refused
    assert "已办结5项" in answer.answer
