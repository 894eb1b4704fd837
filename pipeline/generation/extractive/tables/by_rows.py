"""Answers with the rows of a table: how many there are, which, those of one unit, what they sum to, the third."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.numerals import chinese_to_int, circled_to_int
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import LISTED_AT_MOST
from pipeline.generation.extractive.evidence import Terms, plain, terms_of
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.tables.asking import HOW_MANY, OF_TABLE, TABLE, WHICH
from pipeline.generation.extractive.tables.by_unit import of_unit
from pipeline.generation.extractive.tables.cells import NOBODY, line_of, told
from pipeline.generation.extractive.tables.columns import asked_in, bare, held_by
from pipeline.generation.extractive.tables.rows import (
    FITS,
    Meant,
    Table,
    fits,
    is_total,
    tables_of,
)
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.documents.text.grids import Row
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing

IN_ALL = compiled(r"合计|总计|共计|一共|总共|总额|总(?:金额|预算|经费|费用|投资)")
SPOKEN_OF = 0.8
"""Share of what a question names beside its meeting that the name of a table must hold."""
_OF_TASKS = compiled(r"任务")
_WEAK = compiled(r"(?:任务|事项?|事情|工作|内容|问题|要求|措施|议题|活)?(?:呢|啊|呀|吗)?")
_CORE = compiled(r"(?:名称|内容|事项|清单)$|别$")
_NARROWED = compiled(
    r"\d{1,2}月|\d{1,2}[日号]|[年季月旬周]末|季度|[年月]底|最|超过|以上|以下|低于|高于|不足|大于|多于|少于|不到|除了|以外|之外|其余|其他"
)
"""Words by which only some rows are asked for, and not by whom."""
_LEFT_EMPTY = compiled(r"没有?(?:写|填|注明|明确|载明|标|列|定|落实)|未(?:写|填|注|明确|载明|标|列|定)|空白|空着|缺")


def by_rows(composing: Composing) -> Draft | None:
    """Answer with rows of the table that a question speaks of as a whole; `None` where it speaks of none."""
    text = composing.question.text
    many, which = HOW_MANY.search(text), WHICH.search(text)
    if (numbered := row_of_number(composing)) is not None:
        return _of_number(composing, *numbered)
    if IN_ALL.search(text) and (summed := _in_all(composing)) is not None:
        return summed
    if not (many or which):
        return None
    if _LEFT_EMPTY.search(text):
        return _left_empty(composing)
    if _NARROWED.search(blanked(text, composing.question.scope.mentions)):
        return None
    if (given := of_unit(composing)) is not None:
        return given
    asked = many or which
    noun = asked["noun"] if asked else ""
    table = _spoken_of(composing, noun)
    if table is None or any(terms_of((unit,)).coverage(table.context) < FITS for unit in composing.units):
        return None
    column = _counted_column(table, noun, text)
    rows = _distinct(table, column)
    if many:
        return _counted(composing, table, rows, many["measure"])
    return _listed(composing, table, rows, column)


def _spoken_of(composing: Composing, noun: str) -> Table | None:
    """Return the one table of which a question speaks as a whole."""
    text, terms = composing.question.text, composing.terms
    fitting = [
        (_named_by(table, terms), table)
        for source in composing.sources
        for table in tables_of(source)
        if fits(composing, table) and _speaks_of(text, noun, table, terms)
    ]
    top = max((named for named, _ in fitting), default=0.0)
    best = [table for named, table in fitting if named >= top]
    return best[0] if len(best) == 1 else None


def _named_by(table: Table, terms: Terms) -> float:
    return terms.coverage(f"{table.title} {' '.join(table.grid.heads)}") if terms.weights else 0.0


def _speaks_of(text: str, noun: str, table: Table, terms: Terms) -> bool:
    """Tell whether a question speaks of a table: as a table, by a word of its name, by what its rows are."""
    name = f"{table.title} {table.matter} {' '.join(table.grid.heads)}"
    if TABLE.search(text) or any(match.group() in name for match in OF_TABLE.finditer(text)):
        return True
    own = terms.without(f"{table.source.entry.name} {table.source.meeting} {table.source.entry.issuing_body or ''}")
    if own.total and own.coverage(f"{name} {table.matter}", credit=1.0) >= SPOKEN_OF and _OF_TASKS.search(text):
        return True
    for place in table.keys:
        head = bare(table.grid.heads[place])
        core = _CORE.sub("", head) or head
        if (len(head) > 2 and head in text) or (noun and not _WEAK.fullmatch(noun) and noun[0] in head):
            return True
        if len(core) > 1 and core in text and not _WEAK.fullmatch(core):
            return True
    return False


def _counted_column(table: Table, noun: str, text: str) -> int:
    """Return the column whose cells are counted: the one that a question names, else the one that names the rows."""
    heads = [bare(head) for head in table.grid.heads]
    whole = [place for place, head in enumerate(heads) if len(head) > 2 and noun.startswith(head)]
    said = [place for place in table.keys if len(heads[place]) > 2 and heads[place] in text]
    named = [place for place in table.keys if len(noun) > 1 and noun[:2] in heads[place]]
    return next((places[0] for places in (whole, named, said) if len(places) == 1), table.keys[-1])


def _distinct(table: Table, column: int) -> list[Row]:
    """Return the rows; of those with the same in another column than the one that names them only the first."""
    found: dict[str, Row] = {}
    for index, row in enumerate(table.rows):
        text = row.cells[column].said.text
        if text and not NOBODY.fullmatch(text):
            found.setdefault(text if column != table.keys[-1] else str(index), row)
    return list(found.values())


def _counted(composing: Composing, table: Table, rows: Sequence[Row], measure: str) -> Draft | None:
    """Return how many rows a table has."""
    if not rows:
        return None
    places = tuple(quote(table.source, row.span) for row in rows)
    line = Sentence(f"表中共列{len(rows)}{measure}。", places, counted=len(rows))
    return composing.stamped("ledger", [(table.source, line)])


def _listed(composing: Composing, table: Table, rows: Sequence[Row], column: int) -> Draft | None:
    """Return what the rows of a table are called."""
    lines = [
        Sentence(plain(cell.text), tuple(quote(table.source, part) for part in cell.parts))
        for row in rows[:LISTED_AT_MOST]
        if (cell := row.cells[column].said).text
    ]
    return composing.listed("ledger", [(table.source, line) for line in lines]) if lines else None


def _left_empty(composing: Composing) -> Draft | None:
    """Return the rows in which the cell is empty under the head that a question names."""
    table = _spoken_of(composing, "")
    columns = asked_in(_LEFT_EMPTY.sub("", composing.question.text), table.grid.heads) if table else []
    if table is None or len(columns) != 1:
        return None
    rows = [row for row in table.rows if row.sure and NOBODY.fullmatch(row.cells[columns[0]].said.text.strip())]
    if not rows:
        return None
    places = tuple(quote(table.source, row.span) for row in rows)
    head = bare(table.grid.heads[columns[0]])
    line = Sentence(f"表中“{head}”一栏没有填写的有{len(rows)}项：", places, counted=len(rows))
    listed = [Sentence(plain(table.name_of(row)), (place,)) for row, place in zip(rows, places, strict=True)]
    return composing.stamped("ledger", [(table.source, one) for one in (line, *listed)])


def _in_all(composing: Composing) -> Draft | None:
    """Return what the row says that sums a table up, under the head of the figures that a question asks for."""
    text = composing.question.text
    found = []
    for source in composing.sources:
        for table in tables_of(source):
            totals = [row for row in table.grid.rows if is_total(row) and row.sure]
            figures = [place for place, kind in enumerate(held_by(table.grid.heads)) if kind == "figure"]
            asked = [place for place in asked_in(text, table.grid.heads) if place in figures]
            columns = asked or (figures if len(figures) == 1 and re.search("多少|几", text) else [])
            if len(totals) == 1 and columns and fits(composing, table, without="合计总计共计"):
                found.append((table, totals[0], columns))
    if len(found) != 1:
        return None
    table, row, columns = found[0]
    line = line_of(table, row, columns)
    return composing.stamped("ledger", [(table.source, line)]) if line else None


def _of_number(composing: Composing, table: Table, row: Row) -> Draft | None:
    """Return what the row of a number says: all of it, or what is asked for."""
    columns = [place for place in asked_in(composing.question.text, table.grid.heads) if place not in table.keys]
    return told(composing, Meant(table, (row,)), columns) if columns else whole_row(composing, table, row)


def row_of_number(composing: Composing) -> tuple[Table, Row] | None:
    """Return the row of the number that a question names, in the table of which it speaks: 分解表第三项."""
    number = composing.question.item_number
    text = composing.question.text
    if number is None or not (TABLE.search(text) or OF_TABLE.search(text)):
        return None
    table = _spoken_of(composing, "")
    if table is None or not table.rows:
        return None
    row = numbered_in(table, number)
    return (table, row) if row is not None else None


def numbered_in(table: Table, number: int) -> Row | None:
    """Return the row of a number, or the last one for -1."""
    if number == -1:
        return table.rows[-1] if table.rows else None
    return next((row for row in table.rows if number_of(table, row) == number), None)


def number_of(table: Table, row: Row) -> int | None:
    """Return the number of a row: what its label says, else its place."""
    labels = [place for place, kind in enumerate(held_by(table.grid.heads)) if kind == "label"]
    label = row.cells[labels[0]].text.strip("()（）、.． ") if labels else ""
    return (circled_to_int(label) or chinese_to_int(label)) if label else table.rows.index(row) + 1


def whole_row(composing: Composing, table: Table, row: Row) -> Draft | None:
    """Return all that a row says, each cell under its head."""
    holds = held_by(table.grid.heads)
    columns = [place for place, kind in enumerate(holds) if kind != "label" and place != table.keys[-1]]
    line = line_of(table, row, columns) if row.sure else None
    return composing.stamped("ledger", [(table.source, line)]) if line else None
