"""The table of tasks (任务分解表) as a Word file: what is to be done, who leads, who supports, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.exports.cells import links_words
from pipeline.generation.exports.paper import Paper
from pipeline.generation.exports.tasks import (
    Matter,
    below_words,
    deadline_words,
    heading_words,
    matter_of,
    next_steps,
    source_words,
    stamp_words,
    task_words,
    tasks_among,
    units_words,
)
from pipeline.generation.wording import doers, step_words

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow

_HEAD = ("序号", "任务内容", "牵头单位", "配合单位", "完成时限", "依据")
_WIDTHS = (14.0, 102.0, 34.0, 34.0, 34.0, 29.0)  # mm, of the 247 between the margins


def tasks_docx(rows: Sequence[LedgerRow]) -> bytes:
    """Return the tasks among some rows of the ledger as a Word file, those of an item below its title."""
    tasks = tasks_among(rows)
    documents = list(dict.fromkeys(row.document_id for row in tasks))
    paper = Paper("任务分解表", landscape=True)
    if len(documents) == 1:
        paper.subtitle(stamp_words(tasks[0]))
    elif documents:
        paper.subtitle(f"（据 {len(documents)} 份文件整理）")
    if tasks:
        paper.table(_HEAD, _lines(tasks, next_steps(rows), several=len(documents) > 1), widths=_WIDTHS)
    else:
        paper.line("所选文件中没有需要落实的任务。")
    for line in _remarks(rows, tasks):
        paper.paragraph((line, None), small=True)
    return paper.to_bytes()


def _lines(tasks: Sequence[LedgerRow], steps: Mapping[Matter, str], *, several: bool) -> list[tuple[str, ...]]:
    """Return the rows of the table: a line for each document and item, then its tasks, numbered through.

    An item whose parts were ruled on each in its way has a line for each verdict.
    """
    lines: list[tuple[str, ...]] = []
    document = item = None
    for number, row in enumerate(tasks, start=1):
        if several and row.document_id != document:
            lines.append((stamp_words(row),))
        if matter_of(row) != item:
            lines.append((_matter(row, steps.get(matter_of(row))),))
        document, item = row.document_id, matter_of(row)
        lines.append(
            (
                str(number),
                f"{task_words(row)}{below_words(row)}",
                units_words(doers(row.lead_units, row.lead_generic)),
                units_words(doers(row.support_units, row.support_generic), otherwise="—"),
                deadline_words(row),
                source_words(row, only=not several),
            )
        )
    return lines


def _matter(row: LedgerRow, step: str | None) -> str:
    """Return the title of an item with its verdict, what comes next, and where else its matter was treated."""
    again = links_words(row, relation="same")
    return f"{heading_words(row)}{step_words(step) if step else ''}" + (f"\n（同一事项：{again}）" if again else "")


def _remarks(rows: Sequence[LedgerRow], tasks: Sequence[LedgerRow]) -> list[str]:
    """Return how many tasks there are, what of the ledger is none, and what 未载明 means."""
    undated = sum(1 for row in tasks if row.deadline_text is None)
    remarks = [f"共 {len(tasks)} 项任务，其中 {undated} 项原文没有写明完成时限。“未载明”即原文没有写明，并非遗漏。"]
    left = len(rows) - len(tasks)
    return [*remarks, f"另有 {left} 条只载结论或已经办结的事项，没有列入。"] if left else remarks
