"""Summaries and the ledger as files that leave the program: text, Word, a spreadsheet, a calendar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pipeline.errors import BadRequest
from pipeline.generation.decisions.ledger import ledger_json
from pipeline.generation.exports.cells import ledger_csv, ledger_table, safe_cell
from pipeline.generation.exports.markdown import ledger_markdown, summary_markdown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.generation.summary.summarize import Summary
    from pipeline.minutes import Document

__all__ = [
    "LEDGER_FORMATS",
    "SUMMARY_FORMATS",
    "ledger_file",
    "ledger_text",
    "safe_cell",
    "summary_file",
    "summary_markdown",
    "summary_text",
]

SUMMARY_FORMATS = ("md", "docx", "json")
LEDGER_FORMATS = ("table", "json", "csv", "md", "xlsx", "docx", "ics")
BINARY = frozenset(("docx", "xlsx", "ics"))
"""Formats that are no text for a terminal."""


def summary_text(summary: Summary, *, format: str = "md") -> str:
    """Return a summary as text, md or json.

    Raises:
        BadRequest: no such format, or one that is no text.
    """
    if format == "json":
        return json.dumps(summary.to_json(), ensure_ascii=False, indent=1) + "\n"
    if format == "md":
        return summary_markdown(summary)
    raise _no_text(format, SUMMARY_FORMATS)


def summary_file(summary: Summary, *, format: str) -> bytes:
    """Return a summary as the content of a file, in a format of `SUMMARY_FORMATS`.

    Raises:
        BadRequest: no such format.
    """
    if format == "docx":
        from pipeline.generation.exports.summary_paper import summary_docx

        return summary_docx(summary)
    return summary_text(summary, format=format).encode()


def ledger_text(
    rows: Sequence[LedgerRow], *, format: str = "table", documents: Mapping[str, Document] | None = None
) -> str:
    """Return the ledger as text; CSV comes without the byte order mark that Excel needs.

    Args:
        rows: the decisions.
        format: table, json, csv or md.
        documents: documents by id, for the page beside each place in JSON.

    Raises:
        BadRequest: no such format, or one that is no text.
    """
    if format == "json":
        return json.dumps(ledger_json(rows, documents), ensure_ascii=False, indent=1) + "\n"
    if format == "csv":
        return ledger_csv(rows)
    if format == "md":
        return ledger_markdown(rows)
    if format == "table":
        return ledger_table(rows)
    raise _no_text(format, LEDGER_FORMATS)


def ledger_file(
    rows: Sequence[LedgerRow],
    *,
    format: str,
    today: datetime.date,
    documents: Mapping[str, Document] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Return the ledger as the content of a file, in a format of `LEDGER_FORMATS`.

    Args:
        rows: the decisions.
        format: docx is the table of tasks (任务分解表), ics the deadlines; csv opens in Excel as it is.
        today: the day on which a calendar is made.
        documents: documents by id, for the wording of each cell and its page.
        links: the address of each document's file, by id, where the reader can open it.

    Raises:
        BadRequest: no such format.
    """
    if format == "docx":
        from pipeline.generation.exports.task_table import tasks_docx

        return tasks_docx(rows)
    if format == "xlsx":
        from pipeline.generation.exports.workbook import ledger_xlsx

        return ledger_xlsx(rows, documents=documents, links=links)
    if format == "ics":
        from pipeline.generation.exports.reminders import ledger_ics

        return ledger_ics(rows, today=today)
    # A spreadsheet takes a CSV without a byte order mark for the local code page and garbles the Chinese.
    return ledger_text(rows, format=format, documents=documents).encode("utf-8-sig" if format == "csv" else "utf-8")


def _no_text(format: str, legal: Sequence[str]) -> BadRequest:
    """Return the error for a format that is not written, or not as text."""
    if format in BINARY and format in legal:
        return BadRequest(f"{format} 不能打印在屏幕上", instead="请加 --out 写入文件")
    return BadRequest(f"没有“{format}”这种格式", instead=f"可选：{'、'.join(legal)}")
