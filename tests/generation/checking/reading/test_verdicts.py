"""Verdicts, each in its own degree."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.verdicts import degrees_of, governed_titles, unclear_passages, verdicts


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("二、再次审议《甲办法》", []),
        ("提请下次会议再次审议", ["再议"]),
        ("会议原则通过上述文件", ["原则通过"]),
        ("会议原则上通过上述文件", ["原则通过"]),
        ("原则同意这个汇报", ["原则同意"]),
        ("会议审议通过了《甲》", ["通过"]),
        ("会议通过了该方案", ["通过"]),
        ("会议同意该方案", ["同意"]),
        ("会议不同意该方案", ["不同意"]),
        ("表决未通过", ["未通过"]),
        ("会议批准该方案", ["批准"]),
        ("报市委批准后实施", ["待批准"]),
        ("经常务会议审议通过后推行", ["待通过"]),
        ("暂缓实施,下次会议再议", ["暂缓", "再议"]),
        ("通过建立机制,提高效率", []),
        ("听取《关于同意甲的汇报》", []),
    ],
)
def test_degrees(text: str, degrees: list[str]) -> None:
    assert [degree for degree, _ in verdicts(text)] == degrees


def test_a_passage_that_may_be_either_is_given_with_its_surroundings() -> None:
    assert unclear_passages("该项目通过专家评审") == ["目通过专家"]
    assert unclear_passages("通过建立机制") == []
    assert unclear_passages("会议原则通过该办法") == []


def test_a_title_has_the_verdict_before_it_else_the_one_after() -> None:
    assert governed_titles("《甲》未通过。同意《乙》") == [("甲", "未通过"), ("乙", "同意")]
    assert governed_titles("讨论《甲》") == []


def test_a_title_without_a_verdict_of_its_own_has_that_of_its_place() -> None:
    assert degrees_of("同意《甲》。不同意《乙》。", "乙") == {"不同意"}
    assert degrees_of("讨论《甲》。会议原则同意。", "甲") == {"原则同意"}
