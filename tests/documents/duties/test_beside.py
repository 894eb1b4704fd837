"""Who speaks has no duty; who is of a class helps the one that leads."""

import pytest

from pipeline.documents.duties.beside import Duty, helping, without_speakers


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("由县水利局牵头,各乡镇落实", "support"),
        ("由县水利局牵头,各乡镇要落实", "obliged"),
        ("由县水利局负责,各乡镇落实", "obliged"),
        ("由县水利局牵头,县财政局落实", "obliged"),
    ],
    ids=["of a class", "bidden itself", "nobody leads", "a unit by name"],
)
def test_every_one_of_a_class_helps_where_another_leads(text: str, part: str) -> None:
    comma = text.index(",") + 1
    end = comma + (3 if text.startswith("各乡镇", comma) else 4)
    duties = [Duty((1, 5), "lead", 0), Duty((comma, end), "obliged", comma)]
    assert [one.part for one in helping(text, duties)] == ["lead", part]


def test_who_speaks_has_no_duty() -> None:
    text = "县财政局建议缓办"
    assert without_speakers(text, [Duty((0, 4), "obliged", 0)]) == []
    text = "县财政局抓紧办理"
    assert len(without_speakers(text, [Duty((0, 4), "obliged", 0)])) == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("江北公司要完成改造,县住建局负责协调占道", "obliged"),
        ("江北公司要完成改造,由县住建局负责协调", "support"),
    ],
    ids=["has a thing of its own to see to", "steers the whole"],
)
def test_who_sees_to_a_thing_of_its_own_makes_nobody_its_helper(text: str, part: str) -> None:
    at = text.index("县住建局")
    clause = text.index(",") + 1
    duties = [Duty((0, 4), "obliged", 0), Duty((at, at + 4), "lead", clause)]
    assert [one.part for one in helping(text, duties)] == [part, "lead"]


def test_who_is_bidden_behind_one_that_sees_to_a_thing_has_his_own_task() -> None:
    text = "县住建局负责协调占道,江北公司要完成改造"
    duties = [Duty((0, 4), "lead", 0), Duty((11, 15), "obliged", 11)]
    assert [one.part for one in helping(text, duties)] == ["lead", "obliged"]
