"""Summaries and the ledger as files that leave the program."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports import (
    LEDGER_FORMATS,
    SUMMARY_FORMATS,
    ledger_file,
    ledger_text,
    summary_file,
    summary_text,
)
from pipeline.generation.summary.summarize import summarize
from tests.generation.papers import minutes

TODAY = datetime.date(2021, 3, 9)
OPENINGS = {"xlsx": b"PK", "docx": b"PK", "ics": b"BEGIN:VCALENDAR", "csv": b"\xef\xbb\xbf", "json": b"[", "md": b"# "}


def test_json_is_the_summarys_own() -> None:
    summary = summarize("d1", minutes())
    assert json.loads(summary_text(summary, format="json")) == json.loads(json.dumps(summary.to_json()))


@pytest.mark.parametrize("format", SUMMARY_FORMATS)
def test_a_summary_in_every_format(format: str) -> None:
    content = summary_file(summarize("d1", minutes()), format=format)
    assert content.startswith({"docx": b"PK", "json": b"{", "md": b"# "}[format])


@pytest.mark.parametrize("format", LEDGER_FORMATS)
def test_the_ledger_in_every_format(format: str) -> None:
    found = rows("d1", minutes())
    content = ledger_file(found, format=format, today=TODAY, documents={"d1": minutes()})
    assert content.startswith(OPENINGS.get(format, "行号".encode()))


def test_what_is_no_text_wants_a_file() -> None:
    with pytest.raises(BadRequest, match="docx 不能打印在屏幕上。请加 --out"):
        summary_text(summarize("d1", minutes()), format="docx")
    with pytest.raises(BadRequest, match="ics 不能打印在屏幕上"):
        ledger_text([], format="ics")


def test_an_unknown_format_names_the_legal_ones() -> None:
    with pytest.raises(BadRequest, match="可选：md、docx、json"):
        summary_file(summarize("d1", minutes()), format="pdf")
    with pytest.raises(BadRequest, match="可选：table、json、csv、md、xlsx、docx、ics"):
        ledger_file([], format="pdf", today=TODAY)


def test_ledger_json_names_pages() -> None:
    paged = replace(minutes(), pages=(0, 150))
    tree = json.loads(ledger_text(rows("d1", paged), format="json", documents={"d1": paged}))
    assert tree[0]["page"] == 1
    assert tree[-1]["page"] == 2
