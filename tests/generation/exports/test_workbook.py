"""The ledger as a workbook, read back."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from pipeline.generation.decisions.ledger import LedgerRow, rows
from pipeline.generation.exports.workbook import LEDGER, SOURCES, ledger_xlsx
from tests.generation.exports.opened import NAMED, SAME, SIGNED, signed_row
from tests.generation.papers import minutes

ROWS = rows("d1", minutes())


def _book(among: list[LedgerRow], **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(ledger_xlsx(among, documents={"d1": minutes()}, **options)))


def _named(sheet: Any, line: int) -> dict[str, Any]:
    return {head.value: cell for head, cell in zip(sheet[1], sheet[line], strict=True)}


def test_a_row_per_decision_with_real_dates_and_what_is_not_stated() -> None:
    sheet = _book(ROWS)[LEDGER]
    assert sheet.max_row == len(ROWS) + 1
    first, last = _named(sheet, 2), _named(sheet, sheet.max_row)
    assert first["会议日期"].value == datetime.datetime(2021, 3, 8)
    assert first["时限日期"].value == datetime.datetime(2021, 6, 30)
    assert first["时限日期"].number_format == "yyyy-mm-dd"
    assert (first["结论"].value, first["本项结论"].value, first["牵头单位"].value) == ("—", "原则通过", "市城管局")
    assert (last["时限"].value, last["时限日期"].value) == ("未载明", None)


def test_a_date_that_the_text_leaves_open_stays_as_it_is() -> None:
    cell = _named(_book([replace(ROWS[0], deadline_date="2021-06")])[LEDGER], 2)["时限日期"]
    assert (cell.value, cell.data_type) == ("2021-06", "s")


def test_head_filters_and_print() -> None:
    book = _book(ROWS)
    for sheet, frozen in ((book[LEDGER], "B2"), (book[SOURCES], "A2")):
        assert sheet.freeze_panes == frozen
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_every_row_leads_to_its_wording_and_back() -> None:
    book = _book(ROWS)
    ledger, sources = book[LEDGER], book[SOURCES]
    text = minutes().text
    for line in range(2, ledger.max_row + 1):
        target = ledger.cell(line, [cell.value for cell in ledger[1]].index("依据") + 1).hyperlink.location
        place = _named(sources, int(target.split("!A")[1]))
        assert place["行号"].value == ROWS[line - 2].row
        assert place["栏目"].value == "内容"
        assert place["返回"].hyperlink.location == f"'{LEDGER}'!A{line}"
    for line in range(2, sources.max_row + 1):
        place = _named(sources, line)
        assert place["原文"].value == text[place["起"].value : place["止"].value]


@pytest.mark.parametrize("text", ["=1+1", "+86", "@a", "-3"])
def test_a_text_is_never_a_formula(text: str) -> None:
    cell = _named(_book([replace(ROWS[0], text=text, lead_units=(text,))])[LEDGER], 2)
    assert (cell["内容"].value, cell["内容"].data_type) == (text, "s")
    assert cell["牵头单位"].data_type == "s"


def test_what_excel_cannot_hold_is_left_out() -> None:
    cell = _named(_book([replace(ROWS[0], text="甲\x00\ud800" + "乙" * 40_000)])[LEDGER], 2)["内容"]
    assert cell.value.startswith("甲乙")
    assert len(cell.value) <= 32_767


def test_a_signed_cell_is_green_and_says_who() -> None:
    cells = _named(_book([signed_row(ROWS[0])])[LEDGER], 2)
    assert cells["牵头单位"].value == "市住建局"
    assert cells["牵头单位"].fill.fgColor.rgb.endswith("E2F0D9")
    assert cells["时限"].fill.fill_type is None
    assert cells["已确认"].value == SIGNED
    assert cells["同一事项"].value == f"{SAME}；{NAMED}"


def test_files_are_linked_where_the_reader_can_open_them() -> None:
    assert _named(_book(ROWS)[LEDGER], 2)["文件"].hyperlink is None
    linked = _named(_book(ROWS, links={"d1": "file:///tmp/a.txt"})[LEDGER], 2)["文件"]
    assert linked.hyperlink.target == "file:///tmp/a.txt"
    assert linked.value == "临政纪〔2021〕6号.txt"


def test_an_empty_ledger_is_a_workbook_too() -> None:
    assert _book([])[LEDGER].max_row == 1


def test_a_row_is_as_tall_as_its_text_and_the_screen_columns_are_not_printed() -> None:
    short, long = replace(ROWS[0], text="甲"), replace(ROWS[0], text="甲" * 500)
    sheet = _book([short, long])[LEDGER]
    heights = [sheet.row_dimensions[line].height for line in (2, 3)]
    assert heights[0] < 60 < 300 < heights[1] <= 409
    assert sheet.print_area.endswith("$Q$3")
