"""Who presides, and when: asked of the meeting itself, or of what the meeting decided, over invented minutes."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.own_facts import of_something_else
from pipeline.generation.understanding.question import understand
from tests.libraries import library_of

TODAY = datetime.date(2023, 12, 31)
TEXT = """松岭市第二中学校长办公会议纪要
松二中纪〔2023〕9号

2023年9月12日下午，校长祝云帆主持召开校长办公会议。会议纪要如下：
一、研究校运会和家长会筹备工作
会议同意筹备方案，校运会定于10月19日至20日举行，家长会安排在11月3日召开，由教务处主持。
二、研究食堂招标工作
会议明确，评标专家论证会10月8日前召开，由副校长卞若水主持评审工作，每周三召开碰头会，由总务处召集。
三、研究北校区停水事宜
会议要求，停水最后期限为9月30日。

出席：祝云帆、卞若水
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"松岭二中校长办公会议纪要.txt": TEXT}, tmp_path_factory.mktemp("school"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "else_"),
    [
        ("校运会哪天开？", True),
        ("松岭二中校运会什么时候举行", True),
        ("家长会什么时候开", True),
        ("9月12日的会上，家长会定在哪天开", True),
        ("食堂评标的论证会要在什么时候之前开？", True),
        ("招标以后的碰头会是谁来召集", True),
        ("由谁主持食堂的评审工作", True),
        ("校长办公会停水时间是什么时候", True),
        ("校长办公会的召开时间是哪天", False),
        ("校长办公会的时间是什么时候", False),
        ("松岭二中校长办公会谁主持？", False),
        ("松岭二中校长办公会是哪天开的", False),
        ("9月12日那次会是谁主持的", False),
        ("校长办公会什么时候召开的？", False),
        ("会议到底由谁主持", False),
    ],
)
def test_what_a_fact_is_asked_of(school: Assistant, text: str, else_: bool) -> None:
    held = [Source(entry, school.catalogue.document(entry.document_id)) for entry in school.entries()]
    question = understand(text, entries=school.entries(), today=TODAY)
    assert question.aspect in ("chair", "meeting_date")
    assert of_something_else(question, held) is else_


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("松岭二中校运会哪天开？", "10月19日"),
        ("松岭二中家长会什么时候召开", "11月3日"),
        ("松岭二中停水，会上给的最后期限是哪天", "9月30日"),
        ("松岭二中校长办公会哪天开的", "9月12日"),
    ],
)
def test_the_matter_answers_where_it_is_asked(school: Assistant, text: str, wanted: str) -> None:
    answer = school.ask(text)
    assert not answer.refused
    assert wanted in answer.answer


def test_who_is_to_come_to_something_else_is_not_who_attended(school: Assistant) -> None:
    for text in ("校长办公会 校运会 预计参会人数", "校长办公会上说的家长会活动有多少人参加"):
        held = [Source(entry, school.catalogue.document(entry.document_id)) for entry in school.entries()]
        assert of_something_else(understand(text, entries=school.entries(), today=TODAY), held)
    assert "祝云帆" in school.ask("校长办公会参会的有谁").answer
