"""A figure that was only proposed, a date that was put off, and who left a post do not answer what holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from pipeline.generation.extractive.reading.settled import asks_outcome, only_proposes, settled
from pipeline.minutes import Span

NOWHERE = Span(0, 99)


@dataclass(frozen=True)
class Sentence:
    """A sentence that came into question, as far as the choice looks at it."""

    text: str
    likely: float
    can: bool = True
    span: Span = NOWHERE


PROPOSED = "市发改委：建议充电服务费最高限价每千瓦时0.45元。"
FIXED = "充电服务费最高限价定为每千瓦时0.35元，暂不采用0.45元的意见；"
OLD = "会议决定由某同志包抓，保证市里9月底通车的节点。"
NEW = "原定9月底通车目标调整为12月20日通车，不得再拖。"
LEFT = "免去张三临川第二小学校长职务（到龄）；"
CAME = "李四任临川第二小学校长，免去其实验小学副校长职务；"
ASKED = "临川报来的预算为800万元，县财政局申请预算追加120万元。"
OTHER = "会议同意追加防汛经费60万元。"
RESERVED = "总会计师对书库追加480万元持保留意见。"
HALVED = "会议决定书库追加先按半数安排，即240万元。"


@pytest.mark.parametrize(
    ("question", "first", "second", "answers"),
    [
        ("充电服务费最高限价是多少", PROPOSED, FIXED, FIXED),
        ("发改委建议充电服务费最高限价多少", PROPOSED, FIXED, PROPOSED),
        ("大桥现在什么时候通车", OLD, NEW, NEW),
        ("大桥原定什么时候通车", OLD, NEW, OLD),
        ("二小的新校长是谁", LEFT, CAME, CAME),
        ("二小的新校长是谁", CAME, LEFT, CAME),
        ("预算追加多少", ASKED, OTHER, ASKED),
        ("书库追加先安排多少", RESERVED, HALVED, HALVED),
        ("谁对书库追加有保留意见", RESERVED, HALVED, RESERVED),
    ],
    ids=[
        "proposed",
        "the proposal is asked",
        "put off",
        "the former is asked",
        "left",
        "came",
        "of another matter",
        "reserved",
        "who",
    ],
)
def test_what_holds_answers(question: str, first: str, second: str, answers: str) -> None:
    found = [Sentence(first, 0.9), Sentence(second, 0.5)]
    assert settled(question, found[0], found).text == answers  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [Sentence(FIXED, 0.2), Sentence(FIXED, 0.5, can=False)], ids=["unlikely", "cannot"])
def test_what_hardly_answers_settles_nothing(other: Sentence) -> None:
    best = Sentence(PROPOSED, 0.9)
    assert settled("充电服务费最高限价是多少", best, [best, other]).text == PROPOSED  # type: ignore[arg-type, list-item]


RAISE = "市城管局提出将摊位费由每月300元提高到450元，市商务局认为摊主难以承受。"
KEPT = "会议不同意提高摊位费，2023年仍按每月300元执行。"
SAID = "乐小舟汇报：摊位漏雨的有18个，已修12个。"
MUST = "会议要求，余下6个先停用、后修缮。"
TASK = "（1）摊位费收缴情况每月报送一次。"


@pytest.mark.parametrize(
    ("question", "ruling", "gap", "answers"),
    [
        ("现在每月收多少钱？", Sentence(KEPT, 0.4), 0, KEPT),
        ("会上最后给了个什么说法", Sentence(KEPT, 0.1), 0, KEPT),
        ("我想摆摊，每月摊位费多少钱？", Sentence(KEPT, 0.4), 0, KEPT),
        ("摊位费涨了吗，要交多少？", Sentence(KEPT, 0.1), 1, KEPT),
        ("城管局想涨摊位费，会上怎么说的？", Sentence(KEPT, 0.1), 0, KEPT),
        ("摊位费批没批？", Sentence(KEPT, 0.1), 0, KEPT),
        ("每月收多少钱？", Sentence(KEPT, 0.1), 0, RAISE),
        ("城管局提出涨到多少？", Sentence(KEPT, 0.4), 0, RAISE),
        ("现在每月收多少钱？", Sentence(KEPT, 0.4), 40, RAISE),
        ("现在每月收多少钱？", Sentence(TASK, 0.4), 0, RAISE),
    ],
    ids=[
        "amount",
        "which answer",
        "a wish before",
        "whether",
        "how",
        "批没批",
        "hardly likely",
        "the proposal asked",
        "far",
        "a task",
    ],
)
def test_the_ruling_behind_a_proposal_answers(question: str, ruling: Sentence, gap: int, answers: str) -> None:
    best = Sentence(RAISE, 0.9, span=Span(0, len(RAISE)))
    behind = replace(ruling, span=Span(len(RAISE) + gap, len(RAISE) + gap + len(ruling.text)))
    assert settled(question, best, [best, behind]).text == answers  # type: ignore[arg-type, list-item]


def test_what_was_reported_is_no_requirement() -> None:
    found = [Sentence(SAID, 0.5, span=Span(0, 20)), Sentence(MUST, 0.3, span=Span(20, 40))]
    best = settled("对漏雨的摊位提出了什么要求", found[0], found)  # type: ignore[arg-type]
    assert best.text == MUST


@pytest.mark.parametrize(
    ("question", "asked"),
    [("摊位费涨了吗", True), ("摊位费怎么处理的", True), ("谁提出涨摊位费的", False), ("摊位费多少钱", False)],
)
def test_how_it_was_decided_is_asked(question: str, asked: bool) -> None:
    assert asks_outcome(question) is asked


@pytest.mark.parametrize(
    ("said", "proposes"),
    [
        (RAISE, True),
        (SAID, True),
        (KEPT, False),
        (MUST, False),
        ("甲中心提请审议将旧粮库出租给乙公司", True),
        ("由甲局修改后再次提请会议审议", False),
    ],
)
def test_what_is_put_before_a_meeting_rules_nothing(said: str, proposes: bool) -> None:
    assert only_proposes(said) is proposes
