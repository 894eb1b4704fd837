"""What a summary covers and whether it keeps to the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.matters.numbering import MISSING
from pipeline.generation.checking.compare import Problem
from pipeline.generation.cite import Statement
from pipeline.generation.exports.proof import proof_lines
from pipeline.generation.summary.fidelity import MEASURES, coverage, fidelity, untold
from pipeline.generation.summary.summarize import summarize
from pipeline.minutes import Notice
from tests.generation.papers import minutes


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        pytest.param("由市城管局牵头，市公安局配合，6月底前完成普查，共1200个。", [], id="whole"),
        pytest.param("由市城管局牵头，市公安局配合，6月底前完成普查。", ["1200"], id="figure"),
        pytest.param("由市城管局牵头，6月底前完成普查，共1200个。", ["市公安局"], id="support"),
        pytest.param("市公安局配合，6月底前完成普查，共1200个。", ["市城管局"], id="lead"),
        pytest.param("由市城管局牵头，市公安局配合，6月中旬完成普查，共1200个。", ["6月底前"], id="deadline"),
        pytest.param(
            "由市城管局牵头，市公安局配合，6月底前完成普查，共11200个。", ["1200"], id="part of another figure"
        ),
        pytest.param("", ["6", "1200", "市城管局", "市公安局", "6月底前", "行动"], id="nothing"),
    ],
)
def test_untold(sentence: str, lacking: list[str]) -> None:
    assert untold(minutes().items[0].points[0], sentence) == lacking


def test_coverage_names_what_is_missing() -> None:
    document = minutes()
    first, second, third = document.items
    found = coverage(
        document,
        items=[first.start, second.start],
        points=[point.start for point in (*first.points[:2], *second.points)],
        matters=[document.other_matters[0].start],
    )
    assert (found.items, found.points, found.other_matters) == ((2, 3), (4, 5), (1, 2))
    assert found.missing == ("议题三", "议题一第3条", "《数据安全法》")
    assert found.to_json() == {
        "items": [2, 3],
        "points": [4, 5],
        "other_matters": [1, 2],
        "missing": ["议题三", "议题一第3条", "《数据安全法》"],
        "doubts": [],
    }
    assert third.points == ()


def test_coverage_of_a_place_that_is_none_counts_nothing() -> None:
    assert coverage(minutes(), items=[1], points=[2], matters=[3]).items == (0, 3)


def test_fidelity_counts_facts_by_kind_and_lists_what_is_invented() -> None:
    said = Statement(
        text="2021年6月，市城管局局长周明汇报，新建道路12公里，会议原则通过《停车办法》。",
        problems=(
            Problem("number", "12公里", "出处中没有"),
            Problem("title", "《停车办法》", "出处中没有"),
            Problem("modifier", "不", "出处中没有"),
        ),
    )
    found = fidelity([said, said])
    assert found.numbers.invented == ("12公里",)
    assert found.names.invented == ("《停车办法》",)
    assert found.verdicts.invented == ()
    assert min(getattr(found, name).checked for name in MEASURES) > 0
    assert set(found.to_json()) == set(MEASURES)
    assert found.to_json()["numbers"]["invented"] == ["12公里"]


def test_coverage_says_where_the_numbers_of_the_items_do_not_run_through() -> None:
    notices = (
        Notice(code=MISSING, message="序号由“五”跳到“七”：原文缺号", start=9, end=9),
        Notice(code="year", message="年份不明", start=9, end=9),
    )
    document = replace(minutes(), notices=notices)
    assert coverage(document, items=(), points=(), matters=()).doubts == ("序号由“五”跳到“七”：原文缺号",)
    assert "请核对：序号由“五”跳到“七”：原文缺号。" in proof_lines(summarize("d1", document))
    assert not any(line.startswith("请核对") for line in proof_lines(summarize("d1", minutes())))
