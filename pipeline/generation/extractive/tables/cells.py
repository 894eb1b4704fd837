"""Answers with cells of a table: what a row that a question names has under the head that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.tables.columns import asked_in, bare
from pipeline.generation.extractive.tables.rows import Meant, Table, meant
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.documents.text.grids import Cell, Row
    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.extractive.composing import Composing

SEVERAL = 5
"""Rows at most that are told where a question fits several alike."""
NOBODY = compiled(r"[-—–－/\\·.。]*")
"""A cell in which nothing is told: empty, or a dash."""


def by_cell(composing: Composing) -> Draft | None:
    """Answer with the cells of the row that a question names, under the heads that it asks for."""
    question = composing.question
    found = meant(composing.sources, composing.terms, said=question.text)
    if found is None:
        return None
    columns = asked_in(question.text, found.table.grid.heads)
    columns = [place for place in columns if place not in found.table.keys]
    return told(composing, found, columns) if columns else None


def told(composing: Composing, found: Meant, columns: list[int]) -> Draft | None:
    """Return what rows have in some columns, or a refusal where a cell asked for is empty."""
    table, rows = found.table, found.rows
    if not all(row.sure for row in rows):
        return None
    if len({_values(row, columns) for row in rows}) > 1:
        if len(rows) > SEVERAL:
            return None
    else:
        rows = rows[:1]
    lines = [line for row in rows if (line := line_of(table, row, columns)) is not None]
    if lines:
        return composing.stamped("ledger", [(table.source, line) for line in lines])
    heads = "、".join(bare(table.grid.heads[place]) for place in columns)
    name = plain(table.name_of(rows[0]))
    return composing.refusal("not_stated", f"表中“{name}”一项的“{heads}”一栏没有填写，文件未写明。")


def _values(row: Row, columns: list[int]) -> tuple[str, ...]:
    return tuple(row.cells[place].said.text for place in columns)


def line_of(table: Table, row: Row, columns: list[int]) -> Sentence | None:
    """Return what a row has in some columns, as a sentence: 「修桥，牵头单位：甲科；时限：6月底。」."""
    cells = [(place, row.cells[place].said) for place in columns]
    filled = [(place, cell) for place, cell in cells if not NOBODY.fullmatch(cell.text.strip())]
    if not filled:
        return None
    said = "；".join(f"{plain(table.grid.heads[place])}：{plain(cell.text).rstrip('。；;')}" for place, cell in filled)
    text = f"{plain(table.name_of(row)).rstrip('。；;')}，{said}。"
    return Sentence(text, quotes_of(table, row, [cell for _, cell in filled]))


def quotes_of(table: Table, row: Row, cells: list[Cell]) -> tuple[Quote, ...]:
    """Return the heads, the row, and the cells above for which dittos of the row stand, as quotes."""
    above = [part for cell in cells for part in cell.parts if not row.span.overlaps(part)]
    spans = [table.grid.head.span, *above, row.span]
    return tuple(quote(table.source, span) for span in spans)
