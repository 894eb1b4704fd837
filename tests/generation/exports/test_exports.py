"""Summaries and the ledger as text that leaves the program."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pipeline.errors import BadRequest, NotBuiltYet
from pipeline.generation.exports import ledger_text, summary_text
from pipeline.generation.ledger import rows
from pipeline.generation.summary.summarize import summarize
from tests.generation.papers import minutes


def test_json_is_the_summarys_own() -> None:
    summary = summarize("d1", minutes())
    assert json.loads(summary_text(summary, format="json")) == json.loads(json.dumps(summary.to_json()))


@pytest.mark.parametrize(
    ("format", "message"),
    [
        pytest.param("docx", "DOCX 格式 这一版还没有", id="docx"),
        pytest.param("xlsx", "XLSX 格式 这一版还没有", id="xlsx"),
    ],
)
def test_a_format_of_a_later_version_says_so(format: str, message: str) -> None:
    with pytest.raises(NotBuiltYet, match=message):
        summary_text(summarize("d1", minutes()), format=format)
    with pytest.raises(NotBuiltYet, match=message):
        ledger_text(rows("d1", minutes()), format=format)


def test_an_unknown_format_names_the_legal_ones() -> None:
    with pytest.raises(BadRequest, match="可选：md、json"):
        summary_text(summarize("d1", minutes()), format="pdf")
    with pytest.raises(BadRequest, match="可选：table、json、csv、md"):
        ledger_text([], format="pdf")


def test_ledger_json_names_pages() -> None:
    paged = replace(minutes(), pages=(0, 150))
    tree = json.loads(ledger_text(rows("d1", paged), format="json", documents={"d1": paged}))
    assert tree[0]["page"] == 1
    assert tree[-1]["page"] == 2
