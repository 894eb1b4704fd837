"""A table of a page or a Word file becomes lines: a row a line, cells by tabs, a whole record in lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.patterns import compiled

Cell = Sequence[str]
"""The paragraphs of a cell; a cell that one above covers has the same, one that a cell beside it covers has none."""

_COLUMN = compiled(
    r".{0,6}(?:议题|事项|名称|内容|决定|决议|纪要|结论|意见|责任|牵头|配合|承办|单位|部门|时限|时间|期限|序号|编号|措施|要求|备注|汇报"
    r"|任务|项目|科室|金额|负责|地点|部位|领导|说明|数量|目标|进度|标准|类别|姓名|职务|电话|日期)"
    r".{0,4}"
)
_REPEATED = 40
"""Characters of a cell over several rows that each of them bears; a longer one is a text, told once."""
# 「一、」, 「（一）」, 「1.」, 「议题一」: the first paragraph of a record, which needs a line of its own
_MARK = r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|【?议题|第.{1,3}项"
_OPENS = compiled(rf"[ 　]*(?:{_MARK})")


def lines_of_table(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    r"""Yield the lines of a table.

    A row becomes one line, its cells parted by tabs. Where a table only lays out a record (a label and what belongs to
    it, or one cell for the whole), the paragraphs of that cell keep lines of their own. A short cell over several rows
    under a row of heads is what each of them says.

    >>> list(lines_of_table([[["序号"], ["议题"]], [["1"], ["停车", "办法"]]]))
    ['序号\t议题', '1\t停车 办法']
    >>> list(lines_of_table([[["会议内容"], ["一、停车办法", "会议同意。"]]]))
    ['会议内容', '一、停车办法', '会议同意。']
    """
    bare = [[[text for text in cell if text.strip()] for cell in row] for row in _uncovered(rows)]
    header = _header(bare)
    for index, row in enumerate(bare):
        filled = [cell for cell in row if cell]
        if header is not None and index >= header and len(filled) > 1:
            above = rows[index - 1] if index > header + 1 else ()
            repeated = (place < len(above) and cell is above[place] for place, cell in enumerate(rows[index]))
            yield "\t".join(
                _repeated(rows[index][place]) if again else _one_line(cell)
                for place, (cell, again) in enumerate(zip(row, repeated, strict=True))
            )
        elif len(filled) == 1:
            yield from _paragraphs(filled[0])
        elif len(filled) == 2 and len(filled[1]) > 1 and not _is_upright(filled[1]):
            yield from _labelled(*filled)
        elif filled:
            last = max(place for place, cell in enumerate(row) if cell)
            yield "\t".join(map(_one_line, row[: last + 1]))


def _uncovered(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Return rows in which only the first has a cell that is the same over several."""
    return [
        [
            () if index and place < len(rows[index - 1]) and cell is rows[index - 1][place] else cell
            for place, cell in enumerate(row)
        ]
        for index, row in enumerate(rows)
    ]


def _repeated(cell: Cell) -> str:
    """Return what a cell of several rows says of each of them."""
    told = _one_line([text for text in cell if text.strip()])
    return told if len(told) <= _REPEATED else ""


def _header(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the index of the row that names the columns, or `None` where no row does."""
    for index, row in enumerate(rows[:5]):
        names = [_one_line(cell).replace(" ", "") for cell in row if cell]
        if len(names) >= 2 and len(names) >= len(row) - 1 and all(_names_column(name) for name in names):
            return index
    return None


def _names_column(name: str) -> bool:
    return len(name) <= 10 and bool(_COLUMN.fullmatch(name))


def _labelled(label: Cell, content: Cell) -> Iterator[str]:
    if _OPENS.match(content[0]):
        yield _one_line(label)
        yield from content
    else:
        yield f"{_one_line(label)}\t{content[0]}"
        yield from content[1:]


def _paragraphs(cell: Cell) -> Iterator[str]:
    if _is_upright(cell):
        yield _one_line(cell)
    else:
        yield from cell


def _one_line(cell: Cell) -> str:
    """Join the paragraphs of a cell; those of one character each are a word written downward (会 / 议)."""
    return re.sub(r"[\t\n]+", " ", ("" if _is_upright(cell) else " ").join(cell)).strip()


def _is_upright(cell: Cell) -> bool:
    return len(cell) > 1 and all(len(text.strip()) == 1 for text in cell)
