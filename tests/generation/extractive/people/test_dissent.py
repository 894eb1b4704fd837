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
