"""Which rows of the ledger are tasks, and what of them goes into the papers of an office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit
from pipeline.generation.columns import one_line
from pipeline.generation.decisions.changing import is_replaced
from pipeline.generation.decisions.ledger import is_verdict_row
from pipeline.generation.decisions.signing import signed_words
from pipeline.generation.exports.cells import CHANGED, changes_words, links_words, meeting_of
from pipeline.generation.summary.pieces import laid_out
from pipeline.generation.wording import NOT_STATED, names_body, outcome_name, stamp
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Deadline, Document

_RESPONSIBLE = compiled(
    r"(?:(?<=[。；])|^)\s*(?:责任|牵头|主办|承办|配合|协办|协同|完成|落实|办理)(?:单位|部门|时限|时间|期限)[：:]"
    r"(?P<names>[^。；\n]*)[。；]?"
)

Matter = tuple[str, str | None, str, str | None]
"""Document, item and title of a matter, and the verdict on it: what one heading in a table of tasks is for."""


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """The tasks that one unit leads: its name, the other names under which the papers know it, the rows."""

    unit: str
    others: tuple[str, ...]
    body: str | None
    rows: tuple[LedgerRow, ...]


def is_task(row: LedgerRow) -> bool:
    """Tell whether a row asks for something: no mere verdict, and no measure of a report that is done already."""
    if row.kind == "rectification":
        return row.deadline_text is not None
    return row.point is not None or bool(row.lead_units or row.lead_generic or row.next_step or row.deadline_text)


def tasks_among(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return the rows that ask for something; a verdict's next step is not asked for twice.

    Beside tasks of its matter, over which its next step is told (`matter_of`), the row of a verdict is passed over.
    """
    tasks = [row for row in rows if is_task(row)]
    told = {matter_of(row) for row in tasks if not is_verdict_row(row.row)}
    return [row for row in tasks if not (is_verdict_row(row.row) and _is_bare(row) and matter_of(row) in told)]


def _is_bare(row: LedgerRow) -> bool:
    """Tell whether a row says neither who is to act nor by when."""
    return not (row.lead_units or row.lead_generic or row.deadline_text)


def matter_of(row: LedgerRow) -> Matter:
    """Return of which matter a row is: its document, item and title, and the verdict that it bears."""
    return (row.document_id, row.item, row.item_title, row.item_outcome)


def next_steps(rows: Iterable[LedgerRow]) -> dict[Matter, str]:
    """Return what comes next to each matter among some rows, in the words of its first row that says so."""
    found: dict[Matter, str] = {}
    for row in rows:
        if row.next_step:
            found.setdefault(matter_of(row), row.next_step)
    return found


def by_unit(rows: Iterable[LedgerRow], documents: Mapping[str, Document], *, standing: bool = False) -> list[UnitTasks]:
    """Return the tasks by the unit that leads them, each unit once under its latest name; units of two bodies stay two.

    Args:
        rows: the tasks.
        documents: the documents by id, for the body that issued them.
        standing: pass over a lead in whose place a later meeting put another.
    """
    found: list[tuple[str | None, list[str], list[LedgerRow]]] = []
    for row in sorted(rows, key=lambda row: (row.date or "", row.start)):
        document = documents.get(row.document_id)
        body = document.issuing_body if document else None
        leads = [one for one in row.lead_units if not (standing and is_replaced(one, row.changes))]
        for unit in dict.fromkeys(map(one_line, leads)):
            for known, names, own in found:
                if known == body and any(same_unit(unit, name) for name in names):
                    own.append(row)
                    names[:] = [*(name for name in names if name != unit), unit]
                    break
            else:
                found.append((body, [unit], [row]))
    return [UnitTasks(names[-1], tuple(names[:-1]), body, tuple(own)) for body, names, own in found]


def source_words(row: LedgerRow, *, only: bool = False) -> str:
    """Return where a task stands: document, item, point; of the only document it goes without saying."""
    number = row.document_number if names_body(row.document_number) or not row.meeting else None
    named = "" if only else number or meeting_of(row) or Path(row.file).stem
    item = f"第{row.item}项" if row.item else ""
    point = f"第{row.point}条" if row.point else ""
    return f"{one_line(named)}{item}{point}" or one_line(Path(row.file).stem)


def task_words(row: LedgerRow) -> str:
    """Return what is to be done on one line, its heading marked, without the lines below that other columns hold.

    A line on who is responsible stays where a name in it is in no column (责任单位：市住建局 goes, 责任人：周明 stays).
    """
    told = [*row.lead_units, *row.support_units, *([row.deadline_text] if row.deadline_text else [])]
    known = [re.sub(r"\s", "", name) for name in told]

    def shown(line: re.Match[str]) -> str:
        """Return a line with a name that no column holds, or nothing."""
        left = re.sub(r"\s", "", line["names"])
        for name in sorted(known, key=len, reverse=True):
            left = left.replace(name, "")
        return line.group() if left.strip("、，,和及（）()。；") else ""

    bare = _RESPONSIBLE.sub(shown, laid_out(row.text).rstrip())
    return one_line(bare).rstrip("；，") or one_line(row.text)


def below_words(row: LedgerRow) -> str:
    """Return the lines below the wording of a task: what it refers to, what changed it, who signed; else nothing."""
    named, changed = links_words(row, relation="named"), changes_words(row)
    lines = (f"另见：{named}" if named else "", f"{CHANGED}：{changed}" if changed else "", confirmed_words(row))
    return "".join(f"\n（{line}）" for line in lines if line)


def heading_words(row: LedgerRow) -> str:
    """Return the matter of a task with the verdict on it, for the line above the tasks of one item."""
    label = f"{row.item}、" if row.item and not row.item.isdecimal() else f"{row.item}." if row.item else ""
    return f"{label}{one_line(row.item_title)}{f'（{outcome_name(row.item_outcome)}）' if row.item_outcome else ''}"


def stamp_words(row: LedgerRow) -> str:
    """Return number, meeting and date of a task's document, with the body where neither tells whose it is."""
    return stamp(
        document_number=row.document_number,
        meeting=row.meeting,
        date=row.date,
        file=row.file,
        body=row.body,
        meeting_number=row.meeting_number,
    )


def deadline_words(row: LedgerRow) -> str:
    """Return the deadline in the wording of the text, with the date that follows from it, or 未载明."""
    if row.deadline_text is None:
        return NOT_STATED
    dated = f"\n（{row.deadline_date.lstrip('-').replace('-', '.')}）" if row.deadline_date else ""
    return "\n".join([f"{one_line(row.deadline_text)}{dated}", *map(_dated, row.further_deadlines)])


def _dated(deadline: Deadline) -> str:
    """Return a further deadline with the date that follows from it."""
    return one_line(deadline.text) + (f"\n（{deadline.date.lstrip('-').replace('-', '.')}）" if deadline.date else "")


def confirmed_words(row: LedgerRow) -> str:
    """Return which cells a person has signed, who, when, and what a correction replaced, or nothing."""
    return f"已签认：{signed_words(row)}" if row.confirmed else ""


def units_words(units: Sequence[str], *, otherwise: str = NOT_STATED) -> str:
    """Return names of units in a row."""
    return "、".join(map(one_line, units)) or otherwise
