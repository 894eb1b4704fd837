"""What an answer tells is held apart: what is new in it, its clauses, whom it names, whether it corrects."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.slots.telling import pairs_of
from tests.generation.extractive.slots.meeting import telling

BUS = "会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。"
VIEW = "副县长汤若溪认为票价应当从低，对分段计价保留意见。"
MANY = "多数单位不赞成延长运营时间。"
PLAN = "县民政局负责制定搬迁方案，县卫生健康局配合。"


def test_what_the_question_says_is_nothing_new(county: Assistant) -> None:
    one = telling(county, "夜间巴士收费由谁补充测算", BUS)
    assert "夜间巴士" in one.told and "夜间巴士" not in one.rest and "交通运输局" in one.rest


def test_it_knows_its_item_and_its_clauses(county: Assistant) -> None:
    one = telling(county, "苇原县政府第19次常务会议 巴士 收费", BUS)
    assert one.titles == "关于夜间巴士收费" and "汤若溪" in one.around
    assert len(one.clauses) == 3 and len(one.sentences) == 1
    assert "19" not in one.unnamed and one.parts[-2:] == ("巴士", "收费")


@pytest.mark.parametrize(
    ("said", "somebody", "office"), [(VIEW, True, False), (MANY, False, False), (PLAN, False, True)]
)
def test_some_of_many_are_nobody(county: Assistant, said: str, somebody: bool, office: bool) -> None:
    one = telling(county, "这是谁", said)
    assert (one.names_somebody, one.names_office) == (somebody, office)


def test_it_corrects_by_its_preface_and_turns_down_by_its_words(county: Assistant) -> None:
    assert telling(county, "谁配合", PLAN, preface="与记载不符，原文为：").corrects
    one = telling(county, "收费吗", BUS)
    assert one.turns_down and not one.corrects and not telling(county, "谁配合", PLAN).turns_down


def test_pairs() -> None:
    assert pairs_of("春季a入住") == {"春季", "入住"}
