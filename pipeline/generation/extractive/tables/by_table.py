"""Answers out of the tables of the documents that a question is about: a cell, rows, a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.several.splitting import sides
from pipeline.generation.extractive.tables.asking import TABLE, asks_rows
from pipeline.generation.extractive.tables.by_rows import by_rows
from pipeline.generation.extractive.tables.cells import by_cell, by_name

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing


def by_table(composing: Composing) -> Draft | None:
    """Answer out of a table of the documents opened for a question; `None` where none is meant."""
    if composing.question.claim or composing.question.yes_no:
        return None
    if len(composing.sources) > 1 and sides(composing.question):
        return None  # each side is asked of its own meeting
    if asks_rows(composing.question.text):
        return by_rows(composing) or by_cell(composing) or by_name(composing, who=False)
    return by_cell(composing) or by_name(composing) or by_rows(composing)


def speaks_of_table(text: str) -> bool:
    """Tell whether a question speaks of a table: 任务分解表里列了几项."""
    return TABLE.search(text) is not None
