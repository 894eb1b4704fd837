"""Who disagreed: told by the item's own sentence, not by its verdict."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.people.dissent import asks_who_disagreed
from tests.libraries import library_of

PAPER = """清浦中学校务会议纪要
清中校纪〔2024〕5号

2024年9月12日，校长向晚主持召开第5次校务会议。现纪要如下：
一、修订《课后服务费分配办法》
副校长唐棣汇报了修订情况，拟将班主任补贴由每月300元提高到450元。
会议原则通过修订稿，提交教职工代表大会审议。
工会主席苗圃对行政人员系数表示保留意见，要求写入纪要。
二、研究校服供应商续签事项
总务主任柏松汇报了续签情况。会议同意续签一年，与会人员均无异议。
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"清中校纪〔2024〕5号.txt": PAPER}
    return library_of(papers, tmp_path_factory.mktemp("school"), today=datetime.date(2024, 12, 1))


@pytest.mark.parametrize(
    "text",
    [
        "课后服务费分配办法有谁有不同意见",
        "课后服务费分配办法谁不赞成？",
        "哪位对课后服务费分配办法保留意见",
        "修订课后服务费分配办法，有没有人反对",
        "课后服务费分配办法哪位领导提了反对意见",
    ],
)
def test_who_disagreed_is_told_by_the_sentence_that_says_so(school: Assistant, text: str) -> None:
    answer = school.ask(text)
    assert "苗圃对行政人员系数表示保留意见" in answer.answer
    assert "原则通过" not in answer.answer


def test_where_nobody_did_no_one_is_named(school: Assistant) -> None:
    answer = school.ask("校服供应商续签谁不赞成？")
    assert "苗圃" not in answer.answer
    assert "柏松" not in answer.answer


def test_an_allowance_of_a_post_is_no_attendance(school: Assistant) -> None:
    answer = school.ask("班主任补贴涨到多少")
    assert "提高到450元" in answer.answer
    assert "参加" not in answer.answer


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("谁反对停车涨价", True),
        ("有没有人提异议", True),
        ("谁投了反对票", False),
        ("停车涨价谁同意了", False),
        ("为什么不同意停车涨价", False),
    ],
)
def test_only_who_disagreed_is_asked_for_here(text: str, asks: bool) -> None:
    assert asks_who_disagreed(text) is asks


AGAINST = """泽南城投集团总经理办公会议纪要
泽城投纪〔2024〕7号

2024年9月12日，总经理向晚主持召开第7次总经理办公会。总会计师苗圃、总工程师柏松参加会议。现纪要如下：
一、关于收购柳岸石料公司股权
投资部汇报了收购方案，拟以4100万元收购柳岸石料公司35%股权。总会计师苗圃认为标的公司应收账款偏高，不宜按现价收购。
总工程师柏松对储量报告持不同意见，建议重新勘察。会议认为，现有资产盘活不够，不宜再上新项目，不同意按现方案收购。
二、关于学生公寓
今年1月会议确定的“四人间全部独立卫浴”标准调整为“独立卫浴与公共卫浴各占一半”。会议原则同意公寓初步设计方案，总投资8000万元。
三、关于考试保障
县公安局要在6月5日前公布考点周边管制方案，县城管局负责考点周边噪声管控。柳岸供电公司要落实考点双电源保障，6月3日前完成巡检。
四、关于绩效办法
人力部提出将津贴拟由30元提高到50元。会议不同意提高津贴标准，仍按30元执行。
"""


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"泽城投纪〔2024〕7号.txt": AGAINST}
    return library_of(papers, tmp_path_factory.mktemp("group"), today=datetime.date(2024, 12, 1))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("收购柳岸石料公司股权谁不同意", "苗圃认为", "盘活不够", id="who thought it unwise"),
        pytest.param("苗圃反对什么", "不宜按现价收购", "出席", id="what somebody was against"),
        pytest.param("柏松反对什么", "柏松对储量报告持不同意见", "出席", id="kept an opinion"),
        pytest.param("四人间卫浴标准现在怎么定的", "各占一半", "8000万元", id="what sets a standard"),
        pytest.param("考点双电源谁负责", "柳岸供电公司", "县城管局", id="whose duty just that is"),
        pytest.param("津贴提到50元了吗", "仍按30元执行", "找不到", id="a plan that was turned down"),
    ],
)
def test_what_is_told_is_on_just_what_is_asked(group: Assistant, question: str, told: str, untold: str) -> None:
    answer = group.ask(question).answer
    assert told in answer
    assert untold not in answer
