"""A list behind the last item of who does what gives one task for each of its clauses."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows

_HEAD = "某区安委会第3次会议纪要\n2024年8月2日，区长周明主持召开区安委会第3次会议。会议情况如下：\n"
_TOPICS = "议题一　燃气安全\n会议同意《攻坚方案》。\n议题二　自建房整治\n会议同意整治方案。\n"
_POINTS = "一、征地\n1.由甲镇签订协议。\n2.由区财政局拨付。\n二、管线\n1.由乙镇迁改。\n2.由区水利局督促。\n"


@pytest.mark.parametrize("heading", ["议定事项责任分工", "附：会议任务分解", "工作清单："])
def test_a_list_that_names_the_items_anew_gives_their_tasks(heading: str) -> None:
    listed = "议题一　区城管局牵头，11月底前装完　区财政局保障经费\n议题二　区住建局负责技术指导　各街道尽快完成鉴定"
    document = parse_text(f"{_HEAD}{_TOPICS}{heading}\n{listed}")
    assert [item.label for item in document.items] == ["一", "二"]
    told = [(row.item_title, row.text) for row in rows("d", document) if row.item is None]
    assert told == [
        ("燃气安全", "区城管局牵头，11月底前装完"),
        ("燃气安全", "区财政局保障经费"),
        ("自建房整治", "区住建局负责技术指导"),
        ("自建房整治", "各街道尽快完成鉴定"),
    ]


def test_a_list_without_labels_of_items_gives_a_task_a_line() -> None:
    listed = "第一段　甲桥至乙桥。责任单位：甲镇政府。11月底前贯通。\n第二段　乙桥。责任单位：区水利局。"
    document = parse_text(f"{_HEAD}{_POINTS}分段责任分工\n{listed}")
    assert document.items[-1].points[-1].text == "由区水利局督促。"
    told = [(row.item_title, row.lead_units) for row in rows("d", document) if row.item is None]
    assert told == [("分段责任分工", ("甲镇政府",)), ("分段责任分工", ("区水利局",))]


def test_names_that_are_set_wide_do_not_part_a_task() -> None:
    document = parse_text(f"{_HEAD}{_POINTS}任务分工\n请张　明同志　每月到现场调度一次。")
    assert [row.text for row in rows("d", document) if row.item is None] == ["请张　明同志　每月到现场调度一次。"]


def test_a_heading_of_an_item_opens_no_closing_list() -> None:
    document = parse_text(f"{_HEAD}{_TOPICS}议题三　秋季行动任务分工\n由区教育局负责。")
    assert [item.label for item in document.items] == ["一", "二", "三"]


def test_the_name_of_a_closing_table_may_begin_with_that_of_the_meeting() -> None:
    text = (
        "石桥镇党政联席会议纪要\n2024年5月6日，镇长贺云主持召开会议。\n一、研究防火\n会议同意方案。\n二、研究修路\n会议同意计划。\n"
        "附件：\n石桥镇第14次党政联席会议议定事项责任分解表\n任务｜责任单位｜完成时限\n修缮围墙｜镇城建办｜6月底前\n"
    )
    document = parse_text(text)
    assert not any("修缮围墙" in point.text for item in document.items for point in item.points)
    assert [point.lead_units for one in document.beside for point in one.points] == [("镇城建办",)]
