"""Marks on decisions that a later meeting changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.decisions.changing import is_replaced
from pipeline.generation.decisions.ledger import LedgerRow
from pipeline.generation.exports.cells import changes_words, ledger_table
from pipeline.generation.exports.notice import notices

_FIRST = """泽南县人民政府第3次常务会议纪要
2024年3月6日，县长葛同主持召开泽南县人民政府第3次常务会议。纪要如下：
一、研究柳叶渡口搬迁有关事宜
会议同意搬迁。由副县长许岸牵头负责。县交通运输局要在6月底前完成选址。县水利局负责护岸加固。
二、研究农村供水管理
县水利局要在6月底前提出方案。
"""
_SECOND = """泽南县人民政府第5次常务会议纪要
2024年7月9日，县长葛同主持召开泽南县人民政府第5次常务会议。纪要如下：
一、听取柳叶渡口搬迁进展情况汇报
会议同意将选址完成时间由6月底前延至9月底前。因许岸同志工作分工调整，该项工作改由副县长苗青牵头负责。
"""


@pytest.fixture
def office(tmp_path: Path) -> Assistant:
    """A library in which a later meeting put another lead and another day."""
    for name, text in (("三.txt", _FIRST), ("五.txt", _SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home"))
    assistant.ingest([tmp_path / "三.txt", tmp_path / "五.txt"])
    return assistant


def _row(office: Assistant, words: str) -> LedgerRow:
    return next(row for row in office.ledger() if words in row.text)


def test_a_lead_or_a_day_that_a_later_meeting_replaced_bears_a_mark_with_its_place(office: Assistant) -> None:
    [lead], [limit] = _row(office, "许岸牵头").changes, _row(office, "完成选址").changes
    assert (lead.replaces, limit.replaces) == (("副县长许岸",), ("6月底前",))
    for change in (lead, limit):
        assert office.catalogue.document(change.document_id).text[change.start : change.end] == change.text
    assert changes_words(_row(office, "完成选址")).startswith("2024年7月9日泽南县人民政府第5次常务会议第一项（原文第")


def test_what_no_later_meeting_changed_bears_none(office: Assistant) -> None:
    assert not _row(office, "护岸加固").changes
    assert not _row(office, "提出方案").changes, "another matter of the same day"
    assert not _row(office, "苗青牵头").changes, "the later meeting itself"


def test_a_table_has_the_column_only_where_something_changed(office: Assistant) -> None:
    rows = office.ledger()
    assert "其后有变" in ledger_table(rows)
    assert "其后有变" not in ledger_table([row for row in rows if not row.changes])


def test_a_lead_in_whose_place_another_was_put_gets_no_notice(office: Assistant) -> None:
    rows = office.ledger()
    documents = {row.document_id: office.catalogue.document(row.document_id) for row in rows}
    names = [name for name, _ in notices(rows, documents)]
    assert "督办通知单_副县长苗青.docx" in names
    assert not any("许岸" in name for name in names)
    assert "督办通知单_县交通运输局.docx" in names, "whose day alone was moved"


def test_whom_changes_replace(office: Assistant) -> None:
    changes = _row(office, "许岸牵头").changes
    assert is_replaced("副县长许岸", changes)
    assert not is_replaced("县水利局", changes)
