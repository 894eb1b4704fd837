"""Answers with cells of a table: what a row that a question names has under the head that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.tables.columns import asked_in, bare, held_by
from pipeline.generation.extractive.tables.rows import Meant, Table, cells_named, fits, meant, names_in, tables_of
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
    return _under_heads(composing, found, question.text) if found is not None else None


def by_name(composing: Composing, *, who: bool = True) -> Draft | None:
    """Answer the same of the row that a question names by another cell: 褚玉的电话.

    Args:
        composing: the question on its way.
        who: also who does it may be asked for; where rows are, a name says whose rows.
    """
    text = composing.question.text if who else _DOES.sub("", composing.question.text)
    found = named_beside(composing, text)
    return _under_heads(composing, found, text) if found is not None else None


_DOES = compiled(r"牵头|负责|承办|主办|配合|协办")


def _under_heads(composing: Composing, found: Meant, text: str) -> Draft | None:
    """Return what rows have under the heads that a wording asks for."""
    columns = asked_in(text, found.table.grid.heads)
    columns = [place for place in columns if place not in found.table.keys]
    columns += [place for place in presumed(text, found) if columns and place not in columns]
    return told(composing, found, columns) if columns else None


def named_beside(composing: Composing, text: str) -> Meant | None:
    """Return the one row that a wording names by another cell than the one that names it: 褚玉的电话."""
    found: list[tuple[Table, Row]] = []
    for source in composing.sources:
        for table in tables_of(source):
            own = [(row, names) for row in table.rows if row.sure and (names := names_in(table, row, text))]
            asked = asked_in(text, table.grid.heads)
            held = [row for row, names in own if fits(composing, table, without=" ".join(names))]
            told = {place for row, _ in own for place, _ in cells_named(table, row, text)}
            if held and asked and not set(asked) & told:
                found += [(table, row) for row in held]
    return Meant(found[0][0], (found[0][1],)) if len(found) == 1 else None


def presumed(text: str, found: Meant) -> list[int]:
    """Return the columns that tell what a question takes for granted and the row does not say: who does it, by when."""
    said = "".join(found.table.wording(row) for row in found.rows)
    who = any(match["who"] not in said for match in _PRESUMES_WHO.finditer(text))
    day = any(match.group() not in said for match in _DAY.finditer(text) if match.group() not in found.table.context)
    kinds = (*(("lead", "person") if who else ()), *(("when",) if day else ()))
    return [place for place, kind in enumerate(held_by(found.table.grid.heads)) if kind in kinds]


_PRESUMES_WHO = compiled(
    r"(?:由|归|是|交给|让)(?!谁|哪|什么|何|不)(?P<who>[一-鿿]{2,12}?)(?:牵头|负责|组织|承办|主办|主责|实施|落实|来[做办管]|去办)"
)
_DAY = compiled(r"\d{1,2}月(?:\d{1,2}[日号])?")


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
    key = _key_said(composing, found)
    lines = [line for row in rows if (line := line_of(table, row, columns, key=key)) is not None]
    empty = [place for place in columns if all(NOBODY.fullmatch(row.cells[place].said.text.strip()) for row in rows)]
    holds = held_by(table.grid.heads)
    if lines and any(holds[place] in ("lead", "person") for place in columns if place not in empty):
        empty = [place for place in empty if holds[place] not in ("lead", "person")]  # the unit or the person tells who
    heads = "、".join(bare(table.grid.heads[place]) for place in empty)
    if lines:
        unsaid = f"表中“{heads}”一栏没有填写。" if empty else ""
        return composing.stamped("ledger", [(table.source, line) for line in lines], preface=unsaid)
    name = plain(table.name_of(rows[0]))
    return composing.refusal("not_stated", f"表中“{name}”一项的“{heads}”一栏没有填写，文件未写明。")


def _key_said(composing: Composing, found: Meant) -> int | None:
    """Return which of the cells that name a row a question says: the task, where not the measure beside it."""
    terms = composing.terms
    held = [(terms.coverage(found.rows[0].cells[place].said.text), place) for place in reversed(found.table.keys)]
    return max(held, key=lambda one: one[0])[1] if terms.weights else None


def _values(row: Row, columns: list[int]) -> tuple[str, ...]:
    return tuple(row.cells[place].said.text for place in columns)


def line_of(table: Table, row: Row, columns: list[int], *, key: int | None = None) -> Sentence | None:
    """Return what a row has in some columns, as a sentence: 「修桥，牵头单位：甲科；时限：6月底。」.

    Args:
        table: the table.
        row: one of its rows.
        columns: the columns.
        key: the column that names the row; else the last of those that do.
    """
    cells = [(place, row.cells[place].said) for place in columns]
    filled = [(place, cell) for place, cell in cells if not NOBODY.fullmatch(cell.text.strip())]
    if not filled:
        return None
    said = "；".join(f"{plain(table.grid.heads[place])}：{plain(cell.text).rstrip('。；;')}" for place, cell in filled)
    name = (row.cells[key].said.text if key is not None else "") or table.name_of(row)
    text = f"{plain(name).rstrip('。；;')}，{said}。"
    return Sentence(text, quotes_of(table, row, [cell for _, cell in filled]))


def quotes_of(table: Table, row: Row, cells: list[Cell]) -> tuple[Quote, ...]:
    """Return the heads, the row, and the cells above for which dittos of the row stand, as quotes."""
    above = [part for cell in cells for part in cell.parts if not row.span.overlaps(part)]
    spans = [table.grid.head.span, *above, row.span]
    return tuple(quote(table.source, span) for span in spans)
