"""The ledger screen: one row per decision, each leading to its place, each cell signed or open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from pipeline.generation.decisions.signable import FIELDS
from pipeline.generation.exports.cells import meeting_of
from pipeline.interface.language import say
from pipeline.interface.narrowed import Narrowed, is_due
from pipeline.interface.tables import Column, choice, field, head_of, send, suggestions
from pipeline.interface.wording import OUTCOMES, day, doers, escape, heading, named_apart, source_value

MOST_ROWS = 400
"""Rows shown at once; the download holds all."""
VIEWS = {"table": "表格", "due": "时限", "plots": "图表"}

_COLUMNS = (
    Column("事项", "item"), Column("要求", "text"), Column("结论", "outcome"), Column("本项结论", "ruled"),
    Column("牵头", "units"), Column("时限", "deadline"), Column("会议", "meeting"), Column("签认", "sign"),
)  # fmt: skip


def render_narrowing(
    entries: Sequence[Any],
    units: Sequence[str],
    *,
    chosen: Narrowed | None = None,
    view: str = "table",
    order: str = "",
) -> str:
    """Return the form that narrows the ledger; the browser sends it as it is changed, on a phone it folds.

    Args:
        entries: the documents to choose from.
        units: the names of units to suggest.
        chosen: the conditions that hold now.
        view: how the ledger is looked at now, a key of `VIEWS`.
        order: the column by which the rows stand now, as `ordering.ordered` takes it.
    """
    held = chosen or Narrowed()
    views = "".join(
        f'<label><input type="radio" name="view" value="{name}"{" checked" if name == view else ""}>'
        f"<span>{say(words)}</span></label>"
        for name, words in VIEWS.items()
    )
    many = len(held.given)
    count = f'<b class="narrowed"{"" if many else " hidden"}>{many or ""}</b>'
    return (
        '<form class="controls narrowable" data-send="list_decisions" data-live="1" id="narrow-ledger">'
        f'<input type="hidden" name="order" value="{escape(order)}">'
        '<button type="button" class="plain-button narrow-form" data-narrow="1" aria-expanded="false" '
        f'aria-controls="ledger-fields">{say("筛选")}{count}</button>'
        f'<div class="narrow-fields" id="ledger-fields">{_conditions(entries, held)}</div>'
        f'<fieldset class="views-of"><legend class="unseen">{say("查看方式")}</legend>{views}</fieldset>'
        f'<button type="button" class="quiet" data-clear-form="1"{"" if many else " hidden"}>{say("清除筛选")}</button>'
        f"</form>{suggestions('known-units', units)}"
    )


def _conditions(entries: Sequence[Any], held: Narrowed) -> str:
    """Return the fields of the conditions, as they are set."""
    documents = [("", say("全部文件")), *((one.document_id, named_apart(one)) for one in entries)]
    outcomes = [
        ("", say("全部结论")),
        *((name, say(words)) for name, words in OUTCOMES.items()),
        ("none", say("未写明")),
    ]
    due = [
        ("", say("全部时限")), ("stated", say("写明时限")), ("soon", say("30 天内到期")), ("overdue", say("已过期")),
        ("undated", say("推不出日期")), ("none", say("未写明时限")),
    ]  # fmt: skip
    signed = [("", say("全部")), ("yes", say("已签认")), ("no", say("未签认"))]
    words = field("words", say("查找"), value=held.words, hint=say("事项或要求中的字词"), kind="search")
    return (
        words.replace('"control"', '"control wide-control"', 1)
        + choice("document", say("文件"), documents, chosen=held.document)
        + field("unit", say("单位"), value=held.unit, hint=say("如 市水利局"), options="known-units")
        + choice("outcome", say("结论"), outcomes, chosen=held.outcome)
        + choice("due", say("时限"), due, chosen=held.due)
        + choice("signed", say("签认"), signed, chosen=held.signed)
        + field("from_date", say("会议日期，自"), value=held.from_date, hint=say("如 2017-05"))
        + field("to_date", say("至"), value=held.to_date, hint=say("如 2020"))
    )


def render_ledger(
    rows: Sequence[Any], narrowed: Narrowed | None = None, *, may_sign: bool = False, order: str = ""
) -> str:
    """Return rows as a table; a click on a title asks the server for another order of all of them.

    Args:
        rows: `ledger.LedgerRow` objects, in their order.
        narrowed: the conditions that held, for the download links.
        may_sign: whether the reader may confirm and correct.
        order: the column by which they stand, as `ordering.ordered` takes it.
    """
    if not rows:
        return f'<p class="aside">{say("没有符合条件的决定。")}</p>'
    body = _rows(rows[:MOST_ROWS], may_sign)
    return (
        f"{render_head(rows, narrowed or Narrowed(), cut=True)}"
        f'<div class="wide" tabindex="0" role="region" aria-label="{say("决定台账")}"><table class="grid ledger" '
        f'data-table="ledger">{head_of(_COLUMNS, order=order)}<tbody>{body}</tbody></table></div>'
    )


def render_head(rows: Sequence[Any], narrowed: Narrowed, *, cut: bool = False) -> str:
    """Return how many decisions there are and how they are downloaded."""
    count = say("共 {n} 条", n=len(rows))
    if cut and len(rows) > MOST_ROWS:
        count += say("，显示前 {most} 条，其余请筛选或下载", most=MOST_ROWS)
    signed = sum(1 for row in rows if row.confirmed)
    count += say("，已签认 {n} 条", n=signed) if signed else ""
    links = "".join(
        f'<a class="quiet" href="download/ledger.{format}?{escape(narrowed.query)}" download>{words}</a>'
        for format, words in _formats()
    )
    return (
        f'<div class="tools"><span class="count" role="status">{count}</span>'
        f'<span class="downloads"><span>{say("下载")}</span>{links}</span></div>'
    )


def render_due(rows: Sequence[Any], narrowed: Narrowed, *, today: date) -> str:
    """Return the decisions by their deadlines: past, near, later, without a date; and how many state none."""
    groups: tuple[tuple[str, Callable[[Any], bool]], ...] = (
        ("30 天内到期", lambda row: is_due(row, "soon", today=today)),
        ("以后到期", lambda row: bool(row.deadline_date) and not _past(row, today)),
        ("已过期", lambda row: _past(row, today)),
        ("写明了时限，推不出日期", lambda row: bool(row.deadline_text)),
    )
    left, parts = [row for row in rows if row.deadline_text], []
    for name, belongs in groups:
        late = name == "已过期"  # of what is past, the latest is asked for first
        taken = sorted((row for row in left if belongs(row)), key=lambda row: row.deadline_date or "9999", reverse=late)
        left = [row for row in left if not belongs(row)]
        if taken:
            shown = "".join(_due(row) for row in taken[:MOST_ROWS])
            parts.append(f"<section><h3>{say(name)} · {len(taken)}</h3><ol class='dues'>{shown}</ol></section>")
    none = sum(1 for row in rows if not row.deadline_text)
    said = f'<p class="aside">{say("另有 {n} 条未写明时限。", n=none)}</p>' if none else ""
    return f"{render_head(rows, narrowed)}{''.join(parts)}{said}"


def render_editing(row: Any) -> str:
    """Return a row's open form: each cell as it stands, to be corrected; what the text says stays beside it."""
    outcomes = [("", say("未写明")), *((name, say(words)) for name, words in OUTCOMES.items())]
    return (
        f'<form class="sign-form" data-send="correct_row" data-with="{escape(row.row)}">'
        f"<h3>{escape(heading(row.item, row.item_title))}</h3><blockquote>{escape(row.text)}</blockquote>"
        '<div class="controls">'
        + choice("outcome", say("结论"), outcomes, chosen=row.outcome or "")
        + ("" if row.outcome else choice("item_outcome", say("本项结论"), outcomes, chosen=row.item_outcome or ""))
        + _several("lead_units", say("牵头单位"), row.lead_units)
        + _several("support_units", say("配合单位"), row.support_units)
        + field("deadline_text", say("时限"), value=row.deadline_text or "", hint=say("未写明"))
        + field("next_step", say("下一步"), value=row.next_step or "", hint=say("未写明"))
        + f'</div><div class="row-of"><button type="submit" class="solid">{say("保存更正")}</button>'
        + send("confirm_row", {"row": row.row}, say("无误，确认整行"), style="plain-button")
        + send("close_row", {}, say("取消"))
        + f"</div>{_signatures(row)}</form>"
    )


