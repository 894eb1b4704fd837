"""The table of tasks."""

from __future__ import annotations

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports.task_table import tasks_docx
from tests.generation.exports.opened import NAMED, SAME, SIGNED, paragraphs, signed_row
from tests.generation.papers import minutes, report


def test_tasks_stand_below_their_items_with_who_and_when() -> None:
    text = paragraphs(tasks_docx(rows("d1", minutes())))
    assert text[:2] == ["任务分解表", "临政纪〔2021〕6号，市政府第12次常务会议，2021年3月8日"]
    start = text.index("一、《临川市停车管理办法》（原则通过），要求修改完善后提交市委常委会讨论")
    assert text[start + 1] == "1"
    assert text[start + 2].startswith("停车难是群众反映强烈的重要方面。由市城管局牵头")
    assert text[start + 3 : start + 8] == ["市城管局", "市公安局", "6月底前", "（2021.06.30）", "第一项第1条"]
    assert text[start + 8 : start + 14] == ["2", "要进一步加强宣传引导。", "未载明", "—", "未载明", "第一项第2条"]


def test_several_documents_are_told_apart_and_what_is_left_out_is_counted() -> None:
    text = paragraphs(tasks_docx([*rows("d1", minutes()), *rows("d2", report())]))
    assert "（据 2 份文件整理）" in text
    assert "整改通报.txt" in text
    assert "临政纪〔2021〕6号第一项第1条" in text
    assert text[-2].startswith("共 6 项任务，其中 4 项原文没有写明完成时限。")
    assert text[-1] == "另有 5 条只载结论或已经办结的事项，没有列入。"


def test_a_signed_row_is_marked_and_tells_where_its_matter_returns() -> None:
    text = paragraphs(tasks_docx([signed_row(rows("d1", minutes())[0])]))
    assert "市住建局" in text
    assert f"（已签认：{SIGNED}）" in text
    assert f"（同一事项：{SAME}）" in text
    assert f"（另见：{NAMED}）" in text


def test_no_tasks_are_said_plainly() -> None:
    assert "所选文件中没有需要落实的任务。" in paragraphs(tasks_docx([]))
