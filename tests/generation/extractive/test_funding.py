"""Where the money comes from is told by the sentence that names the sources, each with its amount."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.funding import ASKED, FUNDED
from tests.libraries import library_of

WATER = """云杉区人民政府
专题会议纪要
（第15期）

关于研究北岭水厂扩建有关问题的会议纪要

2024年7月5日上午，副区长岳鸣谦在区政府三楼会议室主持召开专题会议，研究北岭水厂扩建有关问题。现将议定事项纪要如下：

一、关于建设规模。会议原则同意区水务局提出的扩建方案，新增供水能力每日3万吨，总投资控制在1.46亿元以内。
二、关于资金筹措。申请上级专项资金6200万元，区财政安排3100万元，其余5300万元由区水投公司自筹。
三、关于用地。由自然资源分局牵头，北岭镇配合，9月15日前完成28亩土地征收。
"""
SCHOOL = """江渚大学校长办公会议纪要
江大校办纪〔2023〕12号

2023年10月17日，校长谭见深主持召开2023年第12次校长办公会议。

【议题1】研究体育馆屋面翻修
后勤处处长戈平汇报。会议同意翻修，概算480万元，其中申请省级财政补助200万元，学校自筹280万元。
【议题2】研究学生宿舍空调租赁
共需空调2600台，租期6年。
"""


@pytest.fixture(scope="module")
def funded(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"云杉区政府专题会议纪要2024年第15期.txt": WATER, "江渚大学第十二次校长办公会议纪要.txt": SCHOOL}
    return library_of(papers, tmp_path_factory.mktemp("funded"), today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("云杉区研究北岭水厂扩建，钱从哪几块来，各是多少？", ("6200万", "3100万", "5300万"), id="哪几块"),
        pytest.param("云杉区第15期专题会议纪要，北岭水厂资金来源有哪些？", ("6200万", "3100万", "5300万"), id="来源"),
        pytest.param("云杉区北岭水厂扩建的钱怎么凑？", ("6200万", "3100万", "5300万"), id="怎么凑"),
        pytest.param("云杉区北岭水厂的资金由哪几家出？", ("6200万", "3100万", "5300万"), id="哪几家"),
        pytest.param("江渚大学翻修体育馆屋面的经费从哪些渠道解决？", ("200万", "280万"), id="one item of several"),
    ],
)
def test_the_sources_are_told_with_their_amounts(funded: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = funded.ask(question)
    assert not answer.refused
    assert not answer.flagged
    assert all(word in answer.answer for word in words)


def test_the_sources_of_another_matter_are_not_told(funded: Assistant) -> None:
    assert "280万" not in funded.ask("江渚大学宿舍空调的钱从哪几块来？").answer


@pytest.mark.parametrize("question", ["水厂要花多少钱", "钱什么时候拨付", "哪些资金没有到位"])
def test_other_questions_on_money_ask_for_no_source(question: str) -> None:
    assert not ASKED.search(question)


def test_a_sum_alone_names_no_source() -> None:
    assert FUNDED.findall("总投资控制在1.46亿元以内，工期12个月") == []
