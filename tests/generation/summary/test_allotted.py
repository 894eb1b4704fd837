"""Room of a brief draft goes to refusals, conditions and changed values before duties; every item is told first."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.allotted import allotted, items_told
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.whole import whole_verdicts

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
TWO = (
    "一、南桥改建\n会议原则同意南桥改建，概算控制在2150万元以内。由市交通局牵头，市财政局配合，9月底前完成招标。"
    "市财政局认为配套比例偏高，对此持保留意见。\n"
    "二、供水价格\n会议同意将供水价格由每立方米2元调整为2.4元。某公司申请减免滞纳金，会议不同意。\n"
)


def _source(body: str) -> Source:
    return Source("d0", whole_verdicts(parse_text(HEAD + body)))


def _said(body: str, most: int) -> str:
    found = allotted(_source(body), {}, most=most)
    return "".join(one.text for one in found or [])


def test_refusals_conditions_and_changed_values_come_before_duties() -> None:
    said = _said(TWO, 88)
    assert len(said) <= 88
    assert "由每立方米2元调整为2.4元" in said
    assert "申请减免滞纳金，会议不同意" in said
    assert "2150万元以内" in said
    assert "市财政局配合" not in said


def test_with_room_enough_all_is_told_in_full() -> None:
    said = _said(TWO, 400)
    assert "由市交通局牵头，市财政局配合，9月底前完成招标" in said
    assert "市财政局认为配套比例偏高，对此持保留意见" in said


def test_where_not_even_the_fewest_words_fit_there_is_nothing() -> None:
    assert allotted(_source(TWO), {}, most=10) is None


def test_every_sentence_holds() -> None:
    source = _source(TWO)
    assert all(source.holds(one) for one in allotted(source, {}, most=120) or [])


def test_items_told_can_be_of_some_items_alone() -> None:
    source = _source(TWO)
    [told] = items_told(source, Shown(), {}, prove=True, items=source.document.items[:1])
    assert told.covers == {source.document.items[0].start}
