"""The decision ledger: one row per decision, each cell with its place, and filters over rows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import LedgerRow, ledger_json, rows
from pipeline.generation.decisions.selecting import select
from pipeline.minutes import EXAMPLE_MINUTES, Document, Item, Outcome
from tests.generation.papers import minutes, report

CONTRACT = {
    *("row", "document_id", "document_number", "meeting", "date", "item", "item_title", "point", "text", "outcome"),
    *("outcomes", "outcome_text", "item_outcome", "item_outcomes", "item_outcome_text"),
    *(
        "lead_units",
        "support_units",
        "deadline_text",
        "deadline_date",
        "next_step",
        "start",
        "end",
        "spans",
        "confirmed",
    ),
}


@pytest.fixture
def ledger() -> list[LedgerRow]:
    return rows("d1", minutes()) + rows("d2", report())


def test_one_row_per_decision_in_the_order_of_the_text() -> None:
    assert [row.row for row in rows("d1", minutes())] == [
        "d1:一:1",
        "d1:一:2",
        "d1:一:1~2",
        "d1:一:verdict",
        "d1:二:一",
        "d1:二:二",
        "d1:tail:1",
        "d1:tail:2",
    ]


def test_ids_stay_the_same_and_are_unique(ledger: list[LedgerRow]) -> None:
    names = [row.row for row in ledger]
    assert names == [row.row for row in rows("d1", minutes()) + rows("d2", report())]
    assert len(set(names)) == len(names)


def test_a_task_states_no_verdict_and_names_that_of_its_item() -> None:
    first = rows("d1", minutes())[0]
    assert (first.outcome, first.outcomes, first.outcome_text) == (None, (), None)
    assert (first.item_outcome, first.item_outcomes) == ("approved_in_principle", ("approved_in_principle",))
    assert first.item_outcome_text == "会议原则通过上述文件"
    assert "outcome" not in first.spans
    assert minutes().quote(first.spans["item_outcome"]) == "会议原则通过上述文件"
    assert first.next_step is None
    verdict = next(row for row in rows("d1", minutes()) if row.next_step)
    assert (verdict.outcome, verdict.next_step) == ("approved_in_principle", "修改完善后提交市委常委会讨论")
    assert (first.lead_units, first.support_units) == (("市城管局",), ("市公安局",))
    assert (first.deadline_text, first.deadline_date) == ("6月底前", "2021-06-30")


def test_what_is_not_stated_is_null(ledger: list[LedgerRow]) -> None:
    measure = next(row for row in ledger if row.row == "d2:1:1")
    assert measure.outcome is None
    assert measure.outcome_text is None
    assert measure.next_step is None
    assert measure.deadline_text is None
    reviewed = next(row for row in ledger if row.row == "d1:tail:1")
    assert (reviewed.outcome, reviewed.item, reviewed.point) == (None, None, None)


def test_an_item_with_a_verdict_and_no_points_has_one_row() -> None:
    document = minutes()
    bare = replace(document.items[0], points=())
    [row, *rest] = rows("d1", replace(document, items=(bare,), other_matters=()))
    assert rest == []
    assert row.row == "d1:一:verdict"
    assert row.text == "会议原则通过上述文件，要求修改完善后提交市委常委会讨论"


def test_an_item_that_decides_nothing_has_no_row() -> None:
    assert not [row for row in rows("d1", minutes()) if row.item == "三"]


def test_every_place_holds_the_wording(ledger: list[LedgerRow]) -> None:
    texts = {"d1": minutes().text, "d2": report().text}
    for row in ledger:
        text = texts[row.document_id]
        assert text[row.start : row.end] == row.text
        for cell, span in row.spans.items():
            name, _, position = cell.partition(".")
            value = getattr(row, f"{name}_text" if name.endswith("outcome") else name)
            if position:
                value = value[int(position)]
            elif name == "meeting":
                value = row.meeting
            elif name == "date":
                value = "3月8日"
            assert text[span.start : span.end] == value, cell


def test_two_verdicts_are_both_found() -> None:
    item = EXAMPLE_MINUTES.items[0]
    second = Outcome(
        class_="approved",
        text="会议听取",
        start=EXAMPLE_MINUTES.text.index("会议听取"),
        end=EXAMPLE_MINUTES.text.index("会议听取") + 4,
    )
    both = replace(EXAMPLE_MINUTES, items=(replace(item, outcomes=(*item.outcomes, second)),))
    task = next(row for row in rows("d0", both) if row.point)
    assert (task.outcome, task.item_outcome) == (None, "approved_in_principle")
    assert task.item_outcomes == ("approved_in_principle", "approved")
    assert task.item_outcome_text == "会议原则通过上述文件；会议听取"
    assert [found.row for found in select([task], outcome="approved")] == ["d0:一:1"]


def test_parts_without_labels_are_told_apart_by_position() -> None:
    item = EXAMPLE_MINUTES.items[0]
    plain = replace(item, label=None, points=tuple(replace(point, label=None) for point in item.points * 2))
    assert [row.row for row in rows("d0", replace(EXAMPLE_MINUTES, items=(plain,)))] == [
        "d0:#1:#1",
        "d0:#1:#2",
        "d0:#1:verdict",
    ]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        pytest.param({"unit": "城管局"}, ["d1:一:1"], id="a unit under its short name"),
        pytest.param({"unit": "市公安局"}, ["d1:一:1"], id="a supporting unit"),
        pytest.param({"unit": "市公安局", "lead_only": True}, [], id="a supporting unit does not lead"),
        pytest.param({"outcome": "rejected"}, ["d1:二:一"], id="verdict"),
        pytest.param({"document_id": "d2", "item": "2"}, ["d2:2:3"], id="document and item"),
        pytest.param({"kind": "rectification", "deadline": False}, ["d2:1:1", "d2:1:2"], id="no deadline stated"),
        pytest.param({"due_by": "2021-12-31"}, ["d1:一:1"], id="due by a day"),
        pytest.param(
            {"from_date": "2021", "to_date": "2021-03", "containing": "泊位"}, ["d1:一:1"], id="dates as far as known"
        ),
        pytest.param({"from_date": "2021-04-01"}, [], id="nothing so late; a document without a date falls out"),
        pytest.param({"containing": "数据安全"}, ["d1:tail:2"], id="words of the title"),
    ],
)
def test_select(ledger: list[LedgerRow], condition: dict[str, Any], found: list[str]) -> None:
    assert [row.row for row in select(ledger, **condition)] == found


def test_no_condition_keeps_every_row(ledger: list[LedgerRow]) -> None:
    assert select(ledger) == ledger


def test_json_has_the_contracts_fields(ledger: list[LedgerRow]) -> None:
    trees = json.loads(json.dumps(ledger_json(ledger), ensure_ascii=False))
    assert set(trees[0]) >= CONTRACT
    assert trees[0]["lead_units"] == ["市城管局"]
    assert trees[0]["confirmed"] == {}


def test_json_names_the_page_beside_every_place() -> None:
    document = replace(minutes(), pages=(0, 200))
    [first, *_] = ledger_json(rows("d1", document), {"d1": document})
    assert first["page"] == 1
    assert first["spans"]["item_outcome"]["page"] == 2


def test_a_document_without_decisions_has_no_rows() -> None:
    item = Item(label="一", number=1, title="事项", start=0, end=2)
    assert rows("d0", Document(file="a.txt", text="事项", kind="other", name="a", items=(item,))) == []


CHARGED = """云湖市人民政府常务会议纪要
云政纪〔2021〕3号
2021年3月8日，市长周明主持召开市政府第5次常务会议。
一、讨论《停车管理办法》
会议听取了市城管局局长李青《停车管理办法》起草情况的汇报。会议要求望江开发区：
1. 会同相关区镇完成停车位普查。
2. 由市财政局安排经费。
会议原则通过上述文件，要求相关部门修改完善后提交市委常委会讨论。
二、研究绿化工作
会议同意绿化方案，请市园林局于6月底前印发实施。
"""


def test_who_is_told_without_a_name_has_a_cell_of_its_own() -> None:
    document = parse_text(CHARGED)
    first, second, verdict, other = rows("d1", document)
    assert (first.lead_units, first.support_units, first.support_generic) == (("望江开发区",), (), ("相关区镇",))
    assert document.quote(first.spans["lead_units.0"]) == "望江开发区"
    assert second.lead_units == ("市财政局",)
    assert (verdict.row, verdict.lead_units, verdict.lead_generic) == ("d1:一:verdict", (), ("相关部门",))
    assert verdict.text == "会议原则通过上述文件，要求相关部门修改完善后提交市委常委会讨论"
    assert document.quote(verdict.spans["lead_generic.0"]) == "相关部门"
    assert (other.lead_units, other.deadline_date) == (("市园林局",), "2021-06-30")
    assert not select([first, verdict], unit="相关部门")


def test_a_task_in_the_sentence_of_the_verdict_is_one_row_with_it() -> None:
    body = """云湖市人民政府常务会议纪要
2021年3月8日，市长周明主持召开市政府第5次常务会议。
一、研究渡口改造
会议原则同意渡口改造方案，由市交通局修改后实施。市财政局6月底前拨付首笔资金。
二、研究预算
会议同意。
"""
    document = parse_text(body)
    ruled, paid = (row for row in rows("d1", document) if row.item == "一")
    assert ruled.text == "会议原则同意渡口改造方案，由市交通局修改后实施。"
    assert (ruled.outcome, ruled.lead_units) == ("agreed_in_principle", ("市交通局",))
    assert (paid.outcome, paid.item_outcome) == (None, "agreed_in_principle")
    assert document.quote(paid.spans["text"]) == paid.text == "市财政局6月底前拨付首笔资金。"


def test_a_view_behind_the_lines_of_a_task_is_no_part_of_it() -> None:
    body = (
        "1.重新论证建设规模。\n责任单位：县住建局；完成时限：8月底前\n副县长李明对暂缓建设持保留意见，建议先建一期。\n"
    )
    head = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n一、研究厂房建设\n"
    [task] = [row for row in rows("d", parse_text(head + body)) if row.point]
    assert (task.outcomes, task.text.endswith("8月底前")) == ((), True)
