"""The tables show every measure, every system and every group, and line up."""

from __future__ import annotations

from eval.records import RunFolder
from eval.tables import aligned, percent, tables

from .conftest import Keep, Written


def test_the_tables_show_systems_measures_and_groups(keep: Keep, written: Written, silent: Written) -> None:
    systems, measures, sets, types, *_ = tables(RunFolder(keep(written, silent)).figures()).split("\n\n")
    product, stock = systems.splitlines()[1:]
    assert product.split()[:4] == ["product", "本程序", "4", "50.0"]
    assert stock.split()[-6:-4] == ["1", "0"]  # gained one, lost none
    (accuracy,) = [line for line in measures.splitlines() if line.startswith("回答正确率 ")]
    assert accuracy.split()[1] == "50.0"
    assert [line.split()[:2] for line in sets.splitlines()[1:]] == [["gold", "4"]]
    assert any(line.startswith("人员 person") and "100.0" in line for line in types.splitlines())


def test_both_splits_stand_beside_the_whole(keep: Keep, written: Written) -> None:
    _, measures, *_ = tables(RunFolder(keep(written)).figures()).split("\n\n")
    head, *_ = measures.splitlines()
    assert "开发 dev" in head
    assert "留出 test" in head


def test_a_run_that_asks_the_others_less_says_over_what_they_are_compared(
    keep: Keep, written: Written, silent: Written
) -> None:
    figures = RunFolder(keep(written, silent)).figures()
    figures["compared"]["questions"] = 3
    head, systems, *_ = tables(figures).split("\n\n")
    assert head.startswith("对照：gold，各系统同 3 题")
    assert len(systems.splitlines()) == 3


def test_chinese_characters_are_two_columns_wide() -> None:
    assert aligned([["正确率", "1"], ["ab", "2"]]).splitlines() == ["正确率  1", "ab      2"]
    assert percent(0.0526) == "5.3"
