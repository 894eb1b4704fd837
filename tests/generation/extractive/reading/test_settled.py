"""A figure that was only proposed, a date that was put off, and who left a post do not answer what holds."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.extractive.reading.settled import settled


@dataclass(frozen=True)
class Sentence:
    """A sentence that came into question, as far as the choice looks at it."""

    text: str
    likely: float
    can: bool = True


PROPOSED = "市发改委：建议充电服务费最高限价每千瓦时0.45元。"
FIXED = "充电服务费最高限价定为每千瓦时0.35元，暂不采用0.45元的意见；"
OLD = "会议决定由某同志包抓，保证市里9月底通车的节点。"
NEW = "原定9月底通车目标调整为12月20日通车，不得再拖。"
LEFT = "免去张三临川第二小学校长职务（到龄）；"
CAME = "李四任临川第二小学校长，免去其实验小学副校长职务；"
ASKED = "临川报来的预算为800万元，县财政局申请预算追加120万元。"
OTHER = "会议同意追加防汛经费60万元。"


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
    ],
    ids=["proposed", "the proposal is asked", "put off", "the former is asked", "left", "came", "of another matter"],
)
def test_what_holds_answers(question: str, first: str, second: str, answers: str) -> None:
    found = [Sentence(first, 0.9), Sentence(second, 0.5)]
    assert settled(question, found[0], found).text == answers  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [Sentence(FIXED, 0.2), Sentence(FIXED, 0.5, can=False)], ids=["unlikely", "cannot"])
def test_what_hardly_answers_settles_nothing(other: Sentence) -> None:
    best = Sentence(PROPOSED, 0.9)
    assert settled("充电服务费最高限价是多少", best, [best, other]).text == PROPOSED  # type: ignore[arg-type, list-item]
