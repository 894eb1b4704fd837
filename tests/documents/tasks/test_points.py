from __future__ import annotations

import pytest

from pipeline.documents.tasks.points import PointMaker, by_name, named
from pipeline.minutes import Deadline, Span
from tests.documents.paper import paper

TEXT = "会议明确：由市财政局牵头，住建局配合，６月底前完成。"


def test_point_carries_text_units_and_deadline_with_their_places() -> None:
    sheet = paper(TEXT)
    whole = sheet.paragraphs[0]
    point = PointMaker(sheet, "2021-03-08", True)(whole.part(5), group=whole.part(0, 4))
    assert point.text == TEXT[5:]
    assert point.group == "会议明确"
    assert (point.lead_units, point.support_units) == (("市财政局",), ("住建局",))
    assert point.deadline == Deadline(text="６月底前", date="2021-06-30")
    assert TEXT[point.spans["lead_units.0"].start : point.spans["lead_units.0"].end] == "市财政局"


def test_named_leaves_out_line_breaks_and_readings() -> None:
    sheet = paper("市纪\n  委 王宏（hóng）")
    assert named(sheet, Span(0, len(sheet.text))) == "市纪委 王宏"


def test_those_on_the_lists_lead_by_their_bare_name() -> None:
    sheet = paper("王敏负责，财政所配合，李强已知情。")
    point = PointMaker(sheet, None, True, frozenset(["王敏", "李强"]))(sheet.paragraphs[0])
    assert (point.lead_units, point.support_units) == (("王敏",), ("财政所",))
    assert PointMaker(sheet, None, True)(sheet.paragraphs[0]).lead_units == ()


@pytest.mark.parametrize(
    "text",
    [
        "成立专班，王敏任组长。",
        "王敏今后只负责东片。",
        "王敏具体负责入户，各村配合。",
        "由王敏直接包联。",
        "王敏11月底前盯着施工方建好通电。",
        "王敏每周五前报数。",
        "王敏代表业主参加验收。",
        "王敏跟进保险理赔。",
        "方案由王敏改好后下次会再报。",
        "请王敏找三家厂商报价。",
        "由王敏尽快答复业主。",
    ],
)
def test_a_bare_name_leads_by_other_words_too(text: str) -> None:
    sheet = paper(text)
    assert PointMaker(sheet, None, True, frozenset(["王敏"]))(sheet.paragraphs[0]).lead_units == ("王敏",)


def test_who_is_called_by_unit_and_name_is_one() -> None:
    sheet = paper("资格由监察室王敏会同派出所联审，10月底前完成。")
    point = PointMaker(sheet, "2022-09-01", True, frozenset(["王敏"]))(sheet.paragraphs[0])
    assert (point.lead_units, point.support_units) == (("监察室王敏",), ("派出所",))


@pytest.mark.parametrize(
    "text",
    ["由王敏汇报进展。", "王敏联系了三家厂商。", "王敏代表业主参加了验收。", "由王敏改为李强。", "请王敏、李强列席。"],
)
def test_who_told_or_did_a_thing_leads_nothing_by_a_bare_name(text: str) -> None:
    sheet = paper(text)
    assert "王敏" not in PointMaker(sheet, None, True, frozenset(["王敏", "李强"]))(sheet.paragraphs[0]).lead_units


def test_a_unit_of_the_lists_is_no_person_bidden_by_name() -> None:
    text = "由市政府办公室牵头。"
    [body] = paper(text).paragraphs
    assert by_name(body, frozenset(["市政府"])) == []
