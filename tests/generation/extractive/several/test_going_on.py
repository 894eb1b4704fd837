"""Questions that leave out what they are about: the item of the answer before is meant, and no other."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.going_on import leaves_out
from pipeline.generation.understanding.question import understand

TODAY = datetime.date(2023, 9, 1)


@pytest.mark.parametrize(
    ("before", "text", "held"),
    [
        pytest.param("云栖水库二期何时开工？", "新增库容多少？", "900万立方米", id="a-figure"),
        pytest.param("云栖水库二期何时开工？", "谁汇报的？", "鲁念", id="who-reported"),
        pytest.param("云栖水库二期何时开工？", "会上同意了吗？", "会议同意该方案", id="the-verdict"),
        pytest.param("云栖水库二期总投资多少？", "一期呢？", "2.6亿元", id="of-another"),
        pytest.param("保育费的请示通过了吗？", "为什么？", "理由不足", id="why"),
        pytest.param("渔港灯塔修缮要花多少钱？", "这次会是谁主持的？", "蒋逢春", id="its-meeting"),
        pytest.param("渔港灯塔修缮工期多长？", "那经费多少？", "136万元", id="after-a-refusal"),
        pytest.param("青麓县加装电梯每部补助多少钱？", "那哪天前要把它打出去？", "9月底前", id="it-in-other-words"),
        pytest.param("青麓县加装电梯每部补助多少钱？", "拨付得在哪天之前弄完？", "9月底前", id="a-day-before-which"),
        pytest.param("法律顾问聘了谁？", "聘期多久，由谁管理？", "县司法局", id="two-at-once"),
    ],
)
def test_the_item_of_the_answer_before_is_meant(counties: Assistant, before: str, text: str, held: str) -> None:
    answer = counties.ask(text, history=[before])
    assert not answer.refused
    assert held in answer.answer
    assert len({citation.document_id for citation in answer.citations}) == 1


def test_what_the_item_does_not_speak_of_is_asked_of_the_whole_library(counties: Assistant) -> None:
    assert "136万元" in counties.ask("渔港灯塔修缮要花多少钱？", history=["云栖水库二期何时开工？"]).answer


def test_an_answer_before_the_last_is_gone_on_from_through_it(counties: Assistant) -> None:
    history = ["云栖水库二期何时开工？", "总投资多少？"]
    assert "900万立方米" in counties.ask("新增库容多少？", history=history).answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("谁汇报的？", True, id="nothing"),
        pytest.param("第9次常务会议谁主持？", False, id="a-meeting"),
        pytest.param("《青麓县老旧住宅加装电梯补助办法》通过了吗？", False, id="a-title"),
        pytest.param("第三项呢？", False, id="an-item"),
    ],
)
def test_a_question_that_names_its_matter_leaves_out_nothing(counties: Assistant, text: str, expected: bool) -> None:
    assert leaves_out(understand(text, entries=counties.entries(), today=TODAY)) is expected
