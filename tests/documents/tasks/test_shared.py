"""A time limit that is stated once is that of every task before it which has none."""

import pytest

from pipeline.documents.parse import parse_text
from pipeline.minutes import Document

_HEAD = "某县专题会议纪要\n2024年4月18日，副县长周明主持召开专题会议，纪要如下：\n"


def _limits(document: Document) -> list[str | None]:
    return [point.deadline.text if point.deadline else None for item in document.items for point in item.points]


def _read(closing: str) -> Document:
    tasks = "1.由县水利局测量。\n2.县财政局5月底前拨款。\n3.由县住建局施工。\n4.加强宣传。\n"
    item = f"一、研究水库加固\n会议同意加固。会议要求：\n{tasks}{closing}\n"
    return parse_text(f"{_HEAD}{item}二、研究人事\n会议同意任命。")


@pytest.mark.parametrize(
    "closing", ["以上工作6月底前完成。", "上述各项任务均须于6月底前办结。"], ids=["以上工作", "上述任务"]
)
def test_it_is_for_the_tasks_of_its_item(closing: str) -> None:
    document = _read(closing)
    assert _limits(document)[:4] == ["6月底前", "5月底前", "6月底前", None]
    first = document.items[0].points[0]
    assert first.deadline is not None
    assert first.deadline.date == "2024-06-30"
    assert document.quote(first.spans["deadline"]) == "6月底前"


def test_a_day_to_report_is_none() -> None:
    assert _limits(_read("以上工作由县长助理统筹，每周五前报送进展。"))[:4] == [None, "5月底前", None, None]


def test_in_the_tail_it_is_for_all_items() -> None:
    items = "一、研究水库\n由县水利局负责测量。\n二、研究道路\n由县交通局5月底前修复。\n"
    document = parse_text(f"{_HEAD}{items}以上工作均须在8月31日前完成，并报县政府办公室。")
    assert _limits(document) == ["8月31日前", "5月底前"]
