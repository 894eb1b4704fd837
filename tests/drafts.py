"""The sample documents, other papers and their drafts, read and written once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.generation.summary.summarize import Style, Summary, summarize
from pipeline.minutes import Document

SAMPLES = sorted((ROOT / "data" / "minutes").glob("*.txt"))


@cache
def sample_document(path: Path) -> Document:
    """Return a sample or another paper, parsed; nobody may change it."""
    return parse(read_file(path, max_bytes=10_000_000))


@cache
def sample_draft(path: Path, style: Style) -> Summary:
    """Return the summary of a sample or another paper without a model; nobody may change it."""
    return summarize("d1", sample_document(path), style=style)
