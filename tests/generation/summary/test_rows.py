"""Rows of a table are no sentences; who leads and who supports is told from their cells."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.checking.reading.heads import BARS
from pipeline.generation.summary.full import full_parts
from pipeline.generation.summary.pieces import point
from pipeline.generation.summary.rows import has_bar, in_cell, is_row, responsible, row_with_head, whole_cell
from pipeline.generation.summary.told import Source
from pipeline.minutes import Document

TEXT = """榕港交通集团总经理办公会议纪要
2024年3月6日，总经理安澜主持召开总经理办公会议。
一、东渡口改造进展
工程部汇报了进展。会议听取了汇报。
| 序号 | 工作任务 | 牵头 | 配合 | 完成时限 |
| 1 | 增配浮吊2台 | 船务公司 | 工程部 | 8月31日前报计划 |
| 2 | 办结剩余12户补偿协议 | 投资部 | 法务部、船务公司 | 10月底前 |
| 3 | 就补偿事项向市国资委备案 | 综合部 | 资产部 | 协议全部签订后 |
"""


def _document() -> Document:
    return parse_text(TEXT)


def test_a_row_is_told_once_as_a_task_with_who_leads_and_who_supports() -> None:
    told = [one.text for part in full_parts("d0", _document()) for one in part.told]
    assert not any("|" in one for one in told)
    assert "增配浮吊2台（牵头：船务公司；配合：工程部；时限：8月31日前报计划）。" in told
    assert any("综合部" in one and "；配合：资产部" in one for one in told)


def test_the_sentence_on_a_row_is_proven_by_the_row_and_its_head() -> None:
    document = _document()
    source, item = Source("d0", document), document.items[0]
    told = point(source, item, item.points[1], 2)
    assert source.holds(told)
    assert [document.quote(one) for one in row_with_head(document, item.points[1])] == [
        "牵头 | 配合 | 完成时限",
        "| 2 | 办结剩余12户补偿协议 | 投资部 | 法务部、船务公司 | 10月底前 |",
    ]
    swapped = source.tell(
        "办结剩余12户补偿协议（牵头：法务部；配合：投资部）。", row_with_head(document, item.points[1]), apart=True
    )
    assert not source.holds(swapped)


def test_cells_know_their_row() -> None:
    document = _document()
    item = document.items[0]
    of = item.points[0]
    assert in_cell(document, of, of.spans["deadline"])
    assert document.quote(whole_cell(document, of, of.spans["deadline"])) == "8月31日前报计划"
    assert is_row(document, item, of.span)


def test_bars_of_every_make_part_cells() -> None:
    assert all(has_bar(f"疏浚{bar}航道科") for bar in BARS)
    assert not has_bar("疏浚 航道科")


def test_who_leads_stands_before_who_supports() -> None:
    assert responsible(["丙科", "丁科"], ["丁科"]) == "牵头：丙科；配合：丁科"


def test_a_time_limit_is_told_with_what_is_due_then() -> None:
    body = "会议明确：\n1.外包保洁服务，每年6万元以内。\n责任单位：综合部\n完成时限：5月10日前采购，7月10日前报告"
    document = parse_text(
        f"榕港集团总经理办公会议纪要\n2024年3月6日，总经理安澜主持召开总经理办公会议。\n一、食堂外包\n{body}\n"
    )
    of = document.items[0].points[0]
    assert of.deadline is not None
    place = of.spans["deadline"]
    whole = document.quote(whole_cell(document, of, place))
    assert whole == (of.deadline.text if of.start <= place.start < of.end else "5月10日前采购，7月10日前报告")
