"""What a question states is held against the whole item: its figure, and what was turned down beside."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.premises.claimed import BARE_SUM, FORMER, held_against
from pipeline.generation.extractive.reading.candidates import Candidate
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.hospitals import hospital_in


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return hospital_in(tmp_path_factory.mktemp("hospital"))


def test_another_figure_of_the_item_is_told(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意花69.5万元换锅炉，9月底前装好，对吗？").answer
    assert answer.startswith("与记载不符")
    assert "96.5万元" in answer


def test_a_count_that_stands_there_counted_otherwise_contradicts_nothing(hospital: Assistant) -> None:
    assert "与记载不符" not in hospital.ask("院长办公会同意花96.5块换的是哪种锅炉？").answer


def test_a_figure_that_stands_there_contradicts_nothing(hospital: Assistant) -> None:
    assert "与记载不符" not in hospital.ask("院长办公会同意花96.5万元换锅炉，9月底前装好，对吗？").answer


def test_what_was_turned_down_beside_is_told_too(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意住院部和门诊部食堂都延到20:00，6月1日起，对吗？").answer
    assert "会议不同意门诊部食堂延时" in answer


def test_nothing_is_told_beside_what_was_agreed_to(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意住院部食堂供餐延到20:00，6月1日起，对吗？").answer
    assert "20:00" in answer
    assert "18:30" not in answer


@pytest.mark.parametrize(
    ("claim", "likely", "apart", "held"),
    [
        pytest.param(True, 0.2, 3.0, True, id="the nearest of one item"),
        pytest.param(False, 0.2, 3.0, False, id="nothing is stated"),
        pytest.param(True, 0.1, 3.0, False, id="too far"),
        pytest.param(True, 0.2, 1.2, False, id="two items as near"),
    ],
)
def test_a_statement_is_held_against_what_comes_nearest(
    hospital: Assistant, claim: bool, likely: float, apart: float, held: bool
) -> None:
    text = "院长办公会同意换锅炉，对吗？" if claim else "院长办公会为什么换锅炉？"
    question = understand(text, entries=hospital.entries(), today=datetime.date(2024, 12, 31))
    entry = hospital.entries()[0]
    source = Source(entry, hospital.catalogue.document(entry.document_id))
    item = source.document.items[0]
    best = Candidate(source, item, item.span, "", likely, can=True)
    assert held_against(question, best, apart) is held


@pytest.mark.parametrize(
    ("said", "sum_said"),
    [
        ("最高能贷100万，细则几号出", "最高能贷100万元，细则几号出"),
        ("工资涨到3500块，从几月起", "工资涨到3500元，从几月起"),
        ("每户补900块钱", "每户补900元"),
        ("投资1.2亿的桥", "投资1.2亿元的桥"),
        ("来了100万人", "来了100万人"),
        ("腾出3块地", "腾出3块地"),
    ],
)
def test_a_sum_is_one_without_its_yuan(said: str, sum_said: str) -> None:
    assert BARE_SUM.sub(r"\g<scale>元", said) == sum_said


@pytest.mark.parametrize(
    ("told", "former"),
    [
        ("由60万元提高至80万元", ["由60万元"]),
        ("由每人每月2800元调整为3200元", ["由每人每月2800元"]),
        ("从专项经费列支80万元", []),
        ("80万元由财政承担", []),
    ],
)
def test_what_a_sum_was_is_not_what_it_is(told: str, former: list[str]) -> None:
    assert FORMER.findall(told) == former
