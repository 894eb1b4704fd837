"""What goes on from a row of a table: 那配合单位呢, 时限呢, 下一项呢, and the same of another row: 那冷链仓储点呢."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import terms_of
from pipeline.generation.extractive.tables.by_rows import numbered_in, row_of_number, whole_row
from pipeline.generation.extractive.tables.cells import told
from pipeline.generation.extractive.tables.columns import asked_in
from pipeline.generation.extractive.tables.rows import Meant, Table, meant, named_in
from pipeline.generation.understanding.asking import ITEM_ORDINAL
from pipeline.generation.understanding.topic import topic_segments
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.documents.text.grids import Row
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue

LONGEST = 24
"""Characters of a question that leaves out what it is about."""
STEP = compiled(r"(?:再)?(?<!最)(?P<way>[下上前后])(?:面|边)?(?:一|那)?(?:[项个条件行]|任务|事)")
OTHER = compiled(r"^(?:那么?|还有|至于|再)?(?P<other>[^，。？?呢谁哪几]{2,16})呢[？?。]*$")
TURNS = 4
"""Earlier questions that are looked through for the row."""


def going_on(question: Question, earlier: Sequence[Question], *, catalogue: Catalogue, find: Find) -> Draft | None:
    """Answer out of the row of a table that the questions before named; `None` where they named none.

    Args:
        question: the question.
        earlier: the questions before it, oldest first.
        catalogue: where the documents are.
        find: searches the library.
    """
    if not earlier or len(question.text) > LONGEST or question.claim or question.yes_no:
        return None
    before = _row_before(earlier[-TURNS:], catalogue, find)
    if before is None:
        return None
    table, row = before
    composing = Composing(question, catalogue, find)
    if (step := STEP.search(question.text)) is not None:
        beside = _beside(table, row, back=step["way"] in "上前")
        if beside is None:
            return composing.refusal("not_stated", "表中没有这样一项。")
        columns = asked_in(STEP.sub("", question.text), table.grid.heads)
        return told(composing, Meant(table, (beside,)), columns) if columns else whole_row(composing, table, beside)
    number = question.item_number if ITEM_ORDINAL.search(question.text) else None
    if number is not None and (numbered := numbered_in(table, number)) is not None:
        columns = asked_in(question.text, table.grid.heads)
        return told(composing, Meant(table, (numbered,)), columns) if columns else whole_row(composing, table, numbered)
    columns = [place for place in asked_in(question.text, table.grid.heads) if place not in table.keys]
    words = terms_of(topic_segments(question.text)).without(" ".join(table.grid.heads))
    if columns and not words.weights:
        return told(composing, Meant(table, (row,)), columns)
    other = OTHER.match(question.text)
    named = named_in(table, other["other"]) if other else None
    columns = asked_in(earlier[-1].text, table.grid.heads)
    return told(composing, Meant(table, (named,)), columns) if named is not None and columns else None


def _row_before(turns: Sequence[Question], catalogue: Catalogue, find: Find) -> tuple[Table, Row] | None:
    """Return the one row that the last of some questions is about, through those before it where it leaves that out."""
    last = turns[-1]
    if len(turns) > 1 and (step := STEP.search(last.text)):
        before = _row_before(turns[:-1], catalogue, find)
        row = _beside(*before, back=step["way"] in "上前") if before else None
        return (before[0], row) if before and row else None
    composing = Composing(last, catalogue, find)
    if (numbered := row_of_number(composing)) is not None:
        return numbered
    found = meant(composing.sources, composing.terms, said=last.text)
    if found is not None:
        return (found.table, found.rows[0]) if len(found.rows) == 1 else None
    if len(turns) < 2 or len(last.text) > LONGEST:
        return None
    before = _row_before(turns[:-1], catalogue, find)
    other = OTHER.match(last.text)
    named = named_in(before[0], other["other"]) if before and other else None
    return (before[0], named) if before and named else before


def _beside(table: Table, row: Row, *, back: bool) -> Row | None:
    """Return the row before or behind a row."""
    rows = table.rows
    place = next(index for index, one in enumerate(rows) if one.span == row.span) + (-1 if back else 1)
    return rows[place] if 0 <= place < len(rows) else None
