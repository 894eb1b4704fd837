"""Lines at the end of an item: whether they are for its last point, for all, or for the verdict."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import LedgerRow, rows

HEAD = "东塘开发区主任办公会议纪要\n2024年8月28日，主任贺云主持召开主任办公会议。\n"


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return of each row of the first item how it begins, who leads and who helps."""
    document = parse_text(f"{HEAD}{text}\n二、审议车辆方案\n会议同意。\n")
    own: list[LedgerRow] = [row for row in rows("d", document) if row.item == "一"]
    return [(row.text[:4], row.lead_units, row.support_units) for row in own]


def test_a_line_behind_several_points_is_for_those_without_a_lead_and_for_the_verdict() -> None:
    found = told(
        "一、厂房租金\n会议同意减免租金。会议明确：\n1.税收达到15万元的减免三成。\n2.由投资公司受理申请。\n"
        "3.每年清算一次。\n责任单位：发展局、金融局"
    )
    both = ("发展局", "金融局")
    assert found == [
        ("会议同意", both, ()),
        ("税收达到", both, ()),
        ("由投资公", ("投资公司",), ()),
        ("每年清算", both, ()),
    ]


def test_who_helps_does_so_where_one_of_the_line_leads() -> None:
    found = told(
        "一、提标改造\n会议明确：\n1.由建设局签订协议。\n2.由环保分局每周监测水质。\n"
        "责任单位：建设局\n配合单位：环保分局、水务公司"
    )
    assert found == [("由建设局", ("建设局",), ("环保分局", "水务公司")), ("由环保分", ("环保分局",), ())]


def test_each_point_with_a_line_of_its_own_keeps_that() -> None:
    found = told("一、春耕\n会议明确：\n1.备足种子。\n责任单位：农技站\n2.疏通沟渠。\n责任单位：水利站")
    assert found == [("备足种子", ("农技站",), ()), ("疏通沟渠", ("水利站",), ())]


def test_nobody_is_charged_with_what_was_refused_or_heard() -> None:
    found = told(
        "一、道路变更\n会议明确：\n1.对补偿诉求，会议不予支持。\n2.听取汇报。\n3.拨付进度款。\n责任单位：金融局"
    )
    assert [leads for _, leads, _ in found] == [(), (), ("金融局",)]


def test_a_line_beneath_a_task_of_another_is_for_the_verdict() -> None:
    found = told(
        "一、收费站改造\n会议同意收费站扩为九进九出。由自然资源局一个月内完成预审。\n牵头单位：发展局\n配合单位：金融局"
    )
    assert found == [("会议同意", ("发展局",), ("金融局",)), ("由自然资", ("自然资源局",), ())]
