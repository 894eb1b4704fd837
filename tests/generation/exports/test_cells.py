"""A row of the ledger as cells of text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports.cells import (
    item_verdict_words,
    ledger_csv,
    ledger_table,
    links_words,
    safe_cell,
    verdict_words,
)
from tests.generation.exports.opened import NAMED, SAME, SIGNED, signed_row
from tests.generation.papers import minutes, report


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+86", "'+86", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab before"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("1=1", "1=1", id="harmless"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_cell_is_never_a_formula(value: str, cell: str) -> None:
    assert safe_cell(value) == cell


def test_csv_has_a_row_per_decision_and_reads_back() -> None:
    found = rows("d1", minutes())
    named = list(csv.DictReader(io.StringIO(ledger_csv(found))))
    assert [line["行号"] for line in named] == [row.row for row in found]
    assert (named[0]["结论"], named[0]["牵头单位"], named[0]["时限日期"]) == ("", "市城管局", "2021-06-30")
    assert (named[0]["本项结论"], named[0]["本项结论原文"]) == ("原则通过", "会议原则通过上述文件")
    assert (named[3]["结论"], named[3]["本项结论"]) == ("原则通过", "原则通过")
    assert (named[6]["结论"], named[6]["本项结论"], named[6]["时限"]) == ("", "", "")
    assert not ledger_csv(found).startswith("\ufeff")


def test_csv_disarms_formulas_of_the_text() -> None:
    hostile = replace(rows("d1", minutes())[0], text="=cmd|' /C calc'!A0", lead_units=("@a",))
    [line] = csv.DictReader(io.StringIO(ledger_csv([hostile])))
    assert line["内容"].startswith("'=")
    assert line["牵头单位"] == "'@a"


def test_table_says_what_is_not_stated_and_counts() -> None:
    shown = ledger_table(rows("d2", report()))
    assert "未载明" in shown
    assert shown.endswith("共 3 条。\n")
    assert ledger_table([]) == "没有符合条件的决定。\n"


def test_a_confirmed_cell_is_marked() -> None:
    [line] = csv.DictReader(io.StringIO(ledger_csv([signed_row(rows("d1", minutes())[0])])))
    assert (line["牵头单位"], line["已确认"], line["签认"]) == ("市住建局", "牵头单位、结论", SIGNED)
    assert line["同一事项"] == f"{SAME}；{NAMED}"


def test_links_are_told_by_what_they_rest_on() -> None:
    row = signed_row(rows("d1", minutes())[0])
    assert (links_words(row, relation="same"), links_words(row, relation="named")) == (SAME, NAMED)
    assert links_words(rows("d1", minutes())[0]) == ""


def test_a_task_is_told_from_what_nothing_was_decided_on() -> None:
    found = rows("d1", minutes())
    assert [verdict_words(found[place]) for place in (0, 3, 6)] == ["—", "原则通过", "未载明"]
    assert [item_verdict_words(found[place]) for place in (0, 3, 6)] == ["原则通过", "原则通过", "未载明"]
    assert item_verdict_words(replace(found[0], item_outcome=None)) == "见各条"
    [line] = [line for line in ledger_table(found).splitlines() if line.startswith("d1:一:1 ")]
    assert "—" in line
    assert "原则通过" in line
