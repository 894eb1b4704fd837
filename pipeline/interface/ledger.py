"""The ledger screen: one row per decision, each leading to its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from pipeline.interface.wording import OUTCOMES, day, escape, heading, source_value

MOST_ROWS = 400
"""Rows shown at once; the download holds all."""

_COLUMNS = ("事项", "要求", "结论", "牵头", "时限", "会议")


def render_ledger(rows: Sequence[Any], *, filters: dict[str, str] | None = None) -> str:
    """Return rows as a table that the browser sorts and filters.

    Args:
        rows: `ledger.LedgerRow` objects.
        filters: the filters that held, for the download link.
    """
    if not rows:
        return '<p class="aside">没有符合条件的决定。</p>'
    link = f"download/ledger.csv?{urlencode(filters or {})}".rstrip("?")
    count = f"共 {len(rows):,} 条" + (f"，显示前 {MOST_ROWS} 条" if len(rows) > MOST_ROWS else "")
    head = "".join(
        f'<th scope="col"><button type="button" data-sort="{index}">{name}</button></th>'
        for index, name in enumerate(_COLUMNS)
    )
    return (
        '<div class="tools"><label class="find"><span>查找</span>'
        '<input type="search" data-find="ledger" placeholder="在表中查找"></label>'
        f'<span class="count" role="status">{count}</span>'
        f'<a class="quiet" href="{escape(link)}" download>下载 CSV</a></div>'
        f'<div class="wide" tabindex="0" role="region" aria-label="决定台账"><table class="ledger" data-table="ledger">'
        f"<thead><tr>{head}</tr></thead><tbody>{_rows(rows[:MOST_ROWS])}</tbody></table></div>"
    )


def _rows(rows: Sequence[Any]) -> str:
    """Return the rows; a matter named in the row above is set lighter."""
    matters = [None, *((row.document_id, row.item, row.item_title) for row in rows)]
    return "".join(_row(row, again=matters[index] == matters[index + 1]) for index, row in enumerate(rows))


def _row(row: Any, *, again: bool) -> str:
    """Return one decision as a row of the table; an outcome that is not stated says so."""
    deadline = row.deadline_text or ""
    units = "、".join(row.lead_units) + (f"（配合：{'、'.join(row.support_units)}）" if row.support_units else "")
    outcome = f'<span class="badge">{OUTCOMES[row.outcome]}</span>' if row.outcome else "<i>未写明</i>"
    label = f"<b>{escape(row.point)}</b>　" if row.point else ""
    step = f"<small>{escape(row.next_step)}</small>" if row.next_step else ""
    cells = (
        ("item again" if again else "item", escape(heading(row.item, row.item_title))),
        (
            "text",
            f'<button class="textlink" {source_value(row.document_id, row.start, row.end)}>'
            f"{label}{escape(row.text)}</button>",
        ),
        ("outcome", outcome + step),
        ("units", escape(units)),
        ("deadline", escape(deadline)),
        ("meeting", f"{escape(row.meeting or row.document_number or '')}<small>{escape(day(row.date))}</small>"),
    )
    values = {"deadline": row.deadline_date or deadline, "meeting": row.date or ""}
    return (
        "<tr>"
        + "".join(
            f'<td class="{name}" data-label="{title}"'
            + (f' data-value="{escape(values[name])}"' if name in values else "")
            + f">{cell}</td>"
            for (name, cell), title in zip(cells, _COLUMNS, strict=True)
        )
        + "</tr>"
    )
