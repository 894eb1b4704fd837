"""Negation and hedges: what is dropped and what is added."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.modifiers import added, dropped, modifiers


@pytest.mark.parametrize(
    "text", ["不断完善,不仅要,不少于,不超过,不足", "未来发展", "非常重要", "无锡市", "没收"], ids=lambda text: text[:2]
)
def test_what_only_looks_like_a_negation(text: str) -> None:
    assert [entry.text for entry in modifiers(text) if entry.text != "没"] == []


@pytest.mark.parametrize(
    ("statement", "source", "lost"),
    [
        ("强调盈利", "不应过分强调盈利", "不应"),
        ("6月下旬对园区开展调研", "拟于6月下旬对园区开展调研", "拟"),
        ("年底前建成平台", "争取年底前建成平台", "争取"),
        ("支持力度减", "支持力度不减", "不"),
        ("建立分担机制", "探索建立分担机制", "探索"),
        ("对城区停车收费", "建议对城区停车收费", "建议"),
        ("企业安装在线监测", "部分企业安装在线监测", "部分"),
        ("企业由县委办督办", "重点企业由县委办督办", "重点"),
        ("由园区公司缓收", "可由园区公司缓收", "可"),
    ],
)
def test_a_dropped_modifier(statement: str, source: str, lost: str) -> None:
    assert [modifier.text for modifier in dropped(statement, source)] == [lost]
    assert dropped(source, source) == []


@pytest.mark.parametrize(
    ("statement", "source"),
    [("计划于6月下旬开展调研", "拟于6月下旬开展调研"), ("力争年底前建成", "争取年底前建成"), ("不得停车", "不准停车")],
)
def test_another_word_of_the_same_kind_keeps_it(statement: str, source: str) -> None:
    assert dropped(statement, source) == []
    assert added(statement, source) == []


def test_words_that_also_stand_bare_are_not_dropped() -> None:
    assert dropped("开展调研", "拟于六月开展调研。七月再次开展调研") == []


def test_an_added_modifier() -> None:
    assert [modifier.text for modifier in added("不强调盈利", "强调盈利")] == ["不"]


def test_an_object_before_its_verb_is_no_plan() -> None:
    plan = "收费每辆3元,拟将收费由每辆3元提高到8元"
    assert [modifier.text for modifier in dropped("公司将收费由每辆3元提高到8元", plan)] == ["拟"]
    assert dropped("公司计划将收费由每辆3元提高到8元", plan) == []


def test_as_a_rule_in_other_words() -> None:
    assert dropped("发言一般不超过5分钟", "发言原则上不超过5分钟") == []
    assert [modifier.text for modifier in dropped("发言不超过5分钟", "发言原则上不超过5分钟")] == ["原则上"]


@pytest.mark.parametrize(
    ("statement", "source", "words"),
    [
        ("申请没有放行", "会议不同意该申请", []),
        ("方案没有敲定", "本次会议不作决定", []),
        ("申请没有放行", "会议同意该申请", ["没有"]),
        ("某案不赔", "某案不予赔付", []),
        ("要不要扩建由会后再定", "是否扩建会后再定", []),
        ("总负责人不再由甲担任", "总负责人由甲调整为乙", []),
        ("总负责人不再由甲担任", "总负责人由甲担任", ["不"]),
    ],
)
def test_a_denial_in_other_words(statement: str, source: str, words: list[str]) -> None:
    assert [modifier.text for modifier in added(statement, source)] == words


def test_what_is_wanted_is_still_to_come() -> None:
    assert dropped("县林业局想打包出让林场经营权", "县林业局拟打包出让林场经营权") == []
    assert dropped("县林业局打包出让林场经营权", "县林业局拟打包出让林场经营权") != []
