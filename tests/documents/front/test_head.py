from __future__ import annotations

import pytest

from pipeline.documents.front.head import foot_start, head_length, read_facts
from tests.documents.paper import blocks, paper

TOP = (
    "某市人民政府\n常务会议纪要\n某政纪〔2017〕4号\n市政府第4次常务会议纪要\n5月24日，杜明市长主持召"
    "开市政府第4次常务会议，现纪要如下：\n一、讨论《甲》"
)


def test_head_ends_with_the_lead() -> None:
    assert head_length(blocks(TOP)) == 5


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("标题\n3月7日，市长李明主持召开会议，研究工作。\n会议议定以下意见：\n会议指出，要抓好。", 3),
        ("标题\n时间：3月7日\n主持：李明\n一、审议《甲》", 3),
        ("根据统一部署，巡察组于某年对我局开展了巡察，现将整改情况公布如下。\n一、组织领导", 1),
        ("我市举办樱花节\n昨日，樱花节在公园开幕。", 1),
        ("", 0),
    ],
)
def test_head_length(text: str, length: int) -> None:
    assert head_length(blocks(text)) == length


def test_facts_of_the_head() -> None:
    found = blocks(TOP)
    facts = read_facts(paper(TOP), found[:5], [], is_meeting=True)
    assert facts.title == "市政府第4次常务会议纪要"
    assert facts.document_number == "某政纪〔2017〕4号"
    assert facts.issuing_body == "某市人民政府"
    assert all(TOP[span.start : span.end] for span in facts.spans.values())


@pytest.mark.parametrize(
    ("text", "body", "issued"),
    [
        ("正文。\n中共某市委员会\n2024年3月15日", "中共某市委员会", "2024-03-15"),
        ("正文。\n抄送：各单位\n某县委办公室　　2021年9月30日印发", "某县委办公室", "2021-09-30"),
        ("正文。\n签发：李明\n某县中医院院长办公室\n2024-03-15", "某县中医院院长办公室", "2024-03-15"),
        ("正文。\n送：各社区\n某街道党政办公室　　2024年1月10日", "某街道党政办公室", "2024-01-10"),
        ("正文。\n特此决议。\n某某股份有限公司董事会\n2022年4月18日", "某某股份有限公司董事会", "2022-04-18"),
    ],
)
def test_foot(text: str, body: str, issued: str) -> None:
    found = blocks(text)
    start = foot_start(found)
    assert start == 1
    facts = read_facts(paper(text), found[:1], found[start:], is_meeting=False)
    assert (facts.issuing_body, facts.issued_date) == (body, issued)


def test_a_ruled_line_opens_the_foot() -> None:
    assert foot_start(blocks("正文。\n━━━━━━━━━━\n报：县委、县政府领导。\n发：各成员单位。")) == 1
    assert foot_start(blocks("正文。\n━━━━━━━━━━\n会议同意。")) == 3


def test_no_foot() -> None:
    assert foot_start(blocks("一、审议《甲》\n会议同意。")) == 2


def test_a_body_that_opens_the_title() -> None:
    text = "某里社区居民议事会会议纪要\n时间：6月8日"
    assert read_facts(paper(text), blocks(text), [], is_meeting=True).issuing_body == "某里社区居民议事会"
