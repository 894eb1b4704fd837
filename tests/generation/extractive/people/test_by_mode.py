"""Who took part from afar; that it is not written is said."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.people.by_mode import by_mode
from tests.libraries import composing_of


def answered(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2022, 12, 1))
    return by_mode(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("汀洲水务董事会哪位董事是视频参加的？", "董事戚远山以视频方式参会", id="in-prose"),
        pytest.param("汀洲水务那次董事会谁没到现场、连线参加？", "戚远山", id="spoken"),
        pytest.param("县医院院务会谁是线上参加的", "韦初阳（线上）", id="in-brackets"),
    ],
)
def test_who_took_part_from_afar(assemblies: Assistant, text: str, said: str) -> None:
    draft = answered(assemblies, text)
    assert draft is not None
    [line] = draft.sentences
    assert said in line.text


def test_that_nobody_is_written_is_said(assemblies: Assistant) -> None:
    draft = answered(assemblies, "椒岭县那次办公会有谁是线上参加的")
    assert draft is not None
    assert draft.refused
    assert "没有写明谁以线上、视频等方式参加" in draft.preface


@pytest.mark.parametrize("text", ["椒岭县那次会谁参加了", "视频会议系统由谁负责", "汀洲水务董事会怎么开的"])
def test_another_question_is_left_alone(assemblies: Assistant, text: str) -> None:
    assert answered(assemblies, text) is None


def test_a_place_called_cloud_is_no_meeting_from_afar(assemblies: Assistant) -> None:
    assert answered(assemblies, "云渡招聘会预计多少人参加") is None
