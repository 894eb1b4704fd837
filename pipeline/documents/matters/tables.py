"""A table of matters (议题编号｜议题名称｜会议纪要｜责任人｜完成时间): each row becomes an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.context import Context
from pipeline.documents.matters.items import build_item
from pipeline.documents.numerals import chinese_to_int
from pipeline.documents.spoken.reporters import Reports
from pipeline.documents.tasks.points import PointMaker, named
from pipeline.documents.tasks.task_cells import column_names, with_cells, without_dittos
from pipeline.documents.text.clean import FIELD, RULE, Paper, Passage, cells_of, grid_of
from pipeline.documents.text.outline import Block, blocks_of
from pipeline.minutes import Item, Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table of matters: its place, and its rows as cells by the meaning of their column."""

    span: Span
    rows: tuple[tuple[Span, dict[str, Passage]], ...]

    @property
    def is_of_tasks(self) -> bool:
        """Tell whether no column says what was decided: 「事项｜责任单位｜完成时限」 lists tasks."""
        return not any("decision" in cells for _, cells in self.rows)

    @property
    def tells_who(self) -> bool:
        """Tell whether a column says who does it or by when, as that of a list of tasks does."""
        return any({"lead", "deadline"} & set(cells) for _, cells in self.rows)


def find_table(paper: Paper) -> Table | None:
    """Find the table whose header names a matter and what was decided on it."""
    grid = grid_of(paper.text)
    if "|" not in grid and "\t" not in grid:
        return None
    header: list[str | None] | None = None
    begin, last = 0, 0
    rows: list[tuple[Span, dict[str, Passage]]] = []
    open_row: list[Passage] = []
    row_start: int | None = None
    for line, cells in _rows(paper, grid):
        if header is None:
            header = _header(cells) if len(cells) >= 2 else None
            begin, last = line.start, line.end
            continue
        if paper.plain[last : line.start].strip("| \n") or (len(cells) < 2 and not open_row):
            break
        open_row = _joined(open_row, cells)
        row_start = line.start if row_start is None else row_start
        # 「3|…|…|」: the last cell is empty
        short = len(open_row) == len(header) - 1 and grid[line.end - 1] == "|"
        if len(open_row) == len(header) or short:
            cells_by_name = {name: cell for name, cell in zip(header, open_row, strict=False) if name and cell.flat}
            cells_by_name = without_dittos(cells_by_name, rows[-1][1] if rows else {})
            rows.append((Span(row_start, line.end), cells_by_name))
            last, open_row, row_start = line.end, [], None
        elif len(open_row) > len(header):
            break
        else:
            last = line.end
    if header is None or not rows:
        return None
    return Table(Span(begin, rows[-1][0].end), tuple(rows))


def _joined(row: list[Passage], cells: Sequence[Passage]) -> list[Passage]:
    """Return a row with the cells of its next line, the first of which goes on in its last cell."""
    if not row:
        return list(cells)
    former, latter = row[-1], cells[0]
    both = Passage(former.flat + latter.flat, [*former.offsets, *latter.offsets])
    return [*row[:-1], both, *cells[1:]]


def _rows(paper: Paper, grid: str) -> Iterator[tuple[Span, list[Passage]]]:
    place = 0
    for line in grid.split("\n"):
        spans = cells_of(line) or [(0, len(line))]
        if line.strip() and not RULE.fullmatch(line.strip()):
            bare = line.strip()
            start = place + line.index(bare)
            whole = Passage(paper.plain[place : place + len(line)], range(place, place + len(line)))
            yield Span(start, start + len(bare)), [whole.part(left, right) for left, right in spans]
        place += len(line) + 1


def _header(cells: Sequence[Passage]) -> list[str | None] | None:
    if len(cells) > 20 or sum(1 for cell in cells if FIELD.fullmatch(cell.flat)) >= 2:
        # 「会议名称｜…｜会议时间｜…」 states the meeting, it heads no rows
        return None
    names = column_names([cell.flat for cell in cells])
    return names if "title" in names and ({"decision", "lead", "deadline"} & set(names)) else None


def items_of(context: Context, table: Table) -> tuple[Item, ...]:
    """Return the rows of a table as items."""
    return tuple(_item(context, line, cells) for line, cells in table.rows if "title" in cells)


def _item(context: Context, line: Span, cells: dict[str, Passage]) -> Item:
    blocks = [Block(cells["title"]), *(blocks_of((cells["decision"],)) if "decision" in cells else ())]
    item = build_item(context, blocks, end=line.end)
    spans = dict(item.spans)
    points = list(item.points)
    task = cells.get("decision") or (cells["title"] if {"lead", "deadline"} & set(cells) else None)
    if not points and task is not None:
        points = [PointMaker(context.paper, context.date, context.obliged)(task)]
    points = [with_cells(context, point, cells, alone=len(points) == 1) for point in points]
    label = None
    if "label" in cells:
        spans["label"] = cells["label"].span()
        label = named(context.paper, spans["label"])
    told = Reports()
    if "presenter" in cells:
        told.present(context.paper, cells["presenter"], known=context.people)
    if told.first:
        spans = {name: span for name, span in spans.items() if not name.startswith("further_presenters")} | told.spans
    return replace(
        item,
        label=label,
        number=chinese_to_int(label) if label else None,
        presenter=told.first or item.presenter,
        further_presenters=told.further if told.first else item.further_presenters,
        points=tuple(points),
        start=line.start,
        spans=spans,
    )
