"""Cells that say who does a thing and by when (责任部门｜完成时限), in a table of matters or within one matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.documents.context import Context
from pipeline.documents.duties.parties import is_generic
from pipeline.documents.tasks.deadlines import HOW_OFTEN, find_deadline, further_deadlines
from pipeline.documents.tasks.points import PointMaker, named
from pipeline.documents.tasks.responsible import Share, bare_of_doing, shares_of
from pipeline.documents.text.clean import Paper, Passage, cells_of
from pipeline.documents.text.grids import DITTO, grids_of
from pipeline.minutes import Deadline, Point, Span
from pipeline.patterns import compiled

# 「牵头科室」「责任处室」「配合学院」「协办方」
_WHO = r"(?:单位|部门|科室|处室|股室|科|处|站所|院系|学院|系部|机构|机关|企业|公司|主体|方|领导|干部|人员|同志|者|人)"
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("label", compiled(r"(?:议题)?(?:编号|序号|号)|NO\.?|No\.?")),
    (
        "deadline",
        compiled(r".*(?:完成|办结|落实|整改)?(?:时间|时限|期限|日期)(?:要求|节点)?|.*(?:截止|节点)|什么时候.*|何时.*"),
    ),
    ("support", compiled(rf".*(?:配合|协办|协助|协同|参与|支持)(?:责任)?{_WHO}?|谁(?:来)?(?:配合|协助|帮).*")),
    (
        "lead",
        compiled(rf".*(?:责任|牵头|主办|主责|承办|经办|负责|落实)(?:责任)?{_WHO}?|谁(?:来)?(?:办|做|干|牵头|负责).*"),
    ),
    ("presenter", compiled(r".*(?:汇报|报告|提请|提交)(?:人|单位|部门)?")),
    ("decision", compiled(r".*(?:会议纪要|纪要|议定|决定|决议|意见|结论|结果|要求|任务|措施|内容)(?:事项|情况)?")),
    ("title", compiled(r".*(?:议题|事项|名称|主题|项目|问题|工作)(?:名称|内容)?|(?:要)?[做办干](?:什么|的事情?)|事情")),
)
"""What a column holds, by its head; the first that fits."""
_LONGEST_HEAD = 10
_BRACKET = compiled(r"(?<=[一-鿿])[（(][^（）()]{1,12}[)）]$")


def task_columns(passage: Passage) -> list[str | None] | None:
    """Return what the columns of a table of tasks hold, from its head: 「序号｜任务｜责任部门｜完成时限」; else `None`.

    >>> text = "序号 | 任务 | 责任部门 | 完成时限"
    >>> task_columns(Passage(text, range(len(text))))
    ['label', 'decision', 'lead', 'deadline']
    """
    heads = [head.flat for head in _cells(passage)]
    if len(heads) < 2 or any(len(_bare_head(head)) > _LONGEST_HEAD for head in heads):
        return None
    names = _with_measures(column_names(heads), list(map(_bare_head, heads)))
    return names if {"lead", "deadline"} & set(names) and {"title", "decision"} & set(names) else None


def column_names(heads: Sequence[str]) -> list[str | None]:
    """Return what the columns under some heads hold, each meaning once; `None` for a long head or any other.

    A second column of who does it holds `lead_too`: the person beside the unit.

    >>> column_names(["事项", "责任科室（单位）", "备注"])
    ['title', 'lead', None]
    >>> column_names(["任务", "责任人", "责任单位"])
    ['decision', 'lead_too', 'lead']
    """
    names: list[str | None] = []
    forms = dict(COLUMNS)
    bare = list(map(_bare_head, heads))
    for head in bare:
        fitting = (name for name, form in COLUMNS if name not in names and form.fullmatch(head))
        name = next(fitting, None) if len(head) <= _LONGEST_HEAD else None
        if name is None and "lead" in names and "lead_too" not in names and forms["lead"].fullmatch(head):
            name = "lead_too"
            if _PERSON.search(bare[names.index("lead")]) and not _PERSON.search(head):
                names[names.index("lead")], name = "lead_too", "lead"
        names.append(name)
    return names


def _with_measures(names: list[str | None], heads: Sequence[str]) -> list[str | None]:
    """Return what columns hold where the measures for a task stand beside it: these are what is done."""
    beside = [place for place, head in enumerate(heads) if names[place] is None and _MEASURES.fullmatch(head)]
    if not beside or "decision" not in names or "title" in names:
        return names
    task = names.index("decision")
    told = {task: "title", beside[0]: "decision"}
    return [told.get(place, name) for place, name in enumerate(names)]


_PERSON = compiled(r"人$|人员$|领导$|干部$|同志$")
_MEASURES = compiled(r"(?:具体|主要|工作|推进|落实|整改)*(?:措施|举措|内容|要求|做法|安排)")


def _bare_head(head: str) -> str:
    """Return the head of a column without the bracket behind it: 责任科室（单位）."""
    return _BRACKET.sub("", head)


def task_cells(
    passage: Passage, columns: list[str | None], *, above: Mapping[str, Passage] | None = None
) -> dict[str, Passage] | None:
    """Return the cells of one row of such a table by what they hold, or `None` where a line is no row of it.

    Args:
        passage: the line.
        columns: what its columns hold.
        above: the cells of the row above, for which dittos stand (同上, 〃).
    """
    cells = _cells(passage)
    if len(cells) == len(columns) + 1 and "deadline" not in columns:
        columns = [*columns, "deadline"]  # 「时间」 at the end of a head reads as a label and is lost
    # an empty last cell is lost with the end of its line
    if not len(columns) - 1 <= len(cells) <= len(columns) or len(cells) < 2:
        return None
    by_name = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell.flat}
    return without_dittos(by_name, above or {})


def without_dittos(cells: Mapping[str, Passage], above: Mapping[str, Passage]) -> dict[str, Passage]:
    """Return cells with those above in the place of dittos; a ditto of nothing says nothing."""
    meant = {name: above.get(name) if DITTO.fullmatch(cell.flat) else cell for name, cell in cells.items()}
    return {name: cell for name, cell in meant.items() if cell is not None}


def wrapped_cells(paper: Paper, line: Passage, columns: Sequence[str | None]) -> dict[str, Passage] | None:
    """Return the cells of a row over several lines of a drawn table; none on its later lines, `None` for another row.

    Who does it is not told where the name is broken: a part of it names another, or nobody.
    """
    every = (row for grid in grids_of(paper.text) for row in grid.rows if line.start in row.span)
    row = next((row for row in every if any(len(cell.parts) > 1 for cell in row.cells)), None)
    if row is None or len(row.cells) != len(columns):
        return None
    if "\n" in paper.text[row.span.start : line.start]:
        return {}
    cells: dict[str, Passage] = {}
    for name, cell in zip(columns, row.cells, strict=True):
        if name and cell.parts and (len(cell.parts) == 1 or name in ("decision", "title")):
            offsets = [offset for part in cell.parts for offset in range(part.start, part.end)]
            cells[name] = Passage("".join(paper.plain[offset] for offset in offsets), offsets)
    return cells


def task_point(context: Context, cells: Mapping[str, Passage]) -> Point | None:
    """Return the task of a row, or `None` where none of its cells tells one."""
    task = cells.get("decision") or cells.get("title")
    if task is None:
        return None
    make = PointMaker(context.paper, context.date, context.obliged)
    point = make(task, label=cells.get("label"))
    if task is not cells.get("title") and (above := cells.get("title")) is not None:
        # the task to which the measure beside it belongs heads the measures
        text = context.paper.text[above.start : above.end]
        point = replace(point, group=text, spans={**point.spans, "group": above.span()})
    return with_cells(context, _bare_of_leads(point) if _names_lead(cells) else point, cells)


def _names_lead(cells: Mapping[str, Passage]) -> bool:
    """Tell whether a row has a cell that names who leads, beside which its wording names nobody who does."""
    cell = cells.get("lead") or cells.get("lead_too")
    return cell is not None and any(share.leads for share in shares_of(cell))


def _bare_of_leads(point: Point) -> Point:
    """Return a task without those whom its wording tells to act: 「通信基站应急供电保障」 tells nobody."""
    spans = {name: span for name, span in point.spans.items() if not name.startswith("lead_")}
    return replace(point, lead_units=(), lead_generic=(), spans=spans)


def _cells(passage: Passage) -> list[Passage]:
    """Return the cells of a line, without the blanks around them; a bar at its start has an empty one before it."""
    first = [passage.part(0, 0)] if passage.flat.startswith("|") and passage.flat.count("|") > 1 else []
    return first + [passage.part(left, right).bare_start(" ").bare_end(" ") for left, right in cells_of(passage.flat)]


def _is_named(piece: str, generic: bool) -> bool:
    """Tell whether a piece of a cell is a name, or who is told without one; 「/」 and 「—」 are neither."""
    return re.search(r"[\u4e00-\u9fffA-Za-z]", piece) is not None and is_generic(piece) == generic


def with_cells(context: Context, point: Point, cells: Mapping[str, Passage], *, alone: bool = True) -> Point:
    """Add what the cells of a row say of lead, support and time limit to what the wording says.

    Args:
        context: the document.
        point: what the wording says.
        cells: who leads, who supports, by when.
        alone: the cells are of this point and no other, so that their time limit stands beside its own.
    """
    share = Share()
    who = "lead" if "lead" in cells else "lead_too"  # a person where no unit is told
    for name in (who, "support"):
        for one in shares_of(cells[name]) if name in cells else ():
            share.supports += one.supports + (one.leads if name == "support" else [])
            share.leads += one.leads if name == who else []
            share.deadlines += one.deadlines
    share.deadlines += [cells["deadline"]] if "deadline" in cells else []
    return with_share(context, point, share, alone=alone)


def with_share(context: Context, point: Point, share: Share, *, alone: bool = True) -> Point:
    """Add who has which part in a task, and by when, to what its wording says; `alone` as in `with_cells`."""
    spans = dict(point.spans)

    def added(name: str, pieces: Sequence[Passage], taken: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of a field with those of the share."""
        return taken + _names(context, pieces, name, spans, taken=taken, generic=name.endswith("generic"))

    deadline, further = point.deadline, list(point.further_deadlines)
    for cell in share.deadlines:
        if not re.search(r"[\w]", cell.flat) or cell.flat in ("无", "略"):
            continue
        for limit, place in _limits(context, cell):
            if deadline is None or _gives_way(deadline, limit):
                spans["deadline"], deadline = place, limit
            elif alone and deadline is not None and not any(_same(limit, one) for one in (deadline, *further)):
                spans[f"further_deadlines.{len(further)}"] = place
                further.append(limit)
    return replace(
        point,
        lead_units=added("lead_units", share.leads, point.lead_units),
        lead_generic=added("lead_generic", share.leads, point.lead_generic),
        support_units=added("support_units", share.supports, point.support_units),
        support_generic=added("support_generic", share.supports, point.support_generic),
        deadline=deadline,
        further_deadlines=tuple(further),
        spans=spans,
    )