def _several(name: str, label: str, units: Sequence[str]) -> str:
    """Return the field for a list of units, wide enough to read a few."""
    made = field(name, label, value="、".join(units), hint=say("多个单位用顿号隔开"))
    return made.replace('"control"', '"control wide-control"', 1)


def _signatures(row: Any) -> str:
    """Return who signed which cell of a row, and the way back."""
    if not row.confirmed:
        return ""
    lines = "".join(f"<li>{escape(_signature(name, one))}</li>" for name, one in row.confirmed.items())
    return f'<ul class="signed">{lines}</ul>' + send("undo_row", {"row": row.row}, say("撤回我的签认"))


def _signature(name: str, one: Any) -> str:
    """Return one signed cell in words: who, when, what it was before."""
    said = say("更正") if one.get("action") == "correct" else say("确认")
    former = one.get("former")
    told = (
        "、".join(former)
        if isinstance(former, list | tuple)
        else say(OUTCOMES.get(former, former))
        if former
        else say("未写明")
    )
    before = say("（原为：{former}）", former=told) if one.get("action") == "correct" else ""
    return f"{say(FIELDS.get(name, name))}：{one['by']} {day(str(one['at'])[:10])} {said}{before}"


def _formats() -> list[tuple[str, str]]:
    """Return the formats that a ledger can be had in, those of an office first."""
    from pipeline.generation.exports import LEDGER_FORMATS

    named = {"xlsx": "Excel", "csv": "CSV", "docx": "Word", "ics": say("日历"), "md": "Markdown", "json": "JSON"}
    return [(format, words) for format, words in named.items() if format in LEDGER_FORMATS]


