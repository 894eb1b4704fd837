"""Notices of supervision (督办通知单): for each unit a form with the tasks that it leads, to be sent and filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit
from pipeline.generation.columns import one_line
from pipeline.generation.exports.paper import Paper
from pipeline.generation.exports.tasks import (
    UnitTasks,
    below_words,
    by_unit,
    deadline_words,
    is_task,
    source_words,
    stamp_words,
    task_words,
    units_words,
)
from pipeline.generation.wording import doers
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Document

_HEAD = ("序号", "督办事项", "完成时限", "配合单位", "依据")
_WIDTHS = (13.0, 59.0, 34.0, 24.0, 26.0)  # mm, of the 156 between the margins
_REPLY = (36.0, 120.0)
_UNFIT = compiled(r'[\\/:*?"<>|\s]+')


def notices(
    rows: Sequence[LedgerRow], documents: Mapping[str, Document], *, unit: str | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield for each unit that leads tasks the name of a Word file and its content.

    Args:
        rows: rows of the ledger; those that are no tasks, or that nobody leads, are passed over, and so is a lead in
            whose place a later meeting put another.
        documents: the documents by id.
        unit: a unit, under any of its names, to which the notices are confined.
    """
    taken: set[str] = set()
    for tasks in by_unit([row for row in rows if is_task(row)], documents, standing=True):
        if unit is not None and not any(same_unit(unit, name) for name in (tasks.unit, *tasks.others)):
            continue
        name = _UNFIT.sub("", f"督办通知单_{tasks.unit}")[:60]
        if name.casefold() in taken:
            name = _UNFIT.sub("", f"{name}_{tasks.body}" if tasks.body else name)[:80]
        free, number = name, 2
        while free.casefold() in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free.casefold())
        yield f"{free}.docx", notice_docx(tasks)


def notice_docx(tasks: UnitTasks) -> bytes:
    """Return the notice for one unit."""
    paper = Paper("督办通知单")
    paper.line("督〔　　　　〕　　号", right=True)
    paper.line(f"{tasks.unit}：")
    stamps = list(dict.fromkeys(stamp_words(row) for row in tasks.rows))
    number, _, rest = stamps[0].partition("，")
    resting = f"根据{number}{f'（{rest}）' if rest else ''}，" if len(stamps) == 1 else ""
    count = len(tasks.rows)
    asked = f"{resting}现将由你单位牵头办理的 {count} 个事项通知如下，请抓紧办理，并填写办理情况，按时报送。"
    paper.paragraph((asked, None))
    rows = [
        (
            str(number),
            f"{task_words(row)}\n（{one_line(row.item_title)}）{below_words(row)}",
            deadline_words(row),
            units_words(doers(row.support_units, row.support_generic), otherwise="—"),
            source_words(row, only=len(stamps) == 1),
        )
        for number, row in enumerate(tasks.rows, start=1)
    ]
    paper.table(_HEAD, rows, widths=_WIDTHS)
    if tasks.others:
        paper.paragraph((f"文件中又称：{'、'.join(tasks.others)}。", None), small=True)
    if any(row.deadline_text is None for row in tasks.rows):
        paper.paragraph(("完成时限为“未载明”的，原文没有写明时限。", None), small=True)
    paper.line("（发文单位）　　", right=True)
    paper.line("　　　　年　　月　　日", right=True)
    form = (("办理情况", "\n" * 5), ("承办人及电话", ""), ("负责人签字", ""), ("报送时间", "　　　　年　　月　　日"))
    paper.table((), form, widths=_REPLY)
    return paper.to_bytes()
