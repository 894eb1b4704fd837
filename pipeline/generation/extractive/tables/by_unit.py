"""Answers with the rows of a table that are those of a unit or a person that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.tables.asking import HOW_MANY, TABLE, WHICH
from pipeline.generation.extractive.tables.cells import line_of
from pipeline.generation.extractive.tables.columns import bare, held_by
from pipeline.generation.extractive.tables.rows import Table, cells_named, fits, names_in, tables_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.documents.text.grids import Row
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

_SUPPORT = compiled(r"配合|协办|协助|协同|参与|帮")
_LEAD = compiled(r"牵头|负责|承办|主办|承担|主责|落实")


def of_unit(composing: Composing) -> Draft | None:
    """Return the rows in which a unit or a person that a question names leads, supports or has any part."""
    text = composing.question.text
    roles = {"support"} if _SUPPORT.search(text) else {"lead", "person"} if _LEAD.search(text) else set()
    found: list[tuple[Table, Row]] = []
    known: list[tuple[Table, str]] = []
    for source in composing.sources:
        for table in tables_of(source):
            holds = held_by(table.grid.heads)
            who = [place for place, kind in enumerate(holds) if kind in ("lead", "support", "person")]
            named = {name for row in table.rows for name in names_in(table, row, text)}
            if _asks_column(table, text):
                continue
            if not named or not fits(composing, table, without=" ".join(named)) or _told_beside(source, named, text):
                continue
            known += [(table, name) for name in named]
            wanted = [place for place in who if not roles or holds[place] in roles]
            found += [
                (table, row)
                for row in table.rows
                if row.sure and any(place in wanted for place, _ in cells_named(table, row, text))
            ]
    if len({table.source.document_id for table, _ in [*found, *known]}) != 1:
        return None
    if not found:
        return composing.refusal(
            "not_stated", f"表中没有由{known[0][1]}{'配合' if 'support' in roles else '负责'}的事项。"
        )
    names = {name for _, name in known}
    lines = [(table.source, _row_of(table, row, names, roles=bool(roles))) for table, row in found]
    if HOW_MANY.search(text):
        places = tuple(quote(table.source, row.span) for table, row in found)
        lines.insert(0, (found[0][0].source, Sentence(f"表中有{len(found)}项：", places, counted=len(found))))
    return composing.listed("ledger", lines)


def _asks_column(table: Table, text: str) -> bool:
    """Tell whether what a question counts or lists stands in one column of a row: 负责哪几个展厅."""
    asked = WHICH.search(text) or HOW_MANY.search(text)
    noun = asked["noun"][:2] if asked else ""
    heads = [bare(head) for place, head in enumerate(table.grid.heads) if place not in table.keys]
    return len(noun) > 1 and any(noun in head for head in heads)


def _row_of(table: Table, row: Row, names: set[str], *, roles: bool) -> Sentence:
    """Return what a row is called, and where no part in it was asked for, under which head a name stands."""
    holds = held_by(table.grid.heads)
    columns = [
        place
        for place, cell in enumerate(row.cells)
        if holds[place] in ("lead", "support", "person") and any(name in cell.said.text for name in names)
    ]
    told = None if roles else line_of(table, row, columns)
    return told or Sentence(plain(table.name_of(row)), (quote(table.source, row.span),))


def _told_beside(source: Source, names: set[str], text: str) -> bool:
    """Tell whether a decision outside of tables names one of some units; then a table alone is not all of theirs."""
    if TABLE.search(text):
        return False
    spans = [table.grid.span for table in tables_of(source)]
    document = source.document
    every = [point for item in (*document.items, *document.beside) for point in item.points]
    beside = [point for point in every if not any(point.start in span for span in spans)]
    return any(name in point.text for point in beside for name in names)
