"""What an item is told with: every sentence holds, nothing is said twice, and fragments become sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.summary.pieces import is_verdict, laid_out, point, report, unit_places
from pipeline.generation.summary.ruling import verdicts
from pipeline.generation.summary.told import Source
from pipeline.minutes import Deadline, Document, Item, Outcome, Point, Presenter, Span


def _span(text: str, wording: str) -> Span:
    return Span(text.index(wording), text.index(wording) + len(wording))


def _one(text: str, **fields: object) -> tuple[Source, Item]:
    item = Item(label="1", number=1, title="关于旧城改造的请示", start=0, end=len(text), **fields)  # type: ignore[arg-type]
    return Source("d1", Document(file="a.txt", text=text, kind="minutes", name="a", items=(item,))), item


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会议听取了市住建局局长周明的汇报。", "由市住建局局长周明汇报。"),
        ("市住建局局长周明通报有关情况。", "由市住建局局长周明通报。"),
        ("（汇报人：市住建局局长周明）", "由市住建局局长周明汇报。"),
    ],
)
def test_who_reported_in_the_verb_of_the_text(text: str, told: str) -> None:
    presenter = Presenter(name="周明", role="局长", unit="市住建局")
    source, item = _one(text, presenter=presenter, spans={"presenter": _span(text, "市住建局局长周明")})
    said = report(source, item)
    assert said is not None
    assert (said.text, said.role) == (told, "report")
    assert source.holds(said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会议听取了市住建局、市财政局的汇报。", "由市住建局、市财政局汇报。"),
        ("（由市住建局、市财政局提请）", "由市住建局、市财政局提请。"),
        ("市住建局、市财政局作起草说明。", "由市住建局、市财政局作说明。"),
    ],
)
def test_units_that_reported_without_a_name(text: str, told: str) -> None:
    first, second = Presenter(name=None, unit="市住建局"), Presenter(name=None, unit="市财政局")
    spans = {"presenter": _span(text, "市住建局"), "further_presenters.0": _span(text, "市财政局")}
    source, item = _one(text, presenter=first, further_presenters=(second,), spans=spans)
    said = report(source, item)
    assert said is not None
    assert said.text == told
    assert source.holds(said)


def test_units_and_deadline_of_other_cells_of_a_table_are_told_behind() -> None:
    text = "1｜对账目逐笔核实，形成台账。｜财务科｜月底前"
    of = Point(
        label=None,
        text="对账目逐笔核实，形成台账。",
        lead_units=("财务科",),
        deadline=Deadline(text="月底前"),
        start=2,
        end=15,
        spans={"lead_units.0": _span(text, "财务科"), "deadline": _span(text, "月底前")},
    )
    source, item = _one(text, points=(of,))
    told = point(source, item, of, 2)
    assert told.text == "对账目逐笔核实，形成台账（责任单位：财务科；时限：月底前）。"
    assert source.holds(told)
    assert [name for name, _ in unit_places(of)[1]] == ["财务科"]


def test_who_reported_in_brackets_is_not_told_with_the_decision() -> None:
    text = "由市财政局安排资金，年底前拨付到位。（汇报人：市财政局 徐明）"
    of = Point(label="1", text=text, start=0, end=len(text))
    source, item = _one(text, points=(of,))
    assert "汇报人" not in point(source, item, of, 2).text


def test_a_verdict_told_by_its_point_is_not_told_again() -> None:
    text = "会议同意聘请李志强等5名律师为县政府法律顾问，聘期三年，由县司法局办理有关手续。"
    outcome = Outcome(class_="approved", text="会议同意聘请李志强等5名律师为县政府法律顾问", start=0, end=22)
    of = Point(label="1", text=text, start=0, end=len(text))
    source, item = _one(text, points=(of,), outcomes=(outcome,))
    assert not is_verdict(item, of)
    assert list(verdicts(source, item, said=text)) == []
    [told] = verdicts(source, replace(item, points=()))
    assert told.role == "verdict"


@pytest.mark.parametrize(
    ("wording", "heading"),
    [
        ("加快管网修复\n对已查明的337处点位分类处置，限期完成整改销号。", True),
        ("请某农业局、某财政局研究生态补偿办\n法，10月31日前报区政府常务会议审议决定。", False),
        ("某商务局就\n土地价格、税收承诺两项内容与企业重新谈判，另行上会。", False),
        ("一标段（东岸）已完成形象进\n度的82%，务必于9月底前通水；二标段用地手续补办。", False),
    ],
    ids=["a heading", "within a word", "within a phrase", "within a figure"],
)
def test_a_line_end_gets_a_colon_only_behind_a_heading(wording: str, heading: bool) -> None:
    assert ("：" in laid_out(wording)) is heading


def test_people_of_another_cell_are_no_speakers() -> None:
    text = "1｜对账目逐笔核实，形成台账。｜万明｜月底前"
    spans = {"lead_units.0": _span(text, "万明")}
    of = Point(label=None, text="对账目逐笔核实，形成台账。", lead_units=("万明",), start=2, end=15, spans=spans)
    source, item = _one(text, points=(of,))
    assert point(source, item, of, 2).text == "对账目逐笔核实，形成台账（责任人：万明）。"
