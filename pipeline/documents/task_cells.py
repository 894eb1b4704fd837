"""Cells that say who does a thing and by when (责任部门｜完成时限), in a table of matters or within one matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.documents.clean import Passage, cells_of
from pipeline.documents.deadlines import find_deadline
from pipeline.documents.duties.parties import is_generic
from pipeline.documents.points import PointMaker, named
from pipeline.documents.sayings import Context
from pipeline.minutes import Deadline, Point, Span

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("label", re.compile(r"(?:议题)?(?:编号|序号|号)|NO\.?|No\.?")),
    ("deadline", re.compile(r".*(?:完成|办结|落实|整改)?(?:时间|时限|期限|日期)")),
    ("support", re.compile(r".*(?:配合|协办|参与)(?:单位|部门|人)?")),
    ("lead", re.compile(r".*(?:责任|牵头|主办|承办|负责|落实)(?:单位|部门|人|领导)?")),
    ("presenter", re.compile(r".*(?:汇报|报告|提请|提交)(?:人|单位|部门)?")),
    ("decision", re.compile(r".*(?:会议纪要|纪要|议定|决定|决议|意见|结论|结果|要求|任务|措施|内容)(?:事项|情况)?")),
    ("title", re.compile(r".*(?:议题|事项|名称|主题|项目|问题|工作)(?:名称|内容)?")),
)
"""What a column holds, by its head; the first that fits."""


def task_columns(passage: Passage) -> list[str | None] | None:
    """Return what the columns of a table of tasks hold, from its head: 「序号｜任务｜责任部门｜完成时限」; else `None`.

    >>> text = "序号 | 任务 | 责任部门 | 完成时限"
    >>> task_columns(Passage(text, range(len(text))))
    ['label', 'decision', 'lead', 'deadline']
    """
    heads = [head.flat for head in _cells(passage)]
    if len(heads) < 2 or any(len(head) > 10 for head in heads):
        return None
    names: list[str | None] = []
    for head in heads:
        names.append(next((name for name, form in COLUMNS if name not in names and form.fullmatch(head)), None))
    return names if {"lead", "deadline"} & set(names) and {"title", "decision"} & set(names) else None


def task_point(context: Context, passage: Passage, columns: list[str | None]) -> Point | None:
    """Return the task of one row of such a table, or `None` where a line is no row of it."""
    cells = _cells(passage)
    if len(cells) != len(columns):
        return None
    by_name = {name: cell for name, cell in zip(columns, cells, strict=True) if name and cell.flat}
    task = by_name.get("decision") or by_name.get("title")
    if task is None:
        return None
    make = PointMaker(context.paper, context.date, context.obliged)
    return with_cells(context, make(task, label=by_name.get("label")), by_name)


def _cells(passage: Passage) -> list[Passage]:
    """Return the cells of a line, without the blanks around them."""
    return [passage.part(left, right).bare_start(" ").bare_end(" ") for left, right in cells_of(passage.flat)]


def _is_named(piece: str, generic: bool) -> bool:
    """Tell whether a piece of a cell is a name, or who is told without one; 「/」 and 「—」 are neither."""
    return re.search(r"[\u4e00-\u9fffA-Za-z]", piece) is not None and is_generic(piece) == generic


def with_cells(context: Context, point: Point, cells: Mapping[str, Passage]) -> Point:
    """Add what the cells say of lead, support and time limit to what the wording says."""
    spans = dict(point.spans)
    leads, supports, deadline = point.lead_units, point.support_units, point.deadline
    leads += _names(context, cells.get("lead"), "lead_units", spans, taken=leads)
    supports += _names(context, cells.get("support"), "support_units", spans, taken=supports)
    vague_leads = point.lead_generic + _names(
        context, cells.get("lead"), "lead_generic", spans, taken=point.lead_generic, generic=True
    )
    vague_supports = point.support_generic + _names(
        context, cells.get("support"), "support_generic", spans, taken=point.support_generic, generic=True
    )
    cell = cells.get("deadline")
    if deadline is None and cell is not None and re.search(r"[\w]", cell.flat) and cell.flat not in ("无", "略"):
        found = find_deadline(cell, date=context.date)
        place = spans["deadline"] = found[1] if found else cell.span()
        deadline = Deadline(text=context.paper.text[place.start : place.end], date=found[0].date if found else None)
    return replace(
        point,
        lead_units=leads,
        support_units=supports,
        lead_generic=vague_leads,
        support_generic=vague_supports,
        deadline=deadline,
        spans=spans,
    )


def _names(
    context: Context,
    cell: Passage | None,
    name: str,
    spans: dict[str, Span],
    *,
    taken: tuple[str, ...],
    generic: bool = False,
) -> tuple[str, ...]:
    """Return who a cell names, or who is told there without a name (各有关单位); write their places."""
    if cell is None:
        return ()
    pieces = [match for match in re.finditer(r"[^、,;/ ]+", cell.flat) if _is_named(match.group(), generic)]
    places = [cell.span(*match.span()) for match in pieces]
    places = [place for place in places if named(context.paper, place) not in taken]
    spans |= {f"{name}.{index}": place for index, place in enumerate(places, len(taken))}
    return tuple(named(context.paper, place) for place in places)
