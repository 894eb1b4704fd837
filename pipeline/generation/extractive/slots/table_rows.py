"""A row of a table is told only where it is the one meant: neither the heads of a table nor a row beside it answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import terms_of
from pipeline.generation.extractive.tables.rows import tables_of

if TYPE_CHECKING:
    from pipeline.generation.draft import Quote
    from pipeline.generation.extractive.slots.telling import Telling

HELD = 0.4
"""Share of what a question names beside its document that a row, with its table, must hold where another has more."""


def is_of_another_row(one: Telling) -> bool:
    """Tell whether an answer is heads of a table, or a row of which the question speaks less than of one beside it."""
    if one.question.inherited or one.draft.route != "passages":
        return False
    told = [_told(one, quote) for quote in one.draft.quotes]
    if not told or any(rows is None for rows in told):
        return False
    terms = terms_of((*one.question.titles, *one.question.topic))
    names = [(each.entry.name, each.meeting, each.entry.issuing_body, each.entry.file) for each in one.sources]
    own = terms.without(" ".join(name for every in names for name in every if name))
    rows = [row for row in told if row]
    if not rows or not own.total:
        return not rows
    held = own.coverage(" ".join(row[0] for row in rows))
    return held < HELD and held < max(own.coverage(beside) for row in rows for beside in row)


def _told(one: Telling, quote: Quote) -> list[str] | None:
    """Return what a row says in its table, and what each row beside it says.

    Nothing for the heads of a table; `None` for another place or one cell.
    """
    for source in one.sources:
        for table in tables_of(source) if source.document_id == quote.document_id else ():
            if table.grid.head.span.overlaps(quote.span) and quote.end <= table.grid.head.span.end:
                return []
            for row in table.grid.rows:
                cells = [cell for cell in row.cells if any(part.overlaps(quote.span) for part in cell.parts)]
                if len(cells) > 1 and quote.end <= row.span.end + 1:
                    others = [other for other in table.grid.rows if other is not row]
                    return [f"{table.title} {table.matter} {table.wording(each)}" for each in (row, *others)]
    return None
