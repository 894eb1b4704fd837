"""Whether wording can answer at all."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.evidence import Source, terms_of
from pipeline.generation.extractive.fitting import (
    Fitting,
    answers,
    fits,
    holds_attribute,
    holds_heart,
    holds_unit,
    is_of_another,
    names_somebody,
)
from pipeline.generation.understanding.question import Question, understand


def asked(text: str) -> Question:
    return understand(text, entries=[], today=datetime.date(2022, 6, 1))


@pytest.mark.parametrize(
    ("question", "wording", "can"),
    [
        ("投资多少", "投资3亿元", True),
        ("投资多少", "要加大投资", False),
        ("投资多少亿元", "建设3个项目", False),
        ("要多少钱", "补助200元", True),
        ("改造多少套", "改造26户", False),
        ("什么时候建成", "6月底建成", True),
        ("什么时候建成", "要尽早建成", False),
        ("组长叫什么名字", "由市委书记任组长", False),
        ("请谁重新测算", "请市交通运输局重新测算", True),
        ("具体有哪些", "包括甲、乙、丙", True),
        ("具体有哪些", "要加强保护", False),
        ("电话是多少", "电话0512-12345678", True),
        ("怎么做", "要加强保护", True),
    ],
)
def test_wording_holds_the_kind_of_thing_that_is_asked(
    sources: list[Source], question: str, wording: str, can: bool
) -> None:
    assert answers(asked(question), wording, sources[0]) == can


@pytest.mark.parametrize(
    ("question", "wording", "can"),
    [
        ("2021年改造多少个", "改造26个", True),  # the document is of 2021
        ("2019年改造多少个", "改造26个", False),
        ("2019年改造多少个", "2019年改造26个", True),
        ("2021年改造多少个", "2020年改造26个", False),
    ],
)
def test_a_year_must_be_that_of_the_wording_or_of_its_document(
    sources: list[Source], question: str, wording: str, can: bool
) -> None:
    terms = terms_of(("2021" if "2021" in question else "2019", "改造"))
    one = Fitting(text=wording, context="", around="", source=sources[0])
    assert fits(asked(question), terms, one) == can


@pytest.mark.parametrize(
    ("text", "wording", "other"),
    [
        ("粮库迁建停了没有", "学校迁建：同意顺延至年底。", True),
        ("粮库迁建停了没有", "粮库迁建：同意顺延至年底。", False),
        ("粮库迁建何时开始", "学校迁建：同意顺延至年底。", False),
    ],
)
def test_what_stopped_is_told_of_no_matter_of_another_name(text: str, wording: str, other: bool) -> None:
    assert is_of_another(asked(text), terms_of(("粮库", "迁建")), wording) is other


def test_the_heart_of_a_topic_must_be_there() -> None:
    core = terms_of(("共享单车投放",))
    assert not holds_heart(asked("共享单车投放多少"), core, "投放资金3亿元")
    assert holds_heart(asked("共享单车投放多少"), core, "投放共享单车3000辆")


@pytest.mark.parametrize(
    ("unit", "wording", "held"),
    [("市水利局", "市水务局牵头", True), ("东林镇", "全市共26个", False), ("某开发区", "高新区", False)],
)
def test_a_unit_of_the_question_must_be_named(unit: str, wording: str, held: bool) -> None:
    assert holds_unit(unit, wording) == held


def test_a_person_is_one_of_the_record_or_stands_beside_a_post(sources: list[Source]) -> None:
    assert names_somebody("周明汇报", sources[0])
    assert names_somebody("旁听陈立群案", sources[0])
    assert not names_somebody("由主要负责同志担任组长", sources[0])


@pytest.mark.parametrize(
    ("question", "wording", "held"),
    [
        ("停车收费的罚款标准是多少", "全长14.6公里", False),
        ("停车收费的罚款标准是多少", "罚款标准为200元", True),
        ("多少个小区改造", "改造26个", True),
        ("怎么收费", "按次收费", True),
    ],
)
def test_what_is_asked_of_the_topic_must_be_spoken_of(question: str, wording: str, held: bool) -> None:
    assert holds_attribute(asked(question), wording) == held
