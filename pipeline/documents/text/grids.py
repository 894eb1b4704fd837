"""Every table of a text: its head, its rows, and each cell with its place; what a ditto stands for is looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from pipeline.documents.text.clean import FIELD, RULE, fold
from pipeline.minutes import Span
from pipeline.patterns import compiled

LONGEST_HEAD = 14
LONGEST_TITLE = 60
DITTO = compiled(r"同上|同前|上同|[〃″]+|\"|''|\"\"|“|”")
"""A cell that stands for the one above it."""
_UPRIGHTS = dict.fromkeys(map(ord, "｜│┃┆┊║"), "|")
_DRAWN = compiled(r"[─━┄┅┈┉═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]")
_WIDE = compiled(r"[ \u3000\xa0]{2,}")
_PIECE = compiled(r"[^ \u3000\xa0]+(?:[ \u3000\xa0][^ \u3000\xa0]+)*")
_COLUMN = compiled(
    r"(?:编|序|文|账)?号|No[.]?|NO[.]?"
    r"|.*(?:任务|事项|事情|工作|内容|措施|要求|问题|项目|名称|议题|目标|标准|设备|物资|系统|工程|部位|点位|地点|地段|位置|片区|组别|班组|类别|类型|品名|岗位)"
    r"|.*(?:单位|部门|科室|处室|股室|机构|主体|领导|责任人|负责人|联系人|经办人|人员|成员|组长|队长|姓名|职务|同志)"
    r"|.*(?:牵头|配合|协办|协助|承办|主办|负责|经办|督办|分管|包片|包抓|责任)[方人]?"
    r"|.*(?:时限|时间|期限|日期|节点|时点|频次|周期|进度|进展|状态|情况|结果|意见|结论|决定)"
    r"|.*(?:金额|预算|经费|资金|费用|单价|总价|造价|投资|价格|补助|标准|来源|数量|面积|里程|人数|户数|名额|合计|小计|比例|占比|得分|票数)"
    r"|.*(?:备注|说明|用途|电话|方式|范围|去向|依据|附注)|涉及.{1,3}|.{0,4}(?:谁|什么|何时|何人|哪).{0,4}"
)
"""A cell that may head a column, its brackets taken off."""
_NO_HEAD = compiled(r"[，。；;！？?]|\d{2}|^[\d.,%]+$")
_BRACKETS = compiled(r"[（(][^（）()]*[)）]")
_LEAST_WIDE = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what stands in it on each of its lines; `meant` is the cell above for which a ditto stands."""

    parts: tuple[Span, ...]
    text: str
    meant: Cell | None = None

    @property
    def said(self) -> Cell:
        """The cell itself, or the one above that a ditto repeats."""
        return self.meant.said if self.meant is not None else self


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its place, and as many cells as the table has columns.

    It is not `sure` where cells are missing and nothing tells which: then only the first one is where it belongs.
    """

    span: Span
    cells: tuple[Cell, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its place, the line above that names it, the heads of its columns, its rows."""

    span: Span
    title: Span | None
    head: Row
    rows: tuple[Row, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over each column."""
        return tuple(cell.text for cell in self.head.cells)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=64)
def grids_of(text: str) -> tuple[Grid, ...]:
    """Return the tables of a text in its order: cells parted by bars, tabs or wide blanks under a row of heads.

    >>> grid = grids_of("分工表\\n事项｜责任人｜时限\\n修桥｜甲某｜6月底\\n清淤｜同上｜")[0]
    >>> grid.heads, [[cell.said.text for cell in row.cells] for row in grid.rows]
    (('事项', '责任人', '时限'), [['修桥', '甲某', '6月底'], ['清淤', '甲某', '']])
    """
    lines = list(_lines(text))
    found: list[Grid] = []
    index = 0
    while index < len(lines):
        grid, index = _grid_at(lines, index)
        if grid is not None:
            found.append(grid)
    return tuple(found)


def _lines(text: str) -> Iterator[_Line]:
    place = 0
    for line in text.split("\n"):
        yield _Line(place, line.translate(_UPRIGHTS))
        place += len(line) + 1


def _grid_at(lines: Sequence[_Line], index: int) -> tuple[Grid | None, int]:
    """Return the table whose heads stand on a line, if any, and the index of the first line behind it."""
    sign = _sign(lines[index].text)
    heads = _cells(lines[index], sign, outer=None) if sign else []
    ruled = index + 1 < len(lines) and _is_rule(lines[index + 1].text)
    if not sign or not _are_heads(heads, ruled=ruled and sign == "|", sign=sign):
        return None, index + 1
    outer = lines[index].text.strip().startswith("|")
    groups: list[list[_Line]] = [[]]
    after = index + 1
    while after < len(lines):
        line = lines[after]
        if _is_rule(line.text):
            groups += [[]] if _DRAWN.search(line.text) else []
        elif not _goes_on(line, sign):
            break
        else:
            groups[-1].append(line)
        after += 1
    groups = [group for group in groups if group]
    drawn = len(groups) > 1 and any(_DRAWN.search(line.text) for line in lines[index + 1 : after])
    rows: list[Row] = []
    for held in groups if drawn else [[line] for group in groups for line in group]:
        row = _row(held, sign, lines[index], heads, outer=outer)
        if row is None:
            after = next(place for place, line in enumerate(lines) if line is held[0])
            break
        rows.append(_resolved(row, rows))
    if not rows:
        return None, index + 1
    head = Row(_inner(lines[index]), tuple(heads))
    grid = Grid(Span(lines[index].start, rows[-1].span.end), _title(lines, index), head, tuple(rows))
    return grid, max(after, index + 1)


def _is_rule(line: str) -> bool:
    return bool(RULE.fullmatch(line.strip().replace(" ", "")))


def _sign(line: str) -> str:
    """Return what parts the cells of a line: a bar, a tab, two blanks; nothing where nothing does."""
    bare = line.strip(" \u3000")
    if "|" in bare:
        return "|"
    if "\t" in bare.strip():
        return "\t"
    return "  " if _WIDE.search(bare) else ""


def _goes_on(line: _Line, sign: str) -> bool:
    """Tell whether a line may be a row of a table whose cells a sign parts."""
    return bool(line.text.strip()) and (sign in line.text if sign != "  " else bool(_WIDE.search(line.text.strip())))


def _cells(line: _Line, sign: str, *, outer: bool | None) -> list[Cell]:
    """Return the cells of a line; bars at its ends are the table's own where `outer` says so, or it shows both."""
    text = line.text
    if sign == "  ":
        return [_cell(line, *match.span()) for match in _PIECE.finditer(text)]
    cuts = [-1, *(place for place, character in enumerate(text) if character == sign), len(text)]
    places = [(left + 1, right) for left, right in pairwise(cuts)]
    if sign == "|":
        ruled = text.strip().startswith("|") if outer is None else outer
        if ruled and places and not text[slice(*places[0])].strip():
            places = places[1:]
        if ruled and places and not text[slice(*places[-1])].strip():
            places = places[:-1]
    return [_cell(line, *place) for place in places]


def _cell(line: _Line, left: int, right: int) -> Cell:
    inner = line.text[left:right]
    left += len(inner) - len(inner.lstrip())
    right = left + len(inner.strip())
    if left >= right:
        return Cell((), "")
    return Cell((Span(line.start + left, line.start + right),), line.text[left:right])


def _are_heads(cells: Sequence[Cell], *, ruled: bool, sign: str) -> bool:
    """Tell whether cells head columns: short, without figures, most of them words that tables have there."""
    texts = [_bare(cell.text) for cell in cells]
    if not (_LEAST_WIDE if sign == "  " else 2) <= len(texts) <= 20 or sum(not text for text in texts) > 1:
        return False
    if any(len(text) > LONGEST_HEAD or _NO_HEAD.search(text) for text in texts):
        return False
    if sum(1 for text in texts if FIELD.fullmatch(text)) >= 2:
        return False  # 「会议名称｜…｜会议时间｜…」 states the meeting
    known = sum(1 for text in texts if _COLUMN.fullmatch(text))
    if sign == "  ":
        return known >= len(texts) - 1
    return ruled or known * 2 > len(texts)


def _bare(head: str) -> str:
    """Return a head as it is compared: folded, without blanks, brackets and signs of emphasis."""
    return re.sub(r"[ \u3000*]", "", fold(_BRACKETS.sub("", head)))


def _row(group: Sequence[_Line], sign: str, head: _Line, heads: Sequence[Cell], *, outer: bool) -> Row | None:
    """Return the row on a line, or on the several between two drawn rules; `None` where it is none of this table."""
    lines: list[list[Cell]] = []
    sure = True
    for line in group:
        own = _cells(line, sign, outer=outer)
        cells = _fitted(own, sign, len(heads)) if sign != "  " or len(own) == len(heads) else None
        if cells is None and sign == "  " and 2 <= len(own) < len(heads):
            cells = _under(own, line, head, heads)
            sure = sure and cells is not None
            cells = cells or _fitted(own, "\t", len(heads))
        if cells is None:
            return None
        lines.append(cells)
    columns = [[cells[place] for cells in lines] for place in range(len(heads))]
    cells = [Cell(tuple(p for one in column for p in one.parts), "".join(o.text for o in column)) for column in columns]
    if sum(1 for cell in cells if cell.text) < 2:
        return None
    return Row(Span(_inner(group[0]).start, _inner(group[-1]).end), tuple(cells), sure)


def _inner(line: _Line) -> Span:
    """Return a line without the blanks at its ends; a tab there has an empty cell beside it."""
    bare = line.text.strip(" \u3000")
    start = line.start + line.text.index(bare)
    return Span(start, start + len(bare))


def _fitted(cells: list[Cell], sign: str, count: int) -> list[Cell] | None:
    """Return cells as many as there are heads: the tabs at the end of a line are lost; of bars, none or the last."""
    while len(cells) > count and not cells[-1].text:
        cells = cells[:-1]
    short = count - len(cells)
    if short < 0 or len(cells) < 2 or short > (count - 2 if sign == "\t" else 1):
        return None
    return [*cells, *[Cell((), "")] * short]


def _under(cells: Sequence[Cell], line: _Line, head: _Line, heads: Sequence[Cell]) -> list[Cell] | None:
    """Return the cells of a line that lacks some, each under the head that begins in its column of the page.

    Where they do not stand under heads, only blanks behind the last one tell that the last cell is the empty one.
    """
    starts = [_column(head, cell) for cell in heads]
    own = [_column(line, cell) for cell in cells]
    under = [next((place for place, start in enumerate(starts) if abs(start - column) <= 1), None) for column in own]
    if None not in under and len(set(under)) == len(under):
        found = dict(zip(under, cells, strict=True))
        return [found.get(place, Cell((), "")) for place in range(len(heads))]
    if len(cells) == len(heads) - 1 and line.text.endswith(("  ", "\u3000\u3000")):
        return [*cells, Cell((), "")]
    return None


def _column(line: _Line, cell: Cell) -> int:
    """Return in which column of a page a cell begins: a Chinese character is two wide."""
    before = line.text[: cell.parts[0].start - line.start]
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in before)


def _resolved(row: Row, above: Sequence[Row]) -> Row:
    """Return a row whose dittos point at what stands above them."""
    if not above:
        return row
    cells = [
        replace(cell, meant=above[-1].cells[place]) if DITTO.fullmatch(cell.text) else cell
        for place, cell in enumerate(row.cells)
    ]
    return replace(row, cells=tuple(cells))


def _title(lines: Sequence[_Line], index: int) -> Span | None:
    """Return the line above a table that names it: 「附表2  任务分解」, 「分工如下：」."""
    for line in reversed(lines[max(0, index - 4) : index]):
        bare = line.text.strip(" \u3000\t#*")
        if not bare or _is_rule(line.text):
            continue
        start = line.start + line.text.index(bare)
        if len(bare) > LONGEST_TITLE:
            cut = max(bare.rfind(sign) for sign in "。；")
            start, bare = start + cut + 1, bare[cut + 1 :]
        return Span(start, start + len(bare)) if 0 < len(bare) <= LONGEST_TITLE else None
    return None
