"""A verdict is a sentence of its own: who decides stands before it."""

from __future__ import annotations

import pytest

from pipeline.generation.summary.phrased import verdict_words
from pipeline.minutes import Item, Outcome


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("原则同意", "会议原则同意"),
        ("会议原则通过该方案", "会议原则通过该方案"),
        ("待市财政局核实后再行研究", "会议议定，待市财政局核实后再行研究"),
        ("**暂缓", "会议暂缓"),
        ("全体董事一致同意", "全体董事一致同意"),
        ("但方案本身暂缓上会", "会议议定，方案本身暂缓上会"),
        ("鉴于汛期将至，会议决定暂缓办理", "鉴于汛期将至，会议决定暂缓办理"),
        ("本项只听取汇报，不作议决", "本项只听取汇报，不作议决"),
        ("會議原則通過該細則", "會議原則通過該細則"),
    ],
)
def test_a_verdict_is_a_sentence_of_its_own(outcome: str, said: str) -> None:
    item = Item(label="1", number=1, title="关于旧城改造的请示", start=0, end=1)
    assert verdict_words(item, Outcome(class_="deferred", text=outcome, start=0, end=1)) == said


def test_a_title_that_holds_the_verdict_does_not_swallow_it() -> None:
    said = verdict_words(
        Item(label="三", number=3, title="暂缓审议《共享单车管理规定》", start=0, end=1),
        Outcome(class_="deferred", text="暂缓审议《共享单车管理规定》", start=0, end=1),
    )
    assert said == "会议暂缓审议《共享单车管理规定》"
