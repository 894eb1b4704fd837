"""What is put off is not decided."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.undecided import undecided_problems
from pipeline.generation.checking.reading.source import Source

PUT_OFF = "会议讨论了码头搬迁的问题,因用地尚未落实,待规划调整后再行研究。"


@pytest.mark.parametrize(
    "said",
    [
        "会议讨论后决定搬迁码头",
        "码头搬迁的问题已经敲定",
        "会议确定实施码头搬迁,请各单位于下次会议前报方案",
    ],
)
def test_what_is_put_off_is_not_decided(said: str) -> None:
    assert [problem.kind for problem in undecided_problems(said, Source(PUT_OFF, ""))] == ["verdict"]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("会议决定码头搬迁待规划调整后再研究", PUT_OFF),
        ("码头搬迁的问题没有确定下来", PUT_OFF),
        ("会议讨论了码头搬迁的问题", PUT_OFF),
        ("会议决定暂缓搬迁码头", PUT_OFF),
        ("会议决定维修一号泊位", f"会议同意维修一号泊位。{PUT_OFF}"),
    ],
)
def test_what_says_so_or_speaks_of_another_matter_holds(said: str, source: str) -> None:
    assert list(undecided_problems(said, Source(source, ""))) == []


def test_what_was_only_heard_is_not_settled() -> None:
    source = Source("剩下3件都是宅基地纠纷。今天只听,没有定别的。", "")
    assert [problem.text for problem in undecided_problems("剩下3件会上也敲定了怎么处理", source)] == ["敲定"]
