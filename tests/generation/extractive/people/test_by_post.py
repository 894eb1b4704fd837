"""How many of a post were there: only where the lists give everybody's post."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.people.by_post import by_post
from tests.libraries import composing_of


def answered(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2022, 12, 1))
    return by_post(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("椒岭县那次办公会来了几位副县长？", "副县长有3位：钱一帆、孙可人、李望舒", id="in-prose"),
        pytest.param("椒岭县办公会副县长到会的有几个", "副县长有3位", id="post-first"),
        pytest.param("县医院院务会到了几位副院长", "副院长有2位：苗春晓、韦初阳", id="in-a-list"),
        pytest.param("县医院院务会请假的副院长有几位", "请假或缺席的副院长有1位：任平生", id="away"),
        pytest.param("椒岭县办公会没到的局长有几位", "局长有1位：吴清越", id="away-in-prose"),
    ],
)
def test_those_of_a_post_are_counted(assemblies: Assistant, text: str, said: str) -> None:
    draft = answered(assemblies, text)
    assert draft is not None
    assert not draft.refused
    [line] = draft.sentences
    assert said in line.text
    assert line.counted == len(line.quotes)


def test_where_not_everybody_has_a_post_it_is_said(invented: Assistant) -> None:
    draft = answered(invented, "第12次会议来了几位市长")
    assert draft is not None
    assert draft.refused
    assert "没有逐一写明职务，写明是市长的有郑远航" in draft.preface


@pytest.mark.parametrize("text", ["椒岭县那次会来了几个人", "椒岭县副县长要办哪几件事", "椒岭县那次会谁请假了"])
def test_what_is_not_about_a_post_is_left_alone(assemblies: Assistant, text: str) -> None:
    assert answered(assemblies, text) is None
