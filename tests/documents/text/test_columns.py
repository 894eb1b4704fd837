"""Tables of tasks whose columns only blanks set apart are read as tables; other lines stay as they are."""

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.text.columns import barred

_HEAD = "某市专题会议纪要\n2024年5月22日，副市长周明主持召开专题会议，纪要如下：\n一、会议明确了任务分工：\n"


@pytest.mark.parametrize(
    "table",
    [
        "序号  任务  牵头单位  配合单位  完成时限\n1  修缮街面  市住建局  市文旅局、南溪镇  9月30日",
        "序号 任务 牵头单位 配合单位 完成时限\n1 修缮街面 市住建局 市文旅局、南溪镇 9月30日",
        "序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t修缮街面\t市住建局\t市文旅局、南溪镇\t9月30日",
        "序号　　工作　　责任单位　　配合单位　　完成时间\n1　　修缮街面　　市住建局　　市文旅局、南溪镇　　9月30日",
    ],
    ids=["two blanks", "one blank", "tabs", "wide blanks"],
)
def test_each_row_is_a_task_with_its_cells(table: str) -> None:
    [point] = parse_text(_HEAD + table).items[0].points
    assert (point.text, point.lead_units, point.support_units) == ("修缮街面", ("市住建局",), ("市文旅局", "南溪镇"))
    assert point.deadline is not None
    assert (point.deadline.text, point.deadline.date) == ("9月30日", "2024-09-30")


@pytest.mark.parametrize(
    "text",
    [
        "出席单位  市财政局  市住建局",
        "一、任务分工\n由市财政局  市住建局负责",
        "序号  姓名  单位\n1  周明  市财政局",
    ],
    ids=["who was there", "prose", "a list of people"],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert barred(text) == text


def test_a_table_of_tasks_beneath_an_item_leaves_the_other_items_alone() -> None:
    table = "事项  责任单位  完成时限\n修缮街面  市住建局  9月30日\n"
    items = parse_text(f"{_HEAD}{table}二、研究经费\n会议同意拨款。\n三、研究人事\n会议同意任命。").items
    assert [item.label for item in items] == ["一", "二", "三"]
    assert [point.lead_units for point in items[0].points] == [("市住建局",)]


def test_a_row_of_another_width_ends_the_table() -> None:
    head = "序号  任务  牵头单位  完成时限"
    assert barred(f"{head}\n以上  由督查室督办。").splitlines()[1] == "以上  由督查室督办。"


def test_single_tabs_part_cells_and_two_have_an_empty_one_between_them() -> None:
    text = "任务\t责任单位\t配合单位\t时限\n修缮街面\t市住建局\t\t6月底前"
    assert barred(text) == text


def test_a_head_may_be_spread_over_a_wide_page() -> None:
    head = "序号" + " " * 20 + "任务内容" + " " * 40 + "责任单位" + " " * 20 + "完成时限"
    row = "1" + " " * 20 + "修缮街面" + " " * 40 + "市住建局" + " " * 20 + "9月底"
    assert barred(f"{head}\n{row}").count("|") == 6
