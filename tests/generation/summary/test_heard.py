"""What a meeting only heard is told as that, and a clause that opens with 要求 gets its subject."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.full import item_sentences
from pipeline.generation.summary.heard import as_task, heard, is_only_heard, with_subject
from pipeline.generation.summary.pieces import report
from pipeline.generation.summary.told import Source
from pipeline.minutes import Span

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def _source(heading: str, body: str) -> Source:
    return Source("d0", parse_text(f"{HEAD}一、{heading}\n{body}\n"))


def _told(source: Source) -> list[str]:
    return [told.text for told in item_sentences(source, source.document.items[0])]


def test_a_meeting_that_decided_nothing_heard_who_reported() -> None:
    source = _source("听取信访工作情况的汇报", "会议听取了市信访局局长李敏的汇报。各区要在6月底前化解积案。")
    assert _told(source)[0] == "会议听取了市信访局局长李敏的汇报。"
    opener = report(source, source.document.items[0])
    assert opener is not None
    assert heard(source, source.document.items[0], opener).text == _told(source)[0]


def test_where_it_decided_the_reporter_stands_alone() -> None:
    source = _source("听取信访工作情况的汇报", "会议听取了市信访局局长李敏的汇报。会议原则同意该汇报。")
    assert _told(source)[0] == "由市信访局局长李敏汇报。"


@pytest.mark.parametrize(
    ("heading", "named"),
    [("学习《信访工作条例》", True), ("讨论《信访工作办法》", False)],
    ids=["learnt", "to be decided"],
)
def test_what_was_learnt_is_named_though_the_text_tells_only_tasks(heading: str, named: bool) -> None:
    source = _source(heading, "各区要在6月底前化解积案。")
    item = source.document.items[0]
    assert is_only_heard(source, item, []) is named
    assert any("信访工作" in said for said in _told(source)) is named


def test_an_order_gets_its_subject() -> None:
    source = _source("关于信访工作的汇报", "会议同意该汇报，要求市信访局6月底前化解积案。")
    place = source.document.text.index("要求")
    told = source.tell("要求市信访局6月底前化解积案。", [Span(place, len(source.document.text) - 2)])
    assert with_subject(source, told).text == "会议要求市信访局6月底前化解积案。"
    other = source.tell("市信访局6月底前化解积案。", [Span(place, len(source.document.text) - 2)])
    assert with_subject(source, other) is other


def test_a_task_is_told_without_the_word_that_orders_it() -> None:
    source = _source("关于信访工作的汇报", "会议同意该汇报，要求市信访局6月底前化解积案。")
    place = source.document.text.index("要求")
    told = source.tell("要求市信访局6月底前化解积案。", [Span(place, len(source.document.text) - 2)])
    assert as_task(source, told).text == "市信访局6月底前化解积案。"
