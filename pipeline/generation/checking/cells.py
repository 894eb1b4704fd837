"""A statement made of cells is proven by the cells: what a row is called, and under which head what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.text.grids import DITTO, Row, grids_of
from pipeline.patterns import compiled

_BLANKS = compiled(r"[\s。；;]+")


def told_by_cells(text: str, quotes: Sequence[str]) -> bool:
    """Tell whether a statement says no more than a row of a table under its heads.

    It names the row by one of its cells and tells others, each behind its head. A ditto is told as a cell of the row
    above that is quoted for it.

    Args:
        text: the statement: 「修桥，责任单位：甲科；时限：6月底。」
        quotes: the heads, the row, and what stands above for its dittos.

    >>> heads, row = "事项｜责任单位｜配合单位", "修桥｜甲科｜乙科"
    >>> told_by_cells("修桥，配合单位：乙科。", [heads, row]), told_by_cells("修桥，配合单位：甲科。", [heads, row])
    (True, False)
    """
    for heads in quotes:
        for row in quotes:
            grids = grids_of(f"{heads}\n{row}") if row is not heads else ()
            if len(grids) == 1 and _says(text, grids[0].heads, _joined(grids[0].rows), [_bare(one) for one in quotes]):
                return True
    return False


def _joined(rows: Sequence[Row]) -> list[str]:
    """Return the cells of a row that is quoted over one line or several."""
    return ["".join(row.cells[place].text for row in rows) for place in range(len(rows[0].cells))]


def _says(text: str, heads: Sequence[str], cells: Sequence[str], quotes: Sequence[str]) -> bool:
    """Tell whether a text is the name of a row and cells behind their heads."""
    bare = _bare(text)
    told = [
        f"{_bare(head)}：{value}"
        for head, cell in zip(heads, cells, strict=True)
        for value in (quotes if DITTO.fullmatch(cell) else [_bare(cell)])
        if value and head
    ]
    for name in filter(None, map(_bare, cells)):
        rest = bare.removeprefix(f"{name}，") if bare.startswith(f"{name}，") else ""
        while rest and (piece := next((one for one in told if rest.startswith(one)), None)) is not None:
            rest = rest[len(piece) :]
            if not rest:
                return True
    return False


def _bare(text: str) -> str:
    return _BLANKS.sub("", text)
