"""Answers with the rows of a table: how many there are, which, those of one unit, what they sum to, the third."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.numerals import chinese_to_int, circled_to_int
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import LISTED_AT_MOST
from pipeline.generation.extractive.evidence import Terms, plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.tables.cells import line_of
from pipeline.generation.extractive.tables.columns import asked_in, bare, held_by
from pipeline.generation.extractive.tables.rows import Table, is_total, tables_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.documents.text.grids import Row
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

FITS = 0.75
"""Share of a question's words that a table's name, its heads and its document's name must hold."""
MEASURE = r"[项件个条处组类家户片名台种样]"
HOW_MANY = compiled(rf"(?<!哪)(?:几|多少)(?P<measure>{MEASURE})(?P<noun>[一-鿿]{{0,4}})")
WHICH = compiled(
    rf"(?:哪些|哪[几两三四五六]?{MEASURE}|都?(?:有|是)(?:什么|啥)|列出|列一下|(?:什么|啥)(?=任务|事|工作|项目))(?P<noun>[一-鿿]{{0,4}})"
)
IN_ALL = compiled(r"合计|总计|共计|一共|总共|总额|总(?:金额|预算|经费|费用|投资)")
OF_TABLE = compiled(r"分解|交办|分工|名单|清单|台账|明细|预算|安排|一览|部署")
"""Words of a table's name by which a question speaks of it."""
TABLE = compiled(r"表(?![示决彰明态现达率演扬])(?:格|里|中|上|内)?|列了|列出|列入|列在")
_WEAK = compiled(r"(?:任务|事项?|事情|工作|内容|问题|要求|措施|议题|活)?(?:呢|啊|呀|吗)?")
_CORE = compiled(r"(?:名称|内容|事项|清单)$|别$")
_SUPPORT = compiled(r"配合|协办|协助|协同|参与|帮")
_LEAD = compiled(r"牵头|负责|承办|主办|承担|主责|落实")
_PIECES = compiled(r"[、，,；;/\s\u3000（）()和及]+")
_LEVEL = compiled(r"^[省市县区镇乡街局]")


def by_rows(composing: Composing) -> Draft | None:
    """Answer with rows of the table that a question speaks of as a whole; `None` where it speaks of none."""
    text = composing.question.text
    many, which = HOW_MANY.search(text), WHICH.search(text)
    if composing.question.item_number is not None and TABLE.search(text):
        return _of_number(composing)
    if IN_ALL.search(text) and (summed := _in_all(composing)) is not None:
        return summed
    if not (many or which):
        return None
    if (given := _of_unit(composing, counting=many is not None)) is not None:
        return given
    noun = (many or which)["noun"] if (many or which) else ""  # type: ignore[index]
    table = _spoken_of(composing, noun)
    if table is None:
        return None
    column = _counted_column(table, noun)
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
        if _fits(composing, table) and _speaks_of(text, noun, table)
    ]
    top = max((named for named, _ in fitting), default=0.0)
    best = [table for named, table in fitting if named >= top]
    return best[0] if len(best) == 1 else None


def _fits(composing: Composing, table: Table, *, without: str = "") -> bool:
    """Tell whether the name, the heads and the document of a table hold what a question names."""
    terms = composing.terms.without(without) if without else composing.terms
    if not terms.weights:
        return composing.question.scope.named
    return terms.coverage(table.context, credit=1.0) >= FITS


def _named_by(table: Table, terms: Terms) -> float:
    return terms.coverage(f"{table.title} {' '.join(table.grid.heads)}") if terms.weights else 0.0


def _speaks_of(text: str, noun: str, table: Table) -> bool:
    """Tell whether a question speaks of a table: as a table, by a word of its name, by what its rows are."""
    name = f"{table.title} {table.matter} {' '.join(table.grid.heads)}"
    if TABLE.search(text) or any(match.group() in name for match in OF_TABLE.finditer(text)):
        return True
    for place in table.keys:
        head = bare(table.grid.heads[place])
        core = _CORE.sub("", head) or head
        if (len(head) > 2 and head in text) or (noun and not _WEAK.fullmatch(noun) and noun[0] in head):
            return True
        if len(core) > 1 and core in text and not _WEAK.fullmatch(core):
            return True
    return False


