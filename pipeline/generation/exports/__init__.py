"""Summaries and the ledger as files that leave the program: text, Word, a spreadsheet, a calendar."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from pipeline.errors import BadRequest, NotBuiltYet
from pipeline.generation.exports.cells import ledger_csv, ledger_table, safe_cell
from pipeline.generation.exports.markdown import ledger_markdown, summary_markdown
from pipeline.generation.ledger import LedgerRow, ledger_json
from pipeline.generation.summary.summarize import Summary
from pipeline.minutes import Document

__all__ = [
    "LEDGER_FORMATS",
    "SUMMARY_FORMATS",
    "ledger_text",
    "safe_cell",
    "summary_file",
    "summary_markdown",
    "summary_text",
]

SUMMARY_FORMATS = ("md", "json")
LEDGER_FORMATS = ("table", "json", "csv", "md")


def summary_text(summary: Summary, *, format: str = "md") -> str:
    """Return a summary as text, md or json.

    Raises:
        BadRequest: no such format.
    """
    if format == "json":
        return json.dumps(summary.to_json(), ensure_ascii=False, indent=1) + "\n"
    if format == "md":
        return summary_markdown(summary)
    raise _no_format(format, SUMMARY_FORMATS)


def summary_file(summary: Summary, *, format: str) -> bytes:
    """Return a summary as the content of a file, in a format of `SUMMARY_FORMATS`.

    Raises:
        BadRequest: no such format.
    """
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
        BadRequest: no such format.
    """
    if format == "json":
        return json.dumps(ledger_json(rows, documents), ensure_ascii=False, indent=1) + "\n"
    if format == "csv":
        return ledger_csv(rows)
    if format == "md":
        return ledger_markdown(rows)
    if format == "table":
        return ledger_table(rows)
    raise _no_format(format, LEDGER_FORMATS)


_LATER = {"docx": "请用 md 或 json", "xlsx": "请用 csv，电子表格软件可以直接打开"}


def _no_format(format: str, legal: Sequence[str]) -> BadRequest | NotBuiltYet:
    """Return the error for a format that is not written, or not yet."""
    if format in _LATER:
        return NotBuiltYet(f"{format.upper()} 格式", instead=_LATER[format])
    return BadRequest(f"没有“{format}”这种格式", instead=f"可选：{'、'.join(legal)}")
