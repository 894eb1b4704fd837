"""What a question takes for decided is answered by the verdict that turned it down; nothing else is."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("榉川县水价涨到2.9元，哪天开始执行？", ("不同意", "2.2元"), id="a price stays as it was"),
        pytest.param(
            "榉川居民用水涨价以后每吨多收多少钱？", ("不同意", "重新开展成本监审"), id="with what was ordered"
        ),
        pytest.param("榉川县旧校舍转让给县茶果公司卖了多少钱？", ("不同意", "公开挂牌"), id="one of two verdicts"),
        pytest.param("榉川县体育馆冠名权卖给谁了？", ("不同意",), id="sold to whom"),
        pytest.param("榉川县体育馆 冠名权转让 何时签约", ("不同意",), id="key words"),
        pytest.param("第14次常务会议通过夜市经营管理办法后由谁印发？", ("暂缓",), id="the meeting that is named"),
        pytest.param(
            "县医院迁建床位增到800张，调度会同意后资金怎么解决？", ("600张", "不采纳"), id="a block of a long item"
        ),
    ],
)
def test_what_was_turned_down_is_told(put_off: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = put_off.ask(question)
    assert not answer.refused
    assert answer.answer.startswith("与记载不符")
    assert all(word in answer.answer for word in words)
    assert all(statement.check == "verified" for statement in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("榉川县夜市经营管理办法什么时候开始施行？", id="passed by a later meeting"),
        pytest.param("榉川县游泳馆冠名权卖给谁了？", id="another hall"),
        pytest.param("榉川县公共自行车什么时候开始运营？", id="what was agreed to"),
        pytest.param("榉川县天然气涨价以后每方多少钱？", id="another price"),
        pytest.param("榉川县水价拟调整到多少？", id="asks of the proposal"),
        pytest.param("榉川县夜市办法由谁修改？", id="asks what was ordered instead"),
        pytest.param("粮库扩建什么时候交付使用？", id="another block"),
    ],
)
def test_what_was_not_turned_down_is_not(put_off: Assistant, question: str) -> None:
    assert not put_off.ask(question).answer.startswith("与记载不符")
