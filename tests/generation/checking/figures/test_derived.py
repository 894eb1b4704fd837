"""Tests of numbers that follow from those of a source."""

from __future__ import annotations

from pipeline.generation.checking.figures.derived import dealt_out, enumerated, termed
from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.source import Source


def test_one_each_of_as_many() -> None:
    source = Source("购置设备2台", "")
    for clause, holds in (("操场、食堂各放一台", True), ("操场、食堂、门厅各放一台", False)):
        assert dealt_out(clause, amounts(clause)[0], source) is holds


def test_as_many_instalments_as_days() -> None:
    source = Source("9月底前交4000元,12月底前交3000元", "")
    assert [dealt_out(clause, amounts(clause)[0], source) for clause in ("分2次交", "分3次交")] == [True, False]


def test_a_list_proves_its_count() -> None:
    clause = "编制、经费和待遇三个方面"
    assert enumerated(clause, amounts(clause)[0])


def test_a_term_is_within() -> None:
    known = amounts("5个工作日内")[0]
    assert [termed(clause, amounts(clause)[0], known) for clause in ("期限是5个工作日", "过了5个工作日")] == [
        True,
        False,
    ]
