"""A row of the ledger as cells of text, for CSV, the terminal and every other table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from pipeline.generation.columns import one_line, table
from pipeline.generation.decisions.ledger import Change, LedgerRow, Link
from pipeline.generation.decisions.signable import FIELDS
from pipeline.generation.decisions.signing import signed_words
from pipeline.generation.meeting_words import numbered
from pipeline.generation.wording import NOT_STATED, date_words, doers, outcome_name, whose
from pipeline.patterns import compiled

# A spreadsheet takes a cell that opens with one of these for a formula; a tab or a line end before it changes nothing.
_FORMULA = compiled(r"^[\s\x00]*[=+\-@＝＋－＠]")

COLUMNS: tuple[str, ...] = (
    *("行号", "文件", "发文字号", "会议", "日期", "议题", "议题名称", "条目", "内容", "结论", "结论原文", "本项结论"),
    *("本项结论原文", "牵头单位", "配合单位", "时限", "时限日期", "下一步", "起", "止", "已确认", "签认", "同一事项"),
    *("发文机关", "其后有变"),
)
FIELD_NAMES: Mapping[str, str] = {
    **FIELDS,
    "text": "内容",
    "item_title": "议题名称",
    "outcome_text": "结论原文",
    "item_outcome_text": "本项结论原文",
    "lead_generic": FIELDS["lead_units"],
    "support_generic": FIELDS["support_units"],
    "further_deadlines": FIELDS["deadline_text"],
    "document_number": "发文字号",
    "meeting": "会议",
    "date": "日期",
    "body": "发文机关",
}
"""The column of each field that has a place in the text, or that a person may confirm."""


def field_name(field: str) -> str:
    """Return the column of a field, of one of several units too.

    >>> field_name("lead_units.1"), field_name("outcome")
    ('牵头单位', '结论')
    """
    return FIELD_NAMES.get(field.split(".")[0], field)


def cells(row: LedgerRow) -> list[str]:
    """Return a row as text, one cell a column of `COLUMNS`; what is not stated is empty."""
    written = [
        row.row,
        row.file,
        row.document_number,
        row.meeting,
        row.date,
        row.item,
        row.item_title,
        row.point,
        row.text,
        outcome_name(row.outcome) if row.outcome else None,
        row.outcome_text,
        item_verdict_words(row) if row.item_outcome_text or row.item_outcome else None,
        row.item_outcome_text,
        "、".join(doers(row.lead_units, row.lead_generic)),
        "、".join(doers(row.support_units, row.support_generic)),
        "；".join(deadlines(row)) or None,
        row.deadline_date,
        row.next_step,
        str(row.start),
        str(row.end),
        "、".join(dict.fromkeys(field_name(field) for field in row.confirmed)),
    ]
    behind = (signed_words(row), links_words(row), one_line(row.body or ""), changes_words(row))
    return [*(one_line(cell or "") for cell in written), *behind]


def deadlines(row: LedgerRow) -> list[str]:
    """Return the time limits of a row in the wording of the text: first the one whose date is `时限日期`.

    The dates that follow from the others stand behind these, as no column holds them.
    """
    further = [f"{one.text}（{one.date}）" if one.date else one.text for one in row.further_deadlines]
    return [*filter(None, [row.deadline_text]), *further]


def links_words(row: LedgerRow, *, relation: str | None = None) -> str:
    """Return the items of other meetings on the matter of a row, in order of date; empty where there are none.

    Args:
        row: the row.
        relation: only those of the same title (`same`), or only those that the wording names (`named`).
    """
    chosen = [link for link in row.links if relation in (None, link.relation)]
    return "；".join(
        f"{date_words(link.date) or ''}{meeting_of(link)}{f'第{link.item}项' if link.item else ''}{link.item_title}"
        for link in chosen
    )


def changes_words(row: LedgerRow) -> str:
    """Return what later meetings put in the place of what a row says, each with its place; empty where none did."""
    return "；".join(
        f"{date_words(change.date) or ''}{meeting_of(change)}{f'第{change.item}项' if change.item else ''}"
        f"（原文第{change.start + 1}—{change.end}字）：{change.text.rstrip('。；;')}"
        for change in row.changes
    )


def meeting_of(one: LedgerRow | Link | Change) -> str:
    """Return which meeting it was, told apart from those of other bodies, else which paper."""
    told = whose(numbered(one.meeting, one.meeting_number), body=one.body, document_number=one.document_number)
    return one_line(told or one.document_number or "")


def safe_cell(value: str) -> str:
    """Return a cell that a spreadsheet takes for text, whatever it opens with.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("原则通过")
    ("'=HYPERLINK(1)", '原则通过')
    """
    return f"'{value}" if _FORMULA.match(value) else value


def ledger_csv(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as CSV with a head, every cell plain text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in cells(row)] for row in rows)
    return buffer.getvalue()


BY_PART = "见各条"
CHANGED = COLUMNS[-1]
"""The column that stands only where a later meeting changed something: 其后有变."""
SHOWN: tuple[str, ...] = ("行号", "议题名称", "内容", "结论", "本项结论", "牵头单位", "时限", "下一步")


def shown_cells(row: LedgerRow) -> list[str]:
    """Return the cells of a row that a person looks at first, 未载明 where the text states nothing."""
    named = dict(zip(COLUMNS, cells(row), strict=True))
    named |= {"结论": verdict_words(row), "本项结论": item_verdict_words(row)}
    return [named[column] or ("—" if column == "下一步" else NOT_STATED) for column in SHOWN]


def verdict_words(row: LedgerRow) -> str:
    """Return the verdict that a row states itself, — where only its item has one, 未载明 where there is none at all."""
    return "—" if row.item_outcome_text and not row.outcome else outcome_name(row.outcome)


def item_verdict_words(row: LedgerRow) -> str:
    """Return the verdict on the matter of a row, 见各条 where its item rules on other parts only."""
    return BY_PART if row.item_outcome_text and not row.item_outcome else outcome_name(row.item_outcome)


def ledger_table(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as an aligned table for the terminal."""
    if not rows:
        return "没有符合条件的决定。\n"
    changed = any(row.changes for row in rows)
    shown = [[*shown_cells(row), *([changes_words(row)] if changed else [])] for row in rows]
    heads = (*SHOWN, CHANGED) if changed else SHOWN
    return f"{table(heads, shown, widest=30)}\n共 {len(rows)} 条。\n"
