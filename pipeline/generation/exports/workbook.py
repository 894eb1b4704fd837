"""The ledger as an Excel workbook: real dates, filters, a frozen head, each row linked to its wording."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.generation.columns import one_line, width
from pipeline.generation.decisions.signable import FIELDS
from pipeline.generation.decisions.signing import signed_words
from pipeline.generation.exports.cells import (
    CHANGED,
    changes_words,
    deadlines,
    field_name,
    item_verdict_words,
    links_words,
    verdict_words,
)
from pipeline.generation.wording import NOT_STATED, doers
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Document

LEDGER, SOURCES = "台账", "依据"
"""The names of the two sheets."""
LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_COLUMNS: tuple[tuple[str, float], ...] = (
    ("序号", 6),
    ("发文机关", 16),
    ("发文字号", 16),
    ("会议", 16),
    ("会议日期", 12),
    ("议题", 6),
    ("议题名称", 24),
    ("条目", 6),
    ("内容", 48),
    ("结论", 11),
    ("本项结论", 11),
    ("牵头单位", 16),
    ("配合单位", 16),
    ("时限", 12),
    ("时限日期", 12),
    ("下一步", 20),
    (CHANGED, 24),
    ("已确认", 24),
    ("同一事项", 28),
    ("依据", 12),
    ("文件", 24),
    ("行号", 16),
)
_SOURCE_COLUMNS: tuple[tuple[str, float], ...] = (
    *(
        ("序号", 6),
        ("行号", 16),
        ("栏目", 12),
        ("原文", 80),
        ("起", 8),
        ("止", 8),
        ("页", 6),
        ("文件", 30),
        ("返回", 8),
    ),
)
_CENTRED = frozenset(("序号", "会议日期", "议题", "条目", "时限日期"))
_PRINTED = CHANGED
"""The last column that is printed; what follows is for the screen."""
_LINE, _TALLEST = 15.0, 405.0  # points: of a line, and of a row at most (Excel takes 409)
_CONFIRMABLE = {name: field_name(name) for name in (*FIELDS, "text", "item_title")}
_UNFIT = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNED, _HEAD = "E2F0D9", "D9E2F3"  # fills: a confirmed cell, the head


def ledger_xlsx(
    rows: Sequence[LedgerRow],
    *,
    documents: Mapping[str, Document] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Return the ledger as a workbook: one sheet of rows, one of the wording that each rests on.

    Args:
        rows: the decisions.
        documents: documents by id, for the wording of each cell and its page.
        links: the address of each document's file, by id, where the reader can open it.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet, sources = book.active, book.create_sheet(SOURCES)
    assert sheet is not None
    sheet.title = LEDGER
    for place, columns in ((sheet, _COLUMNS), (sources, _SOURCE_COLUMNS)):
        _head(place, columns)
    named = {name: column for column, (name, _) in enumerate(_COLUMNS, start=1)}
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, number, row, named)
        first = _write_sources(sources, number, row, (documents or {}).get(row.document_id))
        _link(sheet.cell(number + 1, named["依据"]), f"#'{SOURCES}'!A{first}", "查看原文")
        if address := (links or {}).get(row.document_id):
            _link(sheet.cell(number + 1, named["文件"]), address, row.file)
    for place in (sheet, sources):
        place.auto_filter.ref = f"A1:{get_column_letter(place.max_column)}{max(place.max_row, 2)}"
    sheet.freeze_panes, sources.freeze_panes = "B2", "A2"
    sheet.print_area = f"A1:{get_column_letter(named[_PRINTED])}{max(sheet.max_row, 2)}"
    book.properties.creator, book.properties.title = "纪要", "决定台账"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _head(sheet: Worksheet, columns: Sequence[tuple[str, float]]) -> None:
    """Write the head of a sheet, and how it is printed: lying, as wide as the page, the head on each."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, (name, room) in enumerate(columns, start=1):
        cell = sheet.cell(1, number, name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = room
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True


def _write_row(sheet: Worksheet, number: int, row: LedgerRow, named: Mapping[str, int]) -> None:
    """Write one decision, a cell that a person signed on green."""
    from openpyxl.styles import PatternFill

    values = {
        "序号": number,
        "发文机关": row.body,
        "发文字号": row.document_number,
        "会议": row.meeting,
        "会议日期": _dated(row.date),
        "议题": row.item,
        "议题名称": one_line(row.item_title),
        "条目": row.point,
        "内容": one_line(row.text),
        "结论": verdict_words(row),
        "本项结论": item_verdict_words(row),
        "牵头单位": "、".join(map(one_line, doers(row.lead_units, row.lead_generic))) or NOT_STATED,
        "配合单位": "、".join(map(one_line, doers(row.support_units, row.support_generic))) or NOT_STATED,
        "时限": "；".join(map(one_line, deadlines(row))) or NOT_STATED,
        "时限日期": _dated(row.deadline_date),
        "下一步": one_line(row.next_step) if row.next_step else NOT_STATED,
        CHANGED: changes_words(row),
        "已确认": signed_words(row),
        "同一事项": links_words(row),
        "文件": row.file,
        "行号": row.row,
    }
    for name, value in values.items():
        _put(sheet.cell(number + 1, named[name]), value, centred=name in _CENTRED)
    _set_height(sheet, number + 1, _COLUMNS)
    for field in row.confirmed:
        if column := _CONFIRMABLE.get(field.split(".")[0]):
            sheet.cell(number + 1, named[column]).fill = PatternFill("solid", fgColor=_SIGNED)


def _write_sources(sheet: Worksheet, number: int, row: LedgerRow, document: Document | None) -> int:
    """Write the wording of each cell of a decision, to the character; return the first line of them."""
    first: int = sheet.max_row + 1
    spans = sorted(row.spans.items(), key=lambda entry: (entry[0] != "text", entry[1].start))
    for offset, (field, span) in enumerate(spans or [("text", None)]):
        line = first + offset
        start, end = (span.start, span.end) if span else (row.start, row.end)
        wording = document.text[start:end] if document else (row.text if field == "text" else "")
        page = document.page_at(start) if document else None
        values = (number, row.row, field_name(field), wording, start, end, page, row.file)
        for column, value in enumerate(values, start=1):
            _put(sheet.cell(line, column), value)
        _link(sheet.cell(line, len(_SOURCE_COLUMNS)), f"#'{LEDGER}'!A{number + 1}", "返回")
        _set_height(sheet, line, _SOURCE_COLUMNS)
    return first


def _set_height(sheet: Worksheet, line: int, columns: Sequence[tuple[str, float]]) -> None:
    """Make a row as tall as its fullest cell needs; not every program does so by itself."""
    needed = 1
    for column, (_, room) in enumerate(columns, start=1):
        text = str(sheet.cell(line, column).value or "")
        needed = max(needed, sum(math.ceil(width(part) / (room - 1)) or 1 for part in text.split("\n")))
    sheet.row_dimensions[line].height = min(needed * _LINE + 3, _TALLEST)


def _put(cell: Cell | Any, value: object, *, centred: bool = False) -> None:
    """Write a value: a text never as a formula, a day as a date."""
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        cell.value = _UNFIT.sub("", value)[:LONGEST_CELL]
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    if isinstance(value, datetime.date):
        cell.number_format = "yyyy-mm-dd"
    cell.alignment = Alignment(horizontal="center" if centred else None, vertical="top", wrap_text=True)


def _dated(date: str | None) -> datetime.date | str | None:
    """Return a whole date as a date; one that the text leaves open (2022-04, --03-08) stays as it is."""
    try:
        return datetime.date.fromisoformat(date or "")
    except ValueError:
        return date


def _link(cell: Cell | Any, address: str, shown: str) -> None:
    """Write a link, inside the workbook where it opens with #."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell.value = _UNFIT.sub("", shown)
    cell.data_type = "s"
    if address.startswith("#"):
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=address[1:], display=shown)
    else:
        cell.hyperlink = address
    cell.font = Font(color="0563C1", underline="single")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
