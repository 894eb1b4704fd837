from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.bare_decisions import arranges, lays_down, settles
from pipeline.documents.text.clean import fold
from pipeline.generation.decisions.ledger import rows

_HEAD = (
    "某县政府第9次常务会议纪要\n2024年4月18日，县长周明主持召开县政府第9次常务会议。现纪要如下：\n一、研究渡口改造\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "所需资金从预备费中列支。",
        "保费由县财政承担，每人不超过60元。",
        "这笔钱由村集体出。",
        "夜间停车维持原标准。",
        "船票价格保持不变。",
        "旧船照老办法看管。",
        "第3次会议讨论过的租船方案不再采用。",
        "对困难学生，继续全额免收。",
        "6月底前已开工的，仍按每座2万元补助。",
        "不再另设指挥部。",
        "第3次会议议定的票价不再执行。",
        "第3次会议议定的票价即日起停止执行，其间可以先租后售。",
        "临时码头停止使用。",
        "下次会议改到7月9日上午。",
        "开航的日子暂定10月1日。",
        "经费控制在6万元以内。",
        "旧船按先登记、后拆解的次序办理。",
        "今年新增泊位80个。",
        "公示牌由沿江各村在一个月内更换完毕。",
    ],
)
def test_what_holds_from_now_on_is_settled(sentence: str) -> None:
    assert settles(fold(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "目前资金由县财政承担。",
        "截至8月底，渡口维持原状。",
        "县交通局建议开航日期改到10月1日。",
        "原定3月底前改到新址。",
        "该航线客流已不再增长。",
    ],
)
def test_what_was_so_before_or_is_only_said_is_not(sentence: str) -> None:
    assert not settles(fold(sentence))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("会议部署了汛期巡查工作。", True),
        ("会议对防冻保供工作作了部署。", True),
        ("会上把巡渡的事作了安排。", True),
        ("会议对通报内容表示知悉。", True),
        ("会议听取了巡查部署情况的汇报。", False),
        ("县应急局要作好部署。", False),
    ],
)
def test_what_the_meeting_arranged_or_noted(sentence: str, found: bool) -> None:
    assert arranges(fold(sentence)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("试点在三个乡镇开展，期限两年。", True),
        ("李某同志任渡口管理所副所长（试用期一年）。", True),
        ("每船配救生衣20件。", True),
        ("该项目总投资2亿元。", False),
        ("表决：同意9票，不同意1票。", False),
        ("关于渡口改造", False),
        ("各乡镇要在安全上走在前列。", False),
        ("周某认为船票偏高。", False),
        ("县交通局已完成勘察。", False),
    ],
)
def test_what_a_sentence_behind_a_consent_lays_down(sentence: str, found: bool) -> None:
    assert lays_down(fold(sentence)) is found


def test_behind_a_consent_it_has_a_row_and_behind_a_rejection_none() -> None:
    told = "渡口每船配救生衣20件。"
    agreed, refused = (
        [row.text for row in rows("d", parse_text(f"{_HEAD}{verdict}{told}\n二、研究预算\n会议同意。"))]
        for verdict in ("会议同意改造方案。", "会议不同意改造方案。")
    )
    assert told in agreed
    assert told not in refused


def test_what_comes_of_a_matter_lays_nothing_down() -> None:
    assert not lays_down(fold("项目建成后，三个镇将用上自来水。"))
    assert lays_down(fold("项目建成后，由村里自行管护。"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经无记名投票,推荐李明同志为先进个人人选。", True),
        ("会议以票决方式确定王敏同志为水利站站长人选,7票同意。", True),
        ("推荐使用再生砖作为路面材料。", False),
    ],
)
def test_who_is_put_forward_is_decided(text: str, expected: bool) -> None:
    assert arranges(text) is expected