def _past(row: Any, today: date) -> bool:
    return is_due(row, "overdue", today=today)


def _due(row: Any) -> str:
    """Return a decision as an entry of the list by deadlines."""
    units = "、".join(doers(row.lead_units, row.lead_generic)) or say("未写明牵头单位")
    when = day(row.deadline_date) or escape(row.deadline_text)
    wording = f"“{escape(row.deadline_text)}”" if row.deadline_date else ""
    return (
        f'<li><div class="when"><b>{when}</b><small>{wording}</small></div><div>'
        f'<button class="textlink" {source_value(row.document_id, row.start, row.end)}>{escape(row.text)}</button>'
        f"<small>{escape(units)} · {escape(heading(row.item, row.item_title))} · "
        f"{escape(meeting_of(row) or PurePath(row.file).stem)}</small>{_changed(row)}</div></li>"
    )


def _rows(rows: Sequence[Any], may_sign: bool) -> str:
    """Return the rows; a matter named in the row above is set lighter."""
    matters = [None, *((row.document_id, row.item, row.item_title) for row in rows)]
    return "".join(
        _row(row, again=matters[index] == matters[index + 1], may_sign=may_sign) for index, row in enumerate(rows)
    )


def _row(row: Any, *, again: bool, may_sign: bool) -> str:
    """Return one decision as a row of the table; a matter without a verdict says so."""
    deadline = "；".join([row.deadline_text or "", *(one.text for one in row.further_deadlines)])
    units = "、".join(doers(row.lead_units, row.lead_generic))
    helping = "、".join(doers(row.support_units, row.support_generic))
    support = f"<small>{say('配合')}：{escape(helping)}</small>" if helping else ""
    stated = f'<span class="badge">{say(OUTCOMES[row.outcome])}</span>' if row.outcome else "<i>—</i>"
    no_verdict = say("见各条" if row.item_outcome_text else "未写明")
    ruled = say(OUTCOMES[row.item_outcome]) if row.item_outcome else f"<i>{no_verdict}</i>"
    label = f"<b>{escape(row.point)}</b>　" if row.point else ""
    step = f"<small>{escape(row.next_step)}</small>" if row.next_step else ""
    meeting = meeting_of(row) or PurePath(row.file).stem
    cells = (
        ("item again" if again else "item", "", escape(heading(row.item, row.item_title))),
        (
            "text",
            "",
            f'<button class="textlink" {source_value(row.document_id, row.start, row.end)}>'
            f"{label}{escape(row.text)}</button>{_changed(row)}",
        ),
        ("outcome", "", _tick(row, "outcome") + stated),
        ("ruled", "", ("" if row.outcome else _tick(row, "item_outcome")) + ruled + step + _tick(row, "next_step")),
        ("units", "", escape(units) + _tick(row, "lead_units") + support + _tick(row, "support_units")),
        ("deadline", row.deadline_date or deadline, escape(deadline) + _tick(row, "deadline_text")),
        ("meeting", row.date or "", f"{escape(meeting)}<small>{escape(day(row.date))}</small>"),
        ("sign", "1" if row.confirmed else "", _signing(row, may_sign)),
    )
    return (
        f'<tr data-row="{escape(row.row)}">'
        + "".join(
            f'<td class="{name}" data-label="{say(column.title)}"'
            + (f' data-value="{escape(sort)}"' if sort else "")
            + f">{cell}</td>"
            for column, (name, sort, cell) in zip(_COLUMNS, cells, strict=True)
        )
        + "</tr>"
    )


def _changed(row: Any) -> str:
    """Return what later meetings changed of a decision, each leading to its place; nothing where none did."""
    return "".join(
        f"<small>{say('其后有变')}：{escape(meeting_of(one))} "
        f'<button class="textlink" {source_value(one.document_id, one.start, one.end)}>{escape(one.text)}</button>'
        "</small>"
        for one in row.changes
    )


def _tick(row: Any, name: str) -> str:
    """Return the mark of a signed cell, empty for an open one."""
    one = row.confirmed.get(name)
    if not one:
        return ""
    words = escape(_signature(name, one))
    sign = "✎" if one.get("action") == "correct" else "✓"
    return f'<span class="signed-mark" role="img" title="{words}" aria-label="{words}">{sign}</span>'


def _signing(row: Any, may_sign: bool) -> str:
    """Return the cell of the sign-off: who signed last, and what an editor may do."""
    last = max(row.confirmed.values(), key=lambda one: str(one["at"]), default=None)
    told = f"<small>{escape(last['by'])} {escape(str(last['at'])[:10])}</small>" if last else ""
    if not may_sign:
        return told
    what = heading(row.item, row.item_title)
    confirm = send("confirm_row", {"row": row.row}, say("确认"), label=f"{say('确认')}：{what}") if not last else ""
    correct = send("edit_row", {"row": row.row}, say("更正"), label=f"{say('更正')}：{what}")
    return told + confirm + correct
