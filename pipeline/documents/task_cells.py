"""Cells that say who does a thing and by when (责任部门｜完成时限), in a table of matters or within one matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.documents.clean import Passage, cells_of
from pipeline.documents.context import Context
from pipeline.documents.deadlines import find_deadline, further_deadlines
from pipeline.documents.duties.parties import is_generic
from pipeline.documents.points import PointMaker, named
from pipeline.minutes import Deadline, Point, Span
from pipeline.patterns import compiled

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("label", compiled(r"(?:议题)?(?:编号|序号|号)|NO\.?|No\.?")),
    ("deadline", compiled(r".*(?:完成|办结|落实|整改)?(?:时间|时限|期限|日期)")),
    ("support", compiled(r".*(?:配合|协办|参与)(?:单位|部门|人)?")),
    ("lead", compiled(r".*(?:责任|牵头|主办|承办|负责|落实)(?:单位|部门|人|领导)?")),
    ("presenter", compiled(r".*(?:汇报|报告|提请|提交)(?:人|单位|部门)?")),
    ("decision", compiled(r".*(?:会议纪要|纪要|议定|决定|决议|意见|结论|结果|要求|任务|措施|内容)(?:事项|情况)?")),
    ("title", compiled(r".*(?:议题|事项|名称|主题|项目|问题|工作)(?:名称|内容)?")),
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
    # an empty last cell is lost with the end of its line
    if not len(columns) - 1 <= len(cells) <= len(columns) or len(cells) < 2:
        return None
    by_name = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell.flat}
    task = by_name.get("decision") or by_name.get("title")
    if task is None:
        return None
    make = PointMaker(context.paper, context.date, context.obliged)
    return with_cells(context, make(task, label=by_name.get("label")), by_name)


# 「责任单位：市住建局」「配合单位：…  完成时限：…」: what a cell of a table says, on a line of its own
_LINE = compiled(
    r"(?P<deadline>(?:完成|办结|整改|落实)(?:时限|期限|时间)|完[ ]+成[ ]+(?:时[ ]*限|时[ ]*间)|时限)[ ]?[:]"
    r"|(?P<support>(?:配合|协办|协同|参与|协助)(?:责任)?(?:单位|部门|科室|处室|人)(?:和责任人)?)[ ]?[:]"
    # 「责 任 人：」, set wide
    r"|(?P<lead>(?:责[ ]+任[ ]+(?:人|单[ ]*位|部[ ]*门)"
    r"|(?:责任|牵头|主办|主责|承办|落实)(?:责任)?(?:单位|部门|科室|处室|领导|人)(?:[和及]责任人)?))[ ]?[:]"
)


def told_line(passage: Passage) -> dict[str, Passage] | None:
    """Return what a line says of who does it and by when and nothing else, by the names of columns, or `None`.

    >>> text = "责任单位:市住建局 完成时限:6月底前"
    >>> {name: cell.flat for name, cell in told_line(Passage(text, range(len(text)))).items()}
    {'lead': '市住建局', 'deadline': '6月底前'}
    """
    labels = [match for match in _LINE.finditer(passage.flat) if match.lastgroup]
    if not labels or labels[0].start() > 0:
        return None
    stops = [*(label.start() for label in labels[1:]), len(passage.flat)]
    return {
        str(label.lastgroup): passage.part(label.end(), stop).bare_start(" ").bare_end("。;, ")
        for label, stop in zip(labels, stops, strict=True)
    }


def _cells(passage: Passage) -> list[Passage]:
    """Return the cells of a line, without the blanks around them."""
    return [passage.part(left, right).bare_start(" ").bare_end(" ") for left, right in cells_of(passage.flat)]


def _is_named(piece: str, generic: bool) -> bool:
    """Tell whether a piece of a cell is a name, or who is told without one; 「/」 and 「—」 are neither."""
    return re.search(r"[\u4e00-\u9fffA-Za-z]", piece) is not None and is_generic(piece) == generic


def with_cells(context: Context, point: Point, cells: Mapping[str, Passage], *, alone: bool = True) -> Point:
    """Add what the cells say of lead, support and time limit to what the wording says.

    Args:
        context: the document.
        point: what the wording says.
        cells: who leads, who supports, by when.
        alone: the cells are of this point and no other, so that their time limit stands beside its own.
    """
    spans = dict(point.spans)
    supports, deadline = point.support_units, point.deadline
    told, helping = _parted(cells.get("lead"))
    helping += _pieces(cells.get("support"))
    leads = point.lead_units + _names(context, told, "lead_units", spans, taken=point.lead_units)
    supports += _names(context, helping, "support_units", spans, taken=supports)
    vague_leads = point.lead_generic + _names(
        context, told, "lead_generic", spans, taken=point.lead_generic, generic=True
    )
    vague_supports = point.support_generic + _names(
        context, helping, "support_generic", spans, taken=point.support_generic, generic=True
    )
    cell = cells.get("deadline")
    further = list(point.further_deadlines)
    if cell is not None and re.search(r"[\w]", cell.flat) and cell.flat not in ("无", "略"):
        for limit, place in _limits(context, cell):
            if _is_hasty(deadline):
                spans["deadline"], deadline = place, limit
            elif alone and deadline is not None and not any(_same(limit, one) for one in (deadline, *further)):
                spans[f"further_deadlines.{len(further)}"] = place
                further.append(limit)
    return replace(
        point,
        lead_units=leads,
        support_units=supports,
        lead_generic=vague_leads,
        support_generic=vague_supports,
        deadline=deadline,
        further_deadlines=tuple(further),
        spans=spans,
    )


def _same(limit: Deadline, other: Deadline) -> bool:
    """Tell whether two time limits are one: 「9月30日」 and 「9月30日前」."""
    return limit.text in other.text or other.text in limit.text or (limit.date is not None and limit.date == other.date)


def _limits(context: Context, cell: Passage) -> list[tuple[Deadline, Span]]:
    """Return the time limits of a cell in order, or all of it where it has none that is known as one."""
    found = find_deadline(cell, date=context.date)
    every = [found, *further_deadlines(cell, date=context.date, beside=found[1])] if found else []
    text = context.paper.text
    told = [(Deadline(text=text[place.start : place.end], date=one.date), place) for one, place in every]
    if told:
        return sorted(told, key=lambda one: one[1].start)
    # 「2024年4月17日」 is a time limit in such a cell only
    labelled, place = f"时限:{cell.flat}", cell.span()
    bare = find_deadline(Passage(labelled, range(len(labelled))), date=context.date)
    return [(Deadline(text=text[place.start : place.end], date=bare[0].date if bare else None), place)]


_HASTE = compiled("尽快|尽早|立即|马上|即刻|第一时间")


def _is_hasty(deadline: Deadline | None) -> bool:
    """Tell whether there is no time limit but haste (尽快), which a stated one replaces."""
    return deadline is None or _HASTE.fullmatch(deadline.text) is not None


_PIECE = compiled(r"(?:[^、,;/ ()]|\([^()]*\))+")
_LEADS = compiled(r"\((?:总?牵头|主办|主责|负责)(?:单位|部门)?\)$")


def _pieces(cell: Passage | None) -> list[Passage]:
    """Return the entries of a cell."""
    return [cell.part(*match.span()) for match in _PIECE.finditer(cell.flat)] if cell is not None else []


def _parted(cell: Passage | None) -> tuple[list[Passage], list[Passage]]:
    """Return who leads and who helps by a cell: where 「市商务局(牵头)、市财政局」 marks a leader, the others help."""
    pieces = _pieces(cell)
    marked = [(piece, _LEADS.search(piece.flat)) for piece in pieces]
    if not any(sign for _, sign in marked):
        return pieces, []
    leads = [piece.part(0, sign.start()) for piece, sign in marked if sign]
    return leads, [piece for piece, sign in marked if not sign]


def _names(
    context: Context,
    pieces: Sequence[Passage],
    name: str,
    spans: dict[str, Span],
    *,
    taken: tuple[str, ...],
    generic: bool = False,
) -> tuple[str, ...]:
    """Return who the entries of a cell name, or who is told there without a name (各有关单位); write their places."""
    places = [piece.span() for piece in pieces if _is_named(piece.flat, generic)]
    places = [place for place in places if named(context.paper, place) not in taken]
    spans |= {f"{name}.{index}": place for index, place in enumerate(places, len(taken))}
    return tuple(named(context.paper, place) for place in places)
