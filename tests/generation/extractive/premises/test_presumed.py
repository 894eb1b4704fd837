"""What a question takes for decided is answered by the verdict that turned it down; nothing else is."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import Settings
from pipeline.generation.extractive.premises.presumed import asks_duty_only
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.hospitals import hospital_in
from tests.generation.extractive.markets import markets_in


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


HEARD = """芦溪区房管局局长办公会议纪要
芦房纪〔2023〕3号

2023年7月4日，局长言若谷主持召开局长办公会议。会议议定：
一、关于廉租住房配租和租金收缴情况
会议听取了保障科的汇报。今年以来新配租廉租住房126套，租金收缴率91.4%。本事项只听取情况，不作决定；退出办法待区里新规定出台后另行研究。
二、关于临街商铺涨租
会议不同意商铺涨租方案，租金仍按每月每平方米30元执行。
"""


def test_what_was_done_so_far_is_told_though_something_else_was_put_off(tmp_path: Path) -> None:
    (tmp_path / "芦溪区房管局局长办公会议纪要.txt").write_text(HEARD, encoding="utf-8")
    assistant = Assistant(Settings(home=tmp_path / "home", today=datetime.date(2023, 12, 1)))
    assistant.ingest([tmp_path / "芦溪区房管局局长办公会议纪要.txt"])
    answer = assistant.ask("芦溪区廉租住房新配租了多少套？").answer
    assert "126套" in answer
    assert not answer.startswith("与记载不符")
    assert assistant.ask("芦溪区临街商铺涨租以后每平方米多收了多少钱？").answer.startswith("与记载不符")


def test_a_sentence_on_just_what_is_named_goes_before_a_verdict_beside_it(tmp_path: Path) -> None:
    answer = hospital_in(tmp_path).ask("后院那个旧水池填平了以后，院长办公会定了怎么弄？").answer
    assert "4个分类箱" in answer
    assert "与记载不符" not in answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("夜市抽签选位由谁负责？", "县城管局负责", id="a duty beside what was put off"),
        pytest.param("城南站到柳树坪的公交最迟什么时候得开起来", "6月1日前", id="the rest of a list was put off"),
    ],
)
def test_what_is_right_is_not_said_to_be_wrong(tmp_path: Path, text: str, told: str) -> None:
    answer = markets_in(tmp_path).ask(text).answer
    assert told in answer
    assert "与记载不符" not in answer


def test_a_ruling_that_states_what_is_asked_contradicts_nobody(rulings: Assistant) -> None:
    answer = rulings.ask("加装电梯补多少钱").answer
    assert "每台补助18万元" in answer
    assert "与记载不符" not in answer


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("收费调整由谁牵头？", True),
        ("收费涨到5元以后由谁牵头？", False),
        ("收费批了以后由谁负责？", False),
        ("收费多少？", False),
    ],
)
def test_who_leads_claims_nothing_by_itself(question: str, alone: bool) -> None:
    assert asks_duty_only(understand(question, entries=[], history=[], today=datetime.date(2031, 1, 1))) is alone
