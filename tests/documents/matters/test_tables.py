from __future__ import annotations

from pipeline.documents.context import Context
from pipeline.documents.matters.tables import find_table, items_of
from pipeline.minutes import Deadline, Presenter
from tests.documents.paper import paper

TEXT = (
    "纪要\n序号\t议题名称\t会议纪要\t责任人\t完成时间\t汇报人\n"
    "1\t加装电梯\t会议同意该方案。\t丁一凡\t6月30日前\t城建科科长王明\n2\t接种点\t增设2个。\t秦岚、高飞\t尽快\t\n以上。"
)


def test_rows_become_items() -> None:
    sheet = paper(TEXT)
    table = find_table(sheet)
    assert table is not None
    first, second = items_of(Context(sheet, "2022-06-01"), table)
    assert (first.label, first.number, first.title) == ("1", 1, "加装电梯")
    assert first.presenter == Presenter(name="王明", role="科长", unit="城建科")
    assert [outcome.class_ for outcome in first.outcomes] == ["approved"]
    assert first.points[0].lead_units == ("丁一凡",)
    assert first.points[0].deadline == Deadline(text="6月30日前", date="2022-06-30")
    assert second.points[0].lead_units == ("秦岚", "高飞")
    assert second.points[0].text == "增设2个。"


def test_full_width_uprights_and_rules_of_a_drawn_table() -> None:
    sheet = paper(
        "会议名称｜第9次办公会｜会议时间｜6月14日\n┌──┬──┐\n议题编号｜议题名称｜会议纪要｜完成时间\n├──┼──┤\n"
        "1｜关于绿化的议题｜会议原则同意：1.由财政局牵头；2.由园林局负责。｜\n2｜关于停车的议题｜会议决定缓议。｜即办\n└──┴──┘"
    )
    table = find_table(sheet)
    assert table is not None
    first, second = items_of(Context(sheet, "2023-06-14"), table)
    assert [(point.label, point.lead_units) for point in first.points] == [("1", ("财政局",)), ("2", ("园林局",))]
    assert [outcome.class_ for outcome in first.outcomes] == ["agreed_in_principle"]
    assert [outcome.class_ for outcome in second.outcomes] == ["deferred"]


def test_other_tables_are_left_alone() -> None:
    assert find_table(paper("姓名\t电话\n张三\t123")) is None
    assert find_table(paper("没有表格")) is None


def test_a_row_whose_last_cell_is_empty() -> None:
    text = "议题编号|议题名称|会议纪要|责任人|完成时间\n1|甲工程|同意实施|丁一|3月底前\n2|乙项目|不同意恢复|秦岚|"
    sheet = paper(text)
    table = find_table(sheet)
    assert table is not None
    assert [(item.label, item.title) for item in items_of(Context(sheet), table)] == [("1", "甲工程"), ("2", "乙项目")]


def test_a_column_may_name_the_units_that_report() -> None:
    sheet = paper(
        "纪要\n序号\t议题名称\t会议纪要\t完成时间\t汇报单位\n1\t加装电梯\t会议同意该方案。\t即办\t市住建局、市财政局\n以上。"
    )
    table = find_table(sheet)
    assert table is not None
    [first] = items_of(Context(sheet, "2022-06-01"), table)
    assert [(one.name, one.unit) for one in first.presenters] == [(None, "市住建局"), (None, "市财政局")]
    place = first.spans["further_presenters.0"]
    assert sheet.text[place.start : place.end] == "市财政局"
