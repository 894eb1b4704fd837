"""A row of a table is told only where it is the one meant: neither the heads of a table nor a row beside it answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import terms_of
from pipeline.generation.extractive.tables.rows import tables_of

if TYPE_CHECKING:
    from pipeline.generation.draft import Quote
    from pipeline.generation.extractive.slots.telling import Telling

HELD = 0.4
"""Share of what a question names beside its document that a row, with its table's name, must hold."""


def is_of_another_row(one: Telling) -> bool:
    """Tell whether an answer is heads of a table, or a row of which the question does not speak."""
    if one.question.inherited or one.draft.route != "passages":
        return False
    told = [_told(one, quote) for quote in one.draft.quotes]
    if not told or any(wording is None for wording in told):
        return False
    terms = terms_of((*one.question.titles, *one.question.topic))
    names = [(each.entry.name, each.meeting, each.entry.issuing_body, each.entry.file) for each in one.sources]
    own = terms.without(" ".join(name for every in names for name in every if name))
    return not any(told) or (own.total > 0 and own.coverage(" ".join(filter(None, told))) < HELD)


def _told(one: Telling, quote: Quote) -> str | None:
    """Return what a row says in its table, nothing for the heads of one; `None` for another place or one cell."""
    for source in one.sources:
        for table in tables_of(source) if source.document_id == quote.document_id else ():
            if table.grid.head.span.overlaps(quote.span) and quote.end <= table.grid.head.span.end:
                return ""
            for row in table.grid.rows:
                cells = [cell for cell in row.cells if any(part.overlaps(quote.span) for part in cell.parts)]
                if len(cells) > 1 and quote.end <= row.span.end + 1:
                    return f"{table.title} {table.matter} {table.wording(row)}"
    return None
