"""Tables in running text: which lines are rows of one, who leads and who supports in its cells, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.generation.checking.reading.heads import BARS, cells_of, is_head, roles_of
from pipeline.generation.columns import one_line
from pipeline.generation.extractive.stretches import trim
from pipeline.minutes import Document, Item, Point, Span
from pipeline.patterns import compiled

_UNIT = compiled(
    r"^.?[各有相].{2,}|.(?:[局委办部厅科室处院会府区镇县市乡村所站队行标组]|中心|集团|公司|学校|学院|大学|医院|单位|部门|街道|"
    r"小组|机关|支队|银行|基地|协会)$"
)
_LONGEST_CELL = 40


def is_row(document: Document, item: Item, place: Span) -> bool:
    """Tell whether a stretch lies in a row of a table that a point tells, or in the heading of one.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲局局务会纪要\\n一、关于乙园\\n|序号|任务|牵头|时限|\\n|1|修缮围墙|丙科|6月底前|\\n"
    >>> document = parse_text(body)
    >>> at = document.text.index("|序号")
    >>> is_row(document, document.items[0], Span(at, at + 14))
    True
    """
    line = line_of(document.text, place.start)
    wording = document.quote(line)
    if sum(wording.count(bar) for bar in BARS) < 2:
        return False
    if any(line.overlaps(of.span) for of in item.points):
        return True
    return is_head(wording)


def has_bar(wording: str) -> bool:
    """Tell whether a wording has a bar between the cells of a table."""
    return any(bar in wording for bar in BARS)


def line_of(text: str, at: int) -> Span:
    """Return the line around a place."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return Span(start, end if end >= 0 else len(text))


def row_with_head(document: Document, of: Point) -> list[Span]:
    """Return the cells over a table that say who leads, and the row of a point; nothing where no head says so."""
    row = line_of(document.text, of.start)
    if "\n" in of.text.strip() or not has_bar(document.quote(row)):
        return []
    columns, above = len(cells_of(document.quote(row))), row
    while above.start > 0:
        above = line_of(document.text, above.start - 1)
        wording = document.quote(above)
        if is_head(wording):
            framed = wording.lstrip()[:1] in BARS
            end = len(wording.rstrip(f"{BARS} " if framed else " "))
            roles = Span(above.start + roles_of(wording), above.start + end)
            return [roles, row] if len(cells_of(wording)) == columns else []
        if not has_bar(wording):
            return []
    return []


def in_cell(document: Document, of: Point, span: Span) -> bool:
    """Tell whether a place stands in another cell of the row of a point."""
    between = document.text[of.end : span.start] if span.start >= of.end else document.text[span.end : of.start]
    return has_bar(between) and "\n" not in between.strip("\n")


def _in_another_row(document: Document, span: Span) -> bool:
    """Tell whether a place stands in a row of a table: that above the one that says 同上."""
    wording = document.quote(line_of(document.text, span.start))
    return sum(wording.count(bar) for bar in BARS) > 1


def cell_around(text: str, span: Span) -> Span:
    """Return the cell of a row in which a place stands.

    >>> text = "1|修缮围墙|丙科、丁科|6月底"
    >>> cell = cell_around(text, Span(7, 9))
    >>> text[cell.start : cell.end]
    '丙科、丁科'
    """
    start, end = span.start, span.end
    while start > 0 and text[start - 1] not in f"{BARS}\n":
        start -= 1
    while end < len(text) and text[end] not in f"{BARS}\n":
        end += 1
    return Span(start, end)


def whole_cell(document: Document, of: Point, span: Span) -> Span:
    """Return the cell or the end of the line on who does it, where a time limit stands in it, or its place.

    「8月底前报计划」「完成时限：10月10日前完成采购，12月10日前提交报告」
    """
    if of.start <= span.start < of.end:
        return span
    text, start, end = document.text, span.start, span.end
    ends = f"{BARS}\n" if in_cell(document, of, span) or _in_another_row(document, span) else "；;。）〕】)\n"
    while ends[0] in BARS and start > 0 and text[start - 1] not in ends:
        start -= 1
    depth = 0  # 「合同到期（12月31日）前完成」
    while end < len(text) and (text[end] not in ends or (depth and text[end] in "）)")):
        depth += (text[end] in "（(") - (text[end] in "）)")
        end += 1
    cell = trim(text, Span(start, end))
    return cell if cell.end - cell.start <= _LONGEST_CELL else span


def responsible(names: Sequence[str], supports: Iterable[str] = ()) -> str:
    """Return who is responsible, as a note: who leads and who supports, units, or people from another cell of a table.

    >>> responsible(["市财政局"]), responsible(["万明", "市财政局"])
    ('责任单位：市财政局', '责任人：万明、市财政局')
    >>> responsible(["市财政局", "市审计局"], ["市审计局"])
    '牵头：市财政局；配合：市审计局'
    """
    helping = [name for name in names if name in set(supports)]
    leading = [name for name in names if name not in helping]
    if helping and leading:
        return f"牵头：{'、'.join(leading)}；配合：{'、'.join(helping)}"
    if helping:
        return f"配合：{'、'.join(helping)}"
    units = all(_UNIT.search(one_line(name)) for name in names)
    return f"{'责任单位' if units else '责任人'}：{'、'.join(names)}"
