"""Which rows are tasks, and how they are told in the papers of an office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.exports.tasks import (
    below_words,
    by_unit,
    confirmed_words,
    deadline_words,
    heading_words,
    is_task,
    source_words,
    stamp_words,
    task_words,
    tasks_among,
    units_words,
)
from tests.generation.exports.opened import NAMED, SIGNED, signed_row
from tests.generation.papers import minutes, report

ROWS = rows("d1", minutes())
SURVEY = ROWS[0]


def test_a_verdict_alone_and_a_measure_that_is_done_are_no_tasks() -> None:
    assert tasks_among(ROWS) == [row for row in ROWS if row.point is not None]
    assert [row.point for row in rows("d2", report()) if is_task(row)] == ["3"]


def test_a_next_step_that_only_the_verdict_bears_is_a_task() -> None:
    verdict = next(row for row in ROWS if row.row == "d1:一:verdict")
    assert tasks_among([verdict]) == [verdict]
    charged = replace(verdict, lead_generic=("相关部门",))
    assert charged in tasks_among([*ROWS, charged])


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({}, "6月底前\n（2021.06.30）", id="a day"),
        pytest.param({"deadline_date": None}, "6月底前", id="no day"),
        pytest.param({"deadline_date": "--06-30"}, "6月底前\n（06.30）", id="no year"),
        pytest.param({"deadline_text": None, "deadline_date": None}, "未载明", id="none"),
    ],
)
def test_a_deadline_keeps_its_wording(changed: dict[str, None], said: str) -> None:
    assert deadline_words(replace(SURVEY, **changed)) == said  # type: ignore[arg-type]


def test_where_a_task_stands() -> None:
    assert source_words(SURVEY) == "临政纪〔2021〕6号第一项第1条"
    assert source_words(SURVEY, only=True) == "第一项第1条"
    assert source_words(replace(SURVEY, item=None, point=None), only=True) == "临政纪〔2021〕6号"
    assert heading_words(SURVEY) == "一、《临川市停车管理办法》（原则通过）"
    assert stamp_words(SURVEY).startswith("临政纪〔2021〕6号，市政府第12次常务会议")
    assert units_words(("市公\n安局", "市城管局")) == "市公安局、市城管局"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "加快泊位普查\n对全市1200个泊位逐一登记，按月汇总上报。\n责任单位：市城管局\n配合单位：市公安局\n完成时限：6月底前",
            "加快泊位普查：对全市1200个泊位逐一登记，按月汇总上报。",
        ),
        ("完成泊位普查。\n责任单位：市住建局", "完成泊位普查。责任单位：市住建局"),
        ("完成泊位普查。\n责任人：周明", "完成泊位普查。责任人：周明"),
        ("责任单位：市城管局", "责任单位：市城管局"),
    ],
    ids=["other columns hold it", "no column holds it", "a person", "nothing else"],
)
def test_what_other_columns_hold_is_not_repeated(text: str, said: str) -> None:
    row = replace(SURVEY, text=text, lead_units=("市城管局",), support_units=("市公安局",), deadline_text="6月底前")
    assert task_words(row) == said


def test_what_a_person_signed_and_what_is_named_stand_below_the_wording() -> None:
    assert (confirmed_words(SURVEY), below_words(SURVEY)) == ("", "")
    assert confirmed_words(signed_row(SURVEY)) == f"已签认：{SIGNED}"
    assert below_words(signed_row(SURVEY)) == f"\n（另见：{NAMED}）\n（已签认：{SIGNED}）"


def _led(unit: str, *, date: str, document_id: str = "d1") -> LedgerRow:
    return replace(SURVEY, lead_units=(unit,), date=date, document_id=document_id)


def test_a_unit_that_changed_its_name_is_one() -> None:
    early, late = _led("市水利局", date="2017-05-24"), _led("市水务局", date="2020-03-07")
    [found] = by_unit([late, early], {"d1": minutes()})
    assert (found.unit, found.others, found.rows) == ("市水务局", ("市水利局",), (early, late))


def test_units_of_two_bodies_are_two() -> None:
    documents = {"d1": replace(minutes(), issuing_body="临川市人民政府"), "d2": replace(minutes(), issuing_body="某县")}
    found = by_unit([_led("财政局", date="2020"), _led("财政局", date="2020", document_id="d2")], documents)
    assert [(one.unit, one.body) for one in found] == [("财政局", "临川市人民政府"), ("财政局", "某县")]


def test_a_task_of_two_leaders_goes_to_both() -> None:
    both = replace(SURVEY, lead_units=("市城管局", "市公安局"))
    assert [one.unit for one in by_unit([both], {})] == ["市城管局", "市公安局"]