def _counted_column(table: Table, noun: str) -> int:
    """Return the column whose cells are counted: the one that a question names, else the one that names the rows."""
    named = [place for place in table.keys if len(noun) > 1 and noun[:2] in table.grid.heads[place]]
    return named[0] if len(named) == 1 else table.keys[-1]


def _distinct(table: Table, column: int) -> list[Row]:
    """Return the rows, of those in a row that are of one task only the first."""
    found: list[Row] = []
    for row in table.rows:
        same = found and column != table.keys[-1] and found[-1].cells[column].text == row.cells[column].text
        if not same and row.cells[column].text:
            found.append(row)
    return found


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
            if len(totals) == 1 and columns and _fits(composing, table, without="合计总计共计"):
                found.append((table, totals[0], columns))
    if len(found) != 1:
        return None
    table, row, columns = found[0]
    line = line_of(table, row, columns)
    return composing.stamped("ledger", [(table.source, line)]) if line else None


def _of_number(composing: Composing) -> Draft | None:
    """Return what the row of a number says."""
    found = row_of_number(composing)
    return whole_row(composing, *found) if found is not None else None


def row_of_number(composing: Composing) -> tuple[Table, Row] | None:
    """Return the row of the number that a question names, in the table of which it speaks: 分解表第三项."""
    number = composing.question.item_number
    if number is None or not TABLE.search(composing.question.text):
        return None
    table = _spoken_of(composing, "")
    if table is None or not table.rows:
        return None
    row = table.rows[-1] if number == -1 else next((row for row in table.rows if number_of(table, row) == number), None)
    return (table, row) if row is not None else None


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


def _of_unit(composing: Composing, *, counting: bool) -> Draft | None:
    """Return the rows in which a unit or a person that a question names leads, supports or has any part."""
    text = composing.question.text
    roles = {"support"} if _SUPPORT.search(text) else {"lead", "person"} if _LEAD.search(text) else set()
    found: list[tuple[Table, Row]] = []
    known: list[tuple[Table, str]] = []
    for source in composing.sources:
        for table in tables_of(source):
            holds = held_by(table.grid.heads)
            who = [place for place, kind in enumerate(holds) if kind in ("lead", "support", "person")]
            named = {name for row in table.rows for place in who for name in _names(row.cells[place].said.text, text)}
            if not named or not _fits(composing, table, without=" ".join(named)) or _told_beside(source, named, text):
                continue
            known += [(table, name) for name in named]
            wanted = [place for place in who if not roles or holds[place] in roles]
            found += [
                (table, row)
                for row in table.rows
                if row.sure and any(set(_names(row.cells[place].said.text, text)) & named for place in wanted)
            ]
    if len({table.source.document_id for table, _ in [*found, *known]}) != 1:
        return None
    if not found:
        return composing.refusal(
            "not_stated", f"表中没有由{known[0][1]}{'配合' if 'support' in roles else '负责'}的事项。"
        )
    names = {name for _, name in known}
    lines = [(table.source, _row_of(table, row, names, roles=bool(roles))) for table, row in found]
    if counting:
        places = tuple(quote(table.source, row.span) for table, row in found)
        lines.insert(0, (found[0][0].source, Sentence(f"表中共{len(found)}项：", places, counted=len(found))))
    return composing.listed("ledger", lines)


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


def _names(cell: str, text: str) -> list[str]:
    """Return the units and people of a cell that a question names, also without the level before a unit's name."""
    names = [name for name in _PIECES.split(cell) if len(name) > 1]
    return [name for name in names if name in text or (len(name) > 3 and _LEVEL.sub("", name) in text)]


def _told_beside(source: Source, names: set[str], text: str) -> bool:
    """Tell whether a decision outside of tables names one of some units; then a table alone is not all of theirs."""
    if TABLE.search(text):
        return False
    spans = [table.grid.span for table in tables_of(source)]
    document = source.document
    every = [point for item in (*document.items, *document.beside) for point in item.points]
    beside = [point for point in every if not any(point.start in span for span in spans)]
    return any(name in point.text for point in beside for name in names)