def _same(limit: Deadline, other: Deadline) -> bool:
    """Tell whether two time limits are one: 「9月30日」 and 「9月30日前」."""
    return limit.text in other.text or other.text in limit.text or (limit.date is not None and limit.date == other.date)


def _limits(context: Context, cell: Passage) -> list[tuple[Deadline, Span]]:
    """Return the time limits of a cell in order, or all of it where it has none that is known as one."""
    bracket = cell.flat.find("(")
    if bracket > 0 and _DAY.fullmatch(cell.flat[:bracket]):
        # 「10月28日（补偿款12月31日前支付）」
        return [*_limits(context, cell.part(0, bracket)), *_limits(context, cell.part(bracket + 1).bare_end(")"))]
    found = find_deadline(cell, date=context.date)
    every = [found, *further_deadlines(cell, date=context.date, beside=found[1])] if found else []
    text = context.paper.text
    told = [(Deadline(text=text[place.start : place.end], date=one.date), place) for one, place in every]
    if len(told) == 1 and (behind := _AFTER.match(cell.flat)) and behind.end() == len(cell.flat):
        # 「赛后一个月内」「产权办结后三个月内」: the time runs from what stands before it
        return [(Deadline(text=text[cell.start : cell.end], date=None), cell.span())]
    if told:
        return sorted(told, key=lambda one: one[1].start)
    # 「2024年4月17日」 is a time limit in such a cell only
    cell = bare_of_doing(cell)
    labelled, place = f"时限:{cell.flat}", cell.span()
    bare = find_deadline(Passage(labelled, range(len(labelled))), date=context.date)
    return [(Deadline(text=text[place.start : place.end], date=bare[0].date if bare else None), place)]


_AFTER = compiled(r"(?!此|今|会)[\u4e00-\u9fff“”《》]{1,14}(?:后|之日起|之前|以前)[^,。;、()]{1,10}内")
_DAY = compiled(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]")
_HASTE = compiled("尽快|尽早|立即|马上|即刻|限期|第一时间")


def _gives_way(deadline: Deadline, limit: Deadline) -> bool:
    """Tell whether a stated time limit replaces haste (尽快), or how often (按季) where it tells the day."""
    often = HOW_OFTEN.fullmatch(deadline.text)
    return _HASTE.fullmatch(deadline.text) is not None or bool(often and limit.text.startswith(f"每{often['each']}"))


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
